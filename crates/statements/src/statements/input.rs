//! What is typed about statements, by people and programs alike.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_pages::form::FormState;
use polku_profile::{Profile, RecipientKind};
use polku_values::InterfaceLanguage;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    rules,
    statement::{Content, Kind, Part, Section},
};

/// The recipient of a progress summary when none is said.
const REFERRING_BODY: &str = "referring-body";

/// A statement that is wanted. All but the kind may be left empty: the record tells the rest.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct StatementInput {
    /// `interim_report`, `final_statement`, `progress_summary` or `internal_summary`.
    pub(crate) kind: String,
    /// To whom it goes: the key of one of the register's recipients; empty when it stays in the client's own file, and
    /// for a progress summary the referring body.
    pub(crate) recipient: String,
    /// The language of its headings: `fi`, `sv` or `en`; the client's contact language when empty.
    pub(crate) language: String,
    /// The first day that it covers, as people write it; the beginning of the period when empty.
    pub(crate) from: String,
    /// The last day that it covers; today or the end of the period when empty.
    pub(crate) until: String,
    /// By which day it is to be signed; may be empty.
    pub(crate) due_on: String,
}

/// What is wanted, when all of it can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) kind: Kind,
    pub(crate) recipient: Option<String>,
    pub(crate) language: Option<InterfaceLanguage>,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) due_on: Option<Date>,
}

impl StatementInput {
    /// What was typed, when all of it can be used in a register of this profile.
    pub(super) fn check(&self, profile: &Profile, today: Date) -> Result<Wanted, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let kind = wrong.keep("kind", kind(&self.kind, profile));
        let recipient = wrong.keep("recipient", self.recipient(kind, profile));
        let language = wrong.keep("language", self.language());
        let from = wrong.optional_day("from", &self.from, today);
        let until = wrong.optional_day("until", &self.until, today);
        if let (Some(from), Some(until)) = (from, until) {
            wrong.note("until", rules::covers(from, until));
        }
        let due_on = wrong.optional_day("due_on", &self.due_on, today);
        wrong.finish(|| {
            Some(Wanted {
                kind: kind?,
                recipient: recipient?,
                language: language?,
                from,
                until,
                due_on,
            })
        })
    }

    fn recipient(&self, kind: Option<Kind>, profile: &Profile) -> Result<Option<String>, &'static str> {
        let typed = self.recipient.trim();
        let key = match (typed, kind) {
            ("", Some(Kind::ProgressSummary)) => usual_recipient(profile),
            ("", _) => None,
            (key, _) if profile.recipient(key).is_some() => Some(key.to_owned()),
            _ => return Err("statements-recipient-unknown"),
        };
        if let Some(kind) = kind {
            rules::recipient_fits(kind, key.is_some())?;
        }
        Ok(key)
    }

    fn language(&self) -> Result<Option<InterfaceLanguage>, &'static str> {
        if self.language.trim().is_empty() {
            return Ok(None);
        }
        InterfaceLanguage::from_code(self.language.trim())
            .map(Some)
            .ok_or("statements-language-unknown")
    }
}

/// A kind that the register keeps; one that it does not keep is unknown there (A2).
fn kind(typed: &str, profile: &Profile) -> Result<Kind, &'static str> {
    let kind: Kind = typed.parse().map_err(|_| "statements-kind-unknown")?;
    if profile.keeps(kind.record()) {
        Ok(kind)
    } else {
        Err("statements-kind-unknown")
    }
}

/// The body that referred the client, else the first authority.
pub(crate) fn usual_recipient(profile: &Profile) -> Option<String> {
    let referring = profile.recipient(REFERRING_BODY);
    let authority = || {
        profile
            .recipients
            .iter()
            .find(|recipient| recipient.kind == RecipientKind::Authority)
    };
    referring
        .or_else(authority)
        .or(profile.recipients.first())
        .map(|recipient| recipient.key.clone())
}

/// What a statement is to say.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ContentInput {
    /// The texts by section: `service`, `attendance`, `goals`, `diary`, `contacts`, `assessments`, `appraisal`,
    /// `recommendation`. A section that is not named stays as it is.
    pub(crate) sections: BTreeMap<String, String>,
    /// The ids of the entries of the diary that are quoted.
    pub(crate) entries: Vec<String>,
    /// By which day it is to be signed, as people write it; may be empty.
    pub(crate) due_on: String,
    /// The id of the draft of the form that is saved with it; may be empty.
    pub(crate) draft: String,
}

/// What a statement is to say, when all of it can be used.
#[derive(Clone)]
pub(crate) struct Written {
    pub(crate) sections: BTreeMap<Part, String>,
    pub(crate) entries: Vec<Uuid>,
    pub(crate) due_on: Option<Date>,
}

