//! What is typed of a value that is said to be wrong, and whether it can stand; pure.

use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rectification::{FieldNow, ItemWords, State};
use crate::input::{LONGEST_NAME, LONGEST_TEXT, explains};

/// A value as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ItemInput {
    /// The key of a field of the register, or `other`.
    pub(super) field: String,
    /// What other data it is, in words.
    pub(super) what: String,
    /// What it is now; of a field of the register that is read from the record.
    pub(super) was: String,
    /// What is right.
    pub(super) right: String,
}

/// What came of a value, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ItemDecision {
    /// `corrected` or `refused`.
    pub(super) outcome: String,
    /// Why it was left as it is.
    pub(super) reasons: String,
    /// The person's own view.
    pub(super) own_view: String,
}

pub(super) fn check(input: &ItemInput, fields: &[FieldNow]) -> Result<ItemWords, Vec<InvalidField>> {
    let mut wrong = ToMend::default();
    let known = fields.iter().find(|field| field.key == input.field.trim());
    if known.is_none() && input.field.trim() != "other" {
        wrong.note("field", Err("requests-item-field-missing"));
    }
    let what = wrong.text("what", &input.what, LONGEST_NAME, "requests-text-long");
    let was = wrong.text("was", &input.was, LONGEST_TEXT, "requests-text-long");
    let right = wrong.text("right", &input.right, LONGEST_TEXT, "requests-text-long");
    if right.is_empty() {
        wrong.note("right", Err("requests-item-right-missing"));
    }
    if known.is_none() && what.is_empty() {
        wrong.note("what", Err("requests-item-what-missing"));
    }
    if known.is_none() && was.is_empty() {
        wrong.note("was", Err("requests-item-was-missing"));
    }
    wrong.finish(|| {
        Some(match known {
            Some(field) => ItemWords {
                field: field.key.clone(),
                what: field.name.clone(),
                was: field.value.clone(),
                right,
                ..ItemWords::default()
            },
            None => ItemWords {
                what,
                was,
                right,
                ..ItemWords::default()
            },
        })
    })
}

pub(super) fn outcome(
    input: &ItemDecision,
    mut words: ItemWords,
    fields: &[FieldNow],
) -> Result<(State, ItemWords), Vec<InvalidField>> {
    let mut wrong = ToMend::default();
    words.reasons = wrong.text("reasons", &input.reasons, LONGEST_TEXT, "requests-text-long");
    words.own_view = wrong.text("own_view", &input.own_view, LONGEST_TEXT, "requests-text-long");
    let state: Option<State> = wrong.keep(
        "outcome",
        input.outcome.parse().map_err(|_| "requests-item-outcome-missing"),
    );
    match state {
        Some(State::Open) => wrong.note("outcome", Err("requests-item-outcome-missing")),
        Some(State::Refused) if !explains(&words.reasons) => {
            wrong.note("reasons", Err("requests-reasons-missing"));
        }
        Some(State::Corrected) => wrong.note("outcome", is_corrected(&words, fields)),
        _ => {}
    }
    wrong.finish(|| Some((state?, words)))
}

/// Whether the record says what is right. Of data that is no field of the register the worker's word counts.
fn is_corrected(words: &ItemWords, fields: &[FieldNow]) -> Result<(), &'static str> {
    if words.field.is_empty() {
        return Ok(());
    }
    if fields.is_empty() {
        return Err("requests-item-owner-corrects");
    }
    let now = fields.iter().find(|field| field.key == words.field);
    let says = now.map(|field| plain(&field.value)).unwrap_or_default();
    if says == plain(&words.right) {
        Ok(())
    } else {
        Err("requests-item-not-corrected-yet")
    }
}

fn plain(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(value: &str) -> FieldNow {
        FieldNow {
            key: "occupation".to_owned(),
            name: "Ammatti".to_owned(),
            value: value.to_owned(),
        }
    }

    fn words() -> ItemWords {
        ItemWords {
            field: "occupation".to_owned(),
            right: "Puuseppä".to_owned(),
            ..ItemWords::default()
        }
    }

    #[test]
    fn a_field_is_corrected_when_the_record_says_so_d3() {
        assert_eq!(is_corrected(&words(), &[field(" puuseppä")]), Ok(()));
        assert_eq!(
            is_corrected(&words(), &[field("Maalari")]),
            Err("requests-item-not-corrected-yet")
        );
        assert_eq!(is_corrected(&words(), &[]), Err("requests-item-owner-corrects"));
    }

    #[test]
    fn what_a_field_was_is_taken_from_the_record_and_not_from_what_is_typed_d3() {
        let input = ItemInput {
            field: "occupation".to_owned(),
            was: "jotain muuta".to_owned(),
            right: "Puuseppä".to_owned(),
            ..ItemInput::default()
        };
        let words = check(&input, &[field("Maalari")]).expect("it can be stored");
        assert_eq!((words.was.as_str(), words.what.as_str()), ("Maalari", "Ammatti"));
        let other = check(
            &ItemInput {
                field: "other".to_owned(),
                ..ItemInput::default()
            },
            &[],
        );
        let fields: Vec<&str> = other
            .expect_err("to mend")
            .iter()
            .map(|invalid| invalid.field)
            .collect();
        assert_eq!(fields, ["right", "what", "was"]);
    }
}
