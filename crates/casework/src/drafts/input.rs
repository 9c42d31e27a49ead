//! A draft as it is sent. It may be incomplete in every way but size.

use std::collections::BTreeMap;

use polku_pages::form::FormState;
use polku_web::InvalidField;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::draft::{DraftFields, DraftKind};

/// The most characters of all fields together.
const LONGEST: usize = 60_000;
/// The most fields.
const MOST_FIELDS: usize = 60;
/// What a form sends beside what was typed.
const OF_THE_FORM: &[&str] = &["draft", "draft_version", "draft_kind", "draft_target", "back"];

/// What was typed so far.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(crate) struct DraftInput {
    /// What is being written.
    pub(crate) kind: DraftKind,
    /// What it is about, when that exists already: the entry that is being corrected.
    #[serde(default)]
    pub(crate) target: Option<Uuid>,
    /// The fields of the form, each with what was typed into it or chosen.
    pub(crate) fields: BTreeMap<String, Vec<String>>,
}

impl DraftInput {
    /// What a form without JavaScript sent.
    pub(super) fn of_form(form: &FormState) -> Option<Self> {
        Some(Self {
            kind: form.value("draft_kind").parse().ok()?,
            target: form.value("draft_target").parse().ok(),
            fields: form.values.clone(),
        })
    }

    /// The fields to keep.
    pub(super) fn check(&self) -> Result<DraftFields, Vec<InvalidField>> {
        let typed: BTreeMap<String, Vec<String>> = self
            .fields
            .iter()
            .filter(|(name, _)| !OF_THE_FORM.contains(&name.as_str()))
            .map(|(name, values)| (name.clone(), values.clone()))
            .collect();
        let characters: usize = typed.values().flatten().map(|value| value.chars().count()).sum();
        if characters > LONGEST || typed.len() > MOST_FIELDS {
            return Err(vec![InvalidField {
                field: "fields",
                key: "drafts-too-long",
            }]);
        }
        Ok(DraftFields(typed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> FormState {
        FormState::from_pairs(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn a_draft_keeps_what_was_typed_and_not_what_the_form_adds() {
        let form = typed(&[
            ("draft", "0198c0de-0000-7000-8000-000000000001"),
            ("draft_kind", "note"),
            ("back", "client"),
            ("text", "  Kesken jäi"),
            ("goals", "a"),
            ("goals", "b"),
        ]);
        let kept = DraftInput::of_form(&form)
            .expect("a kind")
            .check()
            .expect("not too long");
        let names: Vec<&str> = kept.0.keys().map(String::as_str).collect();
        assert_eq!(names, ["goals", "text"]);
        assert_eq!(kept.0["text"], ["  Kesken jäi"], "spaces are the writer's");
        assert_eq!(kept.0["goals"].len(), 2);
    }

    #[test]
    fn a_draft_may_be_empty_but_not_endless() {
        let mut input = DraftInput {
            kind: DraftKind::Note,
            target: None,
            fields: BTreeMap::new(),
        };
        assert!(input.check().is_ok());
        input
            .fields
            .insert("text".to_owned(), vec!["a".repeat(LONGEST + 1)]);
        assert!(input.check().is_err());
    }
}