impl ContentInput {
    /// What the editor sent.
    pub(super) fn of_form(form: &FormState) -> Self {
        let sections = Part::ALL
            .iter()
            .filter(|part| form.values.contains_key(field(**part)))
            .map(|part| (part.name().to_owned(), form.value(field(*part)).to_owned()));
        Self {
            sections: sections.collect(),
            entries: form.all("entries").to_vec(),
            due_on: form.value("due_on").to_owned(),
            draft: form.value("draft").to_owned(),
        }
    }

    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<Written, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let mut sections = BTreeMap::new();
        let mut whole = 0;
        for (name, text) in &self.sections {
            match name.parse::<Part>() {
                Ok(part) => {
                    let text = text.replace("\r\n", "\n");
                    let text = wrong.text(field(part), &text, rules::LONGEST_TEXT, "statements-text-long");
                    whole += text.chars().count();
                    sections.insert(part, text);
                }
                Err(_) => wrong.note("sections", Err("statements-section-unknown")),
            }
        }
        if whole > rules::LONGEST_WHOLE {
            wrong.note("sections", Err("statements-whole-long"));
        }
        let entries = wrong.keep("entries", ids(&self.entries));
        let due_on = wrong.optional_day("due_on", &self.due_on, today);
        wrong.finish(|| {
            Some(Written {
                sections,
                entries: entries?,
                due_on,
            })
        })
    }

    /// The draft of the form that is saved with it.
    pub(super) fn draft(&self) -> Option<Uuid> {
        self.draft.parse().ok()
    }
}

impl Written {
    /// What is stored with what was typed on top of it; sections that were not sent stay.
    pub(super) fn on(&self, stored: &Content) -> Content {
        let mut content = stored.clone();
        for (part, text) in &self.sections {
            let drafted = stored
                .section(*part)
                .map_or_else(String::new, |section| section.drafted.clone());
            content.put(Section {
                part: *part,
                text: text.clone(),
                drafted,
            });
        }
        content.entries.clone_from(&self.entries);
        content
    }
}

/// The name of a section's field in the editor.
pub(crate) const fn field(part: Part) -> &'static str {
    match part {
        Part::Service => "text-service",
        Part::Attendance => "text-attendance",
        Part::Goals => "text-goals",
        Part::Diary => "text-diary",
        Part::Contacts => "text-contacts",
        Part::Assessments => "text-assessments",
        Part::Appraisal => "text-appraisal",
        Part::Recommendation => "text-recommendation",
    }
}

fn ids(typed: &[String]) -> Result<Vec<Uuid>, &'static str> {
    let mut ids = typed
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| text.parse().map_err(|_| "statements-entry-unknown"))
        .collect::<Result<Vec<Uuid>, _>>()?;
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn profile(key: &str) -> std::sync::Arc<Profile> {
        Profile::shipped(key).expect("a shipped profile")
    }

    fn wanted(kind: &str) -> StatementInput {
        StatementInput {
            kind: kind.to_owned(),
            ..StatementInput::default()
        }
    }

    #[test]
    fn a_kind_is_enough_and_a_progress_summary_is_for_the_referring_body_b9() {
        let checked = wanted("progress_summary")
            .check(&profile("kokkotyo"), TODAY)
            .expect("enough");
        assert_eq!(checked.recipient.as_deref(), Some("referring-body"));
        let report = wanted("interim_report")
            .check(&profile("walmu"), TODAY)
            .expect("enough");
        assert_eq!(report.recipient, None);
    }

    #[test]
    fn a_register_has_only_the_kinds_that_its_profile_keeps_a2() {
        let wrong = wanted("interim_report")
            .check(&profile("kokkotyo"), TODAY)
            .expect_err("not kept");
        assert_eq!(
            (wrong[0].field, wrong[0].key),
            ("kind", "statements-kind-unknown")
        );
    }

    #[test]
    fn everything_to_mend_is_told_at_once() {
        let mut input = wanted("final_statement");
        input.recipient = "nobody".to_owned();
        input.language = "de".to_owned();
        input.from = "10.11.".to_owned();
        input.until = "1.11.".to_owned();
        let wrong = input.check(&profile("walmu"), TODAY).expect_err("much to mend");
        let fields: Vec<&str> = wrong.iter().map(|invalid| invalid.field).collect();
        assert_eq!(fields, ["recipient", "language", "until"]);
    }

    #[test]
    fn what_was_not_sent_stays_as_it_is() {
        let mut stored = Content::default();
        for part in [Part::Goals, Part::Appraisal] {
            stored.put(Section {
                part,
                text: "vanha".to_owned(),
                drafted: "pohja".to_owned(),
            });
        }
        let mut input = ContentInput::default();
        input.sections.insert("appraisal".to_owned(), "uusi".to_owned());
        let content = input.check(TODAY).expect("sound").on(&stored);
        assert_eq!(
            (content.text(Part::Goals), content.text(Part::Appraisal)),
            ("vanha", "uusi")
        );
        assert_eq!(content.section(Part::Appraisal).expect("there").drafted, "pohja");
    }
}
