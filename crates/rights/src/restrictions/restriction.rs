//! What a restriction of processing is (GDPR 18).

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// On what ground a person may ask for restriction: GDPR 18.1 a–d.
    pub enum Ground {
        /// The person says that the data is wrong, until that is found out.
        Accuracy = "accuracy",
        /// Processing is unlawful, and the person wants restriction rather than erasure.
        Unlawful = "unlawful",
        /// The controller needs the data no longer, but the person does for a legal claim.
        Claims = "claims",
        /// The person has objected, until it is weighed whose grounds prevail.
        Objection = "objection",
    }
}

named_states! {
    /// Whether a restriction is in force.
    pub enum State {
        /// It is.
        InForce = "in-force",
        /// It was lifted.
        Lifted = "lifted",
    }
}

impl Ground {
    /// Its point in article 18.1.
    #[must_use]
    pub const fn point(self) -> &'static str {
        match self {
            Self::Accuracy => "18.1 a",
            Self::Unlawful => "18.1 b",
            Self::Claims => "18.1 c",
            Self::Objection => "18.1 d",
        }
    }
}

/// What is secret in a restriction. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RestrictionWords {
    /// What data it is about. The whole record is frozen all the same.
    pub scope: String,
    /// Why.
    pub reasons: String,
    /// How the person was told that it is lifted.
    pub told_how: String,
    /// Why it is lifted.
    pub lifted_why: String,
}

impl SealedRecord for RestrictionWords {
    const TABLE: &'static str = "restriction";
}

impl std::fmt::Debug for RestrictionWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RestrictionWords")
    }
}

/// A restriction that is stored.
#[derive(Clone, Debug)]
pub struct Restriction {
    /// Its id.
    pub id: Uuid,
    /// Under whose record it was made.
    pub owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// The request that it answers.
    pub request: Option<Uuid>,
    /// On what ground.
    pub ground: Ground,
    /// Whether it is in force.
    pub state: State,
    /// Since when.
    pub since: Timestamp,
    /// Who set it.
    pub set_by: String,
    /// When the person was told that it is lifted.
    pub told_on: Option<Date>,
    /// Who lifted it, and when.
    pub lifted: Option<(String, Timestamp)>,
    /// What is secret in it.
    pub words: RestrictionWords,
}
