//! Texts of the configuration in Finnish, Swedish and English.

use polku_values::InterfaceLanguage;
use serde::{Deserialize, Serialize};

/// A short text that must exist in all three languages: names, labels, titles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Finnish, the language of the notices.
    pub fi: String,
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: InterfaceLanguage) -> &str {
        match language {
            InterfaceLanguage::Finnish => &self.fi,
            InterfaceLanguage::Swedish => &self.sv,
            InterfaceLanguage::English => &self.en,
        }
    }
}

/// A passage of a notice: always in Finnish, in Swedish and English where somebody has translated it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Finnish, the language of the notices.
    pub fi: String,
    /// Swedish, when it has been translated.
    #[serde(default)]
    pub sv: Option<String>,
    /// English, when it has been translated.
    #[serde(default)]
    pub en: Option<String>,
}

/// What a passage says in a language, and whether it had to be said in Finnish instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'text> {
    /// The passage in the language asked for.
    AsAsked(&'text str),
    /// No translation exists: the Finnish original, to be marked with `lang="fi"`.
    OnlyInFinnish(&'text str),
}

impl<'text> Said<'text> {
    /// The words, whichever language they are in.
    #[must_use]
    pub const fn words(self) -> &'text str {
        match self {
            Self::AsAsked(words) | Self::OnlyInFinnish(words) => words,
        }
    }
}

impl Passage {
    /// The passage in one language, or honestly in Finnish.
    #[must_use]
    pub fn get(&self, language: InterfaceLanguage) -> Said<'_> {
        let translated = match language {
            InterfaceLanguage::Finnish => Some(&self.fi),
            InterfaceLanguage::Swedish => self.sv.as_ref(),
            InterfaceLanguage::English => self.en.as_ref(),
        };
        translated.map_or(Said::OnlyInFinnish(&self.fi), |words| Said::AsAsked(words))
    }
}
