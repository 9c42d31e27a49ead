//! What is typed about agreements, by people and programs alike.

use jiff::civil::Date;
use polku_values::{InterfaceLanguage, dates::parse_finnish_date};
use polku_web::{InvalidField, Mistake, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    model::{Agreed, Terms},
    rules,
};
use crate::templates::{
    TemplateId,
    input::{LONGEST_TEXT, LONGEST_TITLE, unknown},
    placeholder::{self, Placeholder, Values},
};

/// An agreement that is begun.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct NewInput {
    /// The id of a template in use.
    pub(crate) template: String,
    /// `fi`, `sv` or `en`; the client's contact language when empty.
    pub(crate) language: String,
}

impl NewInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self) -> Result<(TemplateId, Option<InterfaceLanguage>), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let template = self.template.trim();
        if template.is_empty() {
            wrong.note("template", Err("agreements-template-missing"));
        }
        let language = match self.language.trim() {
            "" => Some(None),
            code => wrong.keep(
                "language",
                InterfaceLanguage::from_code(code)
                    .map(Some)
                    .ok_or("agreements-language-unknown"),
            ),
        };
        wrong.finish(|| Some((TemplateId(template.to_owned()), language?)))
    }
}

/// What an agreement says, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct TermsInput {
    /// What it is called.
    pub(crate) title: String,
    /// The first day, as people write it.
    pub(crate) starts_on: String,
    /// The last day; may be empty.
    pub(crate) ends_on: String,
    /// What service it is about.
    pub(crate) service: String,
    /// Where.
    pub(crate) place: String,
    /// On which days of the week, how long.
    pub(crate) weekly_schedule: String,
    /// Who answers for the client.
    pub(crate) responsible_worker: String,
    /// What is aimed at, a line each.
    pub(crate) goals: String,
    /// The text, with fields such as `{client-name}`.
    pub(crate) text: String,
}

impl TermsInput {
    /// What is typed into a field of the text.
    fn typed(&self, field: Placeholder) -> &str {
        match field {
            Placeholder::Service => &self.service,
            Placeholder::Place => &self.place,
            Placeholder::WeeklySchedule => &self.weekly_schedule,
            Placeholder::ResponsibleWorker => &self.responsible_worker,
            Placeholder::Goals => &self.goals,
            _ => "",
        }
    }

    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<Agreed, Vec<Mistake>> {
        let mut wrong = Vec::new();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            wrong.push(Mistake::plain("title", "agreements-title-missing"));
        } else if title.chars().count() > LONGEST_TITLE {
            wrong.push(Mistake::plain("title", "agreement-templates-title-long"));
        }
        let mut day = |field, typed: &str| {
            parse_finnish_date(typed, today)
                .map_err(|error| wrong.push(Mistake::plain(field, error.key())))
                .ok()
        };
        let starts_on = day("starts_on", &self.starts_on);
        let ends_on = if self.ends_on.trim().is_empty() {
            None
        } else {
            day("ends_on", &self.ends_on)
        };
        if let Some(Err(key)) = starts_on.map(|from| rules::days(from, ends_on)) {
            wrong.push(Mistake::plain("ends_on", key));
        }
        let mut values = Values::new();
        for field in Placeholder::TYPED {
            let typed = self.typed(*field).replace("\r\n", "\n");
            let longest = if *field == Placeholder::Goals {
                rules::LONGEST_TEXT
            } else {
                rules::LONGEST_LINE
            };
            if typed.chars().count() > longest {
                wrong.push(Mistake::plain(field.form_field(), "agreements-value-long"));
            }
            values.insert(*field, typed.trim().to_owned());
        }
        let text = self.text.replace("\r\n", "\n");
        if text.trim().is_empty() {
            wrong.push(Mistake::plain("text", "agreements-text-missing"));
        } else if text.chars().count() > LONGEST_TEXT {
            wrong.push(Mistake::plain("text", "agreement-templates-text-long"));
        } else if let Err(named) = placeholder::used(&text) {
            wrong.push(unknown("text", named));
        }
        match starts_on {
            Some(starts_on) if wrong.is_empty() => Ok(Agreed {
                starts_on,
                ends_on,
                terms: Terms {
                    title,
                    text,
                    values,
                    ended_because: String::new(),
                },
            }),
            _ => Err(wrong),
        }
    }
}

/// What an agreement lacks before it can be signed: the fields that its text uses and that are empty.
pub(super) fn lacking(text: &str, values: &Values) -> Vec<Mistake> {
    let used = match placeholder::used(text) {
        Ok(used) => used,
        Err(named) => return vec![unknown("text", named)],
    };
    let is_empty = |field: &Placeholder| values.get(field).is_none_or(|value| value.trim().is_empty());
    let lacking = used.into_iter().filter(is_empty);
    lacking
        .map(|field| Mistake::plain(field.form_field(), "agreements-value-missing"))
        .collect()
}

/// That an agreement ends, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct EndInput {
    /// The last day, as people write it; today when empty.
    pub(crate) on: String,
    /// Why.
    pub(crate) reason: String,
}

impl EndInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, agreed: &Agreed, today: Date) -> Result<(Date, String), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let on = wrong.optional_day("on", &self.on, today).unwrap_or(today);
        wrong.note("on", rules::ends(agreed.starts_on, agreed.ends_on, on));
        let reason = wrong.text(
            "reason",
            &self.reason,
            rules::LONGEST_TEXT,
            "agreements-value-long",
        );
        if reason.is_empty() {
            wrong.note("reason", Err("agreements-reason-missing"));
        }
        wrong.finish(|| Some((on, reason)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_to_be_mended_is_told_all_at_once_beside_its_field_b3() {
        let typed = TermsInput {
            starts_on: "joskus".to_owned(),
            text: "Hei {nimi}".to_owned(),
            ..TermsInput::default()
        };
        let wrong = typed.check(date(2026, 11, 23)).expect_err("mistakes");
        let fields: Vec<_> = wrong.iter().map(|mistake| mistake.field).collect();
        assert_eq!(fields, ["title", "starts_on", "text"]);
        assert_eq!(wrong[2].named.as_deref(), Some("nimi"));
    }

    #[test]
    fn an_empty_field_that_the_text_uses_keeps_it_from_being_signed_b3() {
        let values = Values::from([(Placeholder::Place, "Puupaja".to_owned())]);
        assert!(lacking("{place}", &values).is_empty());
        let lacks = lacking("{place} {goals}", &values);
        assert_eq!((lacks.len(), lacks[0].field), (1, "goals"));
    }
}
