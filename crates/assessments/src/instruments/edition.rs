//! Editions: an instrument as it is at one time. A published one never changes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::definition::Definition;

/// Which edition: `learning-at-work.1` of those shipped, a UUID of a register's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct EditionId(pub String);

impl EditionId {
    /// The row of a register's own edition; none for those shipped.
    #[must_use]
    pub fn own(&self) -> Option<Uuid> {
        self.0.parse().ok()
    }
}

impl From<Uuid> for EditionId {
    fn from(id: Uuid) -> Self {
        Self(id.to_string())
    }
}

impl std::fmt::Display for EditionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

polku_desk::named_states! {
    /// How an edition stands.
    pub enum Standing {
        /// It is being written, and nobody assesses by it.
        Draft = "draft",
        /// It is offered, and does not change any more.
        Published = "published",
        /// It is not offered any more; what was assessed by it stays.
        Withdrawn = "withdrawn",
    }
}

/// An edition of an instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Which.
    pub id: EditionId,
    /// How many times a draft was saved.
    pub version: i64,
    /// The instrument that it is an edition of.
    pub family: String,
    /// Its number among them, for people.
    pub number: i64,
    /// How it stands.
    pub standing: Standing,
    /// What it says.
    pub definition: Definition,
}
