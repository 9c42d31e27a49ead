//! Answers as they are sent, by people and programs alike.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_pages::form::FormState;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    model::{Answers, Phase},
    rules,
};
use crate::instruments::{Definition, EditionId, Item};

/// What an answer says when it is left out on purpose.
pub(crate) const SKIP: &str = "skip";
/// What stands before an item's key in a form.
pub(crate) const FIELD: &str = "item-";

/// An assessment to begin.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct BeginInput {
    /// The edition of the instrument.
    pub(crate) edition: String,
    /// `start`, `interim`, `end` or `follow-up`.
    pub(crate) phase: String,
    /// On which day, as people write it; today when empty.
    pub(crate) dated: String,
}

/// An assessment that can be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Begun {
    pub(super) edition: EditionId,
    pub(super) phase: Phase,
    pub(super) dated: Date,
}

impl BeginInput {
    pub(super) fn check(&self, today: Date) -> Result<Begun, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let is_chosen = !self.edition.trim().is_empty();
        wrong.note(
            "edition",
            is_chosen.then_some(()).ok_or("assessments-edition-missing"),
        );
        let phase = wrong.keep(
            "phase",
            self.phase
                .parse::<Phase>()
                .map_err(|_| "assessments-phase-missing"),
        );
        let dated = wrong.optional_day("dated", &self.dated, today).unwrap_or(today);
        wrong.note("dated", rules::dated(dated, today));
        wrong.finish(|| {
            Some(Begun {
                edition: EditionId(self.edition.trim().to_owned()),
                phase: phase?,
                dated,
            })
        })
    }
}

/// Answers of a worker.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct AnswersInput {
    /// By item: the number on its scale, the text of an open question, or `skip`. What is not named is not answered.
    pub(crate) answers: BTreeMap<String, String>,
    /// What else was noted.
    pub(crate) note: String,
    /// On which day, as people write it; as it was when empty.
    pub(crate) dated: String,
}

/// Something to mend about an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrongAnswer {
    /// The field of the form.
    pub(crate) field: String,
    /// The key of what to say.
    pub(crate) key: &'static str,
}

impl AnswersInput {
    /// What a form sent.
    pub(crate) fn of_form(form: &FormState) -> Self {
        let answers = form
            .values
            .iter()
            .filter_map(|(name, values)| {
                let item = name.strip_prefix(FIELD)?;
                let value = values.first()?.trim();
                (!value.is_empty()).then(|| (item.to_owned(), value.to_owned()))
            })
            .collect();
        Self {
            answers,
            note: form.value("note").trim().to_owned(),
            dated: form.value("dated").to_owned(),
        }
    }

    /// The answers, when each fits its question.
    pub(crate) fn check(&self, definition: &Definition) -> Result<Answers, Vec<WrongAnswer>> {
        let mut answers = Answers {
            note: self.note.trim().to_owned(),
            ..Answers::default()
        };
        let mut wrong = Vec::new();
        if answers.note.chars().count() > rules::LONGEST_TEXT {
            wrong.push(WrongAnswer {
                field: "note".to_owned(),
                key: "assessments-text-long",
            });
        }
        for (key, value) in &self.answers {
            let taken = match definition.item(key) {
                Some(item) => take(definition, item, value, &mut answers),
                None => Err("assessments-item-unknown"),
            };
            if let Err(said) = taken {
                wrong.push(WrongAnswer {
                    field: format!("{FIELD}{key}"),
                    key: said,
                });
            }
        }
        if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
    }

    /// The day, when one was typed.
    pub(super) fn day(&self, as_it_was: Date, today: Date) -> Result<Date, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let dated = wrong
            .optional_day("dated", &self.dated, today)
            .unwrap_or(as_it_was);
        wrong.note("dated", rules::dated(dated, today));
        wrong.finish(|| Some(dated))
    }
}

fn take(
    definition: &Definition,
    item: &Item,
    value: &str,
    answers: &mut Answers,
) -> Result<(), &'static str> {
    if value.is_empty() {
        return Ok(());
    }
    match definition.scale_of(item) {
        Some(_) if value == SKIP => {
            answers.skipped.insert(item.key.clone());
        }
        Some(scale) => {
            let number: i64 = value.parse().map_err(|_| "assessments-answer-off-scale")?;
            if !(scale.lowest..=scale.highest).contains(&number) {
                return Err("assessments-answer-off-scale");
            }
            answers.values.insert(item.key.clone(), number);
        }
        None if value.chars().count() > rules::LONGEST_TEXT => return Err("assessments-text-long"),
        None => {
            answers.texts.insert(item.key.clone(), value.to_owned());
        }
    }
    Ok(())
}

/// A form filled in with answers.
pub(crate) fn filled(answers: &Answers) -> FormState {
    let mut state = FormState::new();
    for (key, value) in &answers.values {
        state.set(format!("{FIELD}{key}"), value.to_string());
    }
    for (key, text) in &answers.texts {
        state.set(format!("{FIELD}{key}"), text);
    }
    for key in &answers.skipped {
        state.set(format!("{FIELD}{key}"), SKIP);
    }
    state.set("note", &answers.note);
    state
}

/// For programs: what is wrong with answers, without the names of items that somebody made up.
pub(crate) fn to_mend(wrong: &[WrongAnswer]) -> Vec<InvalidField> {
    let mut told: Vec<InvalidField> = wrong
        .iter()
        .map(|wrong| InvalidField {
            field: if wrong.field == "note" { "note" } else { "answers" },
            key: wrong.key,
        })
        .collect();
    told.dedup();
    told
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::instruments::shipped;

    fn coping() -> Definition {
        shipped::edition("coping-at-work.1")
            .expect("it is shipped")
            .definition
            .clone()
    }

    fn sent(pairs: &[(&str, &str)]) -> AnswersInput {
        AnswersInput {
            answers: pairs
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
            ..AnswersInput::default()
        }
    }

    #[test]
    fn b7_an_answer_fits_its_question_or_is_told_to_be_mended() {
        let answers = sent(&[("on-time", "4"), ("helps", "Tauot"), ("strain", SKIP)]);
        let answers = answers.check(&coping()).expect("they fit");
        assert_eq!(
            (answers.values["on-time"], answers.texts["helps"].as_str()),
            (4, "Tauot")
        );
        assert!(answers.skipped.contains("strain"));
        for (wrong, key) in [
            (("on-time", "6"), "assessments-answer-off-scale"),
            (("on-time", "usein"), "assessments-answer-off-scale"),
            (("made-up", "3"), "assessments-item-unknown"),
        ] {
            let told = sent(&[wrong]).check(&coping()).expect_err("it does not fit");
            assert_eq!(told[0].key, key);
        }
    }

    #[test]
    fn b7_what_a_form_shows_is_what_was_answered() {
        let input = sent(&[("on-time", "4"), ("helps", "Tauot\nja puhe"), ("strain", SKIP)]);
        let answers = input.check(&coping()).expect("they fit");
        let again = AnswersInput::of_form(&filled(&answers)).check(&coping());
        assert_eq!(again, Ok(answers));
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_breaks_it(pairs in proptest::collection::vec(("[a-z-]{0,12}", "\\PC{0,20}"), 0..12)) {
            let input = AnswersInput { answers: pairs.into_iter().collect(), ..AnswersInput::default() };
            let known = coping();
            if let Ok(answers) = input.check(&known) {
                prop_assert!(answers.values.keys().all(|key| known.item(key).is_some()));
                prop_assert!(answers.values.values().all(|value| (1..=5).contains(value)));
            }
        }
    }
}
