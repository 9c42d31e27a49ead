//! What a template is.

use polku_desk::named_states;
use polku_values::InterfaceLanguage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which version of which template: the name of a shipped one, such as `work.1`, or the id of one that the register made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct TemplateId(pub(crate) String);

impl TemplateId {
    /// The id of one that the register made.
    pub(crate) fn own(&self) -> Option<Uuid> {
        self.0.parse().ok()
    }
}

impl std::fmt::Display for TemplateId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<Uuid> for TemplateId {
    fn from(id: Uuid) -> Self {
        Self(id.to_string())
    }
}

named_states! {
    /// How a version stands.
    pub enum Standing {
        /// It is being written.
        Draft = "draft",
        /// Agreements are begun from it.
        InUse = "in-use",
        /// Not any more; agreements that were begun from it stay.
        Retired = "retired",
    }
}

/// Words in the three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InThree {
    /// Finnish.
    pub fi: String,
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl InThree {
    /// In one of them.
    #[must_use]
    pub fn of(&self, language: InterfaceLanguage) -> &str {
        match language {
            InterfaceLanguage::Finnish => &self.fi,
            InterfaceLanguage::Swedish => &self.sv,
            InterfaceLanguage::English => &self.en,
        }
    }
}

/// What a template says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// What the agreement is called.
    pub title: InThree,
    /// Its text, with fields such as `{client-name}`.
    pub text: InThree,
}

/// A version of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Which.
    pub id: TemplateId,
    /// How many times a draft was saved.
    pub version: i64,
    /// Versions of one template share it.
    pub family: String,
    /// Its number among them.
    pub number: i64,
    /// How it stands.
    pub standing: Standing,
    /// What it says.
    pub content: Content,
}
