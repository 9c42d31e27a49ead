//! What a decision is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// How a client was told of a decision.
    pub(crate) enum Notified {
        /// Handed over.
        InPerson = "in-person",
        /// By letter.
        Letter = "letter",
        /// By registered letter, or against an acknowledgement of receipt.
        RegisteredLetter = "registered-letter",
        /// By an electronic message in a protected service.
        SecureMessage = "secure-message",
    }
}

/// What is secret in a decision. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Words {
    /// What was decided, in words.
    pub(crate) what: String,
    /// Why.
    pub(crate) reasons: String,
    /// Who decided: office or name.
    pub(crate) decided_by: String,
    /// The number of the act that it rests on.
    pub(crate) act: String,
    /// The section.
    pub(crate) section: String,
    /// How to appeal.
    pub(crate) appeal: String,
}

impl SealedRecord for Words {
    const TABLE: &'static str = "decision";
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Words")
    }
}

/// A decision that is to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewDecision {
    /// The day of the decision.
    pub(crate) decided_on: Date,
    /// What, why, by whom, on which ground.
    pub(crate) words: Words,
    /// The one that it takes the place of.
    pub(crate) replaces: Option<Uuid>,
}

/// How and when the client was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Notice {
    /// How.
    pub(crate) by: Notified,
    /// When.
    pub(crate) on: Date,
}

/// A decision as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// The day of the decision.
    pub(crate) decided_on: Date,
    /// What, why, by whom, on which ground.
    pub(crate) words: Words,
    /// How and when the client was told.
    pub(crate) notice: Option<Notice>,
    /// The one that it takes the place of.
    pub(crate) replaces: Option<Uuid>,
    /// The one that took its place.
    pub(crate) replaced_by: Option<Uuid>,
    /// Who entered it.
    pub(crate) author: String,
    /// When.
    pub(crate) written_at: Timestamp,
}
