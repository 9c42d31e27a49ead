//! What is typed about narratives, by people and programs alike.

use jiff::civil::Date;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    narrative::{Telling, Words},
    rules,
};

/// A narrative as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct NarrativeInput {
    /// What it is about, in a few words.
    pub(crate) heading: String,
    /// The narrative.
    pub(crate) text: String,
    /// The day that it tells of, as people write it; today when empty.
    pub(crate) dated: String,
    /// Why the earlier wording is corrected; not asked of a new one.
    pub(crate) reason: String,
}

impl NarrativeInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<Telling, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let heading = wrong.text(
            "heading",
            &self.heading,
            rules::LONGEST_LINE,
            "narratives-line-long",
        );
        wrong.note("heading", rules::there(&heading, "narratives-heading-missing"));
        let text = self.text.replace("\r\n", "\n");
        let text = wrong.text("text", &text, rules::LONGEST_TEXT, "narratives-text-long");
        wrong.note("text", rules::there(&text, "narratives-text-missing"));
        let dated = wrong.optional_day("dated", &self.dated, today).unwrap_or(today);
        wrong.note("dated", rules::dated(dated, today));
        let reason = wrong.text(
            "reason",
            &self.reason,
            rules::LONGEST_LINE,
            "narratives-line-long",
        );
        wrong.finish(|| {
            Some(Telling {
                dated,
                words: Words {
                    heading,
                    text,
                    reason,
                },
            })
        })
    }
}
