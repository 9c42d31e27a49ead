//! What a review of an emergency access finds.

use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

polku_desk::named_states! {
    /// Whether an emergency access was what it is for.
    pub(super) enum Finding {
        /// It was.
        Proper = "proper",
        /// It was not.
        Improper = "improper",
    }
}

/// The most characters of a note.
const LONGEST_NOTE: usize = 5_000;

/// A finding as it is typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct FindingInput {
    /// `proper` or `improper`.
    pub(super) finding: String,
    /// What the reviewer notes; must not be empty when the access was improper.
    pub(super) note: String,
}

impl FindingInput {
    /// The finding with its note, when both can be used.
    pub(super) fn check(&self) -> Result<(Finding, String), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let finding = wrong.keep(
            "finding",
            self.finding
                .parse::<Finding>()
                .map_err(|_| "oversight-finding-missing"),
        );
        let note = wrong.text("note", &self.note, LONGEST_NOTE, "oversight-note-long");
        if finding == Some(Finding::Improper) && note.is_empty() {
            wrong.note("note", Err("oversight-note-missing"));
        }
        wrong.finish(|| Some((finding?, note)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, FindingInput};

    fn typed(finding: &str, note: &str) -> Result<(Finding, String), Vec<&'static str>> {
        let input = FindingInput {
            finding: finding.into(),
            note: note.into(),
        };
        input
            .check()
            .map_err(|wrong| wrong.iter().map(|invalid| invalid.key).collect())
    }

    #[test]
    fn a_proper_access_needs_no_words() {
        assert_eq!(typed("proper", " "), Ok((Finding::Proper, String::new())));
    }

    #[test]
    fn an_improper_one_needs_to_be_explained() {
        assert_eq!(typed("improper", ""), Err(vec!["oversight-note-missing"]));
        assert_eq!(
            typed("improper", "Ei hätää."),
            Ok((Finding::Improper, "Ei hätää.".into()))
        );
    }

    #[test]
    fn a_review_finds_something() {
        assert_eq!(typed("", ""), Err(vec!["oversight-finding-missing"]));
    }
}
