//! What is typed about statement texts.

use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::consent::Kind;

/// The most characters of a text.
const LONGEST: usize = 5_000;
/// A text shorter than this tells nobody what they consent to, in characters.
const SHORTEST: usize = 40;

/// A statement text as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct StatementInput {
    /// `disclosure`, `visibility` or `photo`; of a draft that is there already it does not change.
    pub(super) kind: String,
    /// The text in Finnish.
    pub(super) text_fi: String,
    /// The text in Swedish.
    pub(super) text_sv: String,
    /// The text in English.
    pub(super) text_en: String,
}

impl StatementInput {
    /// Kind and texts, when all of it can be used.
    pub(super) fn check(&self) -> Result<(Kind, [String; 3]), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let kind = wrong.keep(
            "kind",
            self.kind.parse::<Kind>().map_err(|_| "consents-kind-unknown"),
        );
        let mut text = |field: &'static str, typed: &str| {
            let text = wrong.text(field, typed, LONGEST, "consent-texts-text-long");
            if text.chars().count() < SHORTEST {
                wrong.note(field, Err("consent-texts-text-short"));
            }
            text
        };
        let texts = [
            text("text_fi", &self.text_fi),
            text("text_sv", &self.text_sv),
            text("text_en", &self.text_en),
        ];
        wrong.finish(|| Some((kind?, texts)))
    }
}
