//! The three languages of the interface, and names given in all of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language that the product itself speaks (Language Act 423/2003, and English beside it).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum InterfaceLanguage {
    /// Finnish, the first language of every page.
    #[default]
    #[serde(rename = "fi")]
    Finnish,
    /// Swedish.
    #[serde(rename = "sv")]
    Swedish,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl InterfaceLanguage {
    /// All three, in the order in which a language chooser shows them.
    pub const ALL: [Self; 3] = [Self::Finnish, Self::Swedish, Self::English];

    /// The ISO 639-1 code: `fi`, `sv` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Finnish => "fi",
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language of a code or language tag such as `sv` or `sv-FI`; `None` for a fourth language.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

/// One name in the three languages of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    /// The Finnish name, the official one where there is such.
    pub finnish: &'static str,
    /// The Swedish name.
    pub swedish: &'static str,
    /// The English name.
    pub english: &'static str,
}

impl Labels {
    /// The name in the given language.
    #[must_use]
    pub const fn in_language(&self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::Finnish => self.finnish,
            InterfaceLanguage::Swedish => self.swedish,
            InterfaceLanguage::English => self.english,
        }
    }

    /// The three names, for matching against what someone wrote.
    #[must_use]
    pub const fn all(&self) -> [&'static str; 3] {
        [self.finnish, self.swedish, self.english]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_the_tag_a_browser_sends() {
        assert_eq!(
            InterfaceLanguage::from_code("sv-FI"),
            Some(InterfaceLanguage::Swedish)
        );
        assert_eq!(
            InterfaceLanguage::from_code("EN"),
            Some(InterfaceLanguage::English)
        );
        assert_eq!(InterfaceLanguage::from_code("de"), None);
    }
}
