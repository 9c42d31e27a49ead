//! What a request of others is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, named_states};
use polku_profile::Channel;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::letter::Letter;

named_states! {
    /// How far a request is.
    pub enum State {
        /// It came.
        Received = "received",
        /// Somebody answers it.
        InHand = "in-hand",
        /// The time was extended to a month, and the asker told.
        Extended = "extended",
        /// Given as asked.
        Granted = "granted",
        /// Given in part.
        Partly = "partly",
        /// Refused.
        Refused = "refused",
        /// Sent to the authority that it belongs to.
        Routed = "routed",
        /// The asker took it back.
        Withdrawn = "withdrawn",
    }
}

named_states! {
    /// What somebody does to a request.
    pub enum Act {
        /// Takes it in hand.
        Take = "take",
        /// Extends the time to a month, and tells.
        Extend = "extend",
        /// Gives what was asked.
        Grant = "grant",
        /// Gives the public part.
        Partly = "partly",
        /// Refuses, and tells of the right to a decision.
        Refuse = "refuse",
        /// Decides in writing, with how to appeal, after a refusal that the asker did not accept.
        Decide = "decide",
        /// Sends it to another authority.
        Route = "route",
        /// Takes it back for the asker.
        Withdraw = "withdraw",
    }
}

impl State {
    /// Whether it is answered.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        !matches!(self, Self::Received | Self::InHand | Self::Extended)
    }
}

impl Act {
    /// Whether the asker gets a letter.
    pub(super) const fn writes(self) -> bool {
        !matches!(self, Self::Take | Self::Withdraw)
    }

    /// Whether it must be told why.
    pub(super) const fn needs_reasons(self) -> bool {
        matches!(self, Self::Extend | Self::Partly | Self::Refuse | Self::Decide)
    }
}

/// A step of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// What was done; none for its receipt.
    pub act: Option<Act>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// What is secret in a request: all of it. Sealed as one value with the register's key.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublicityWords {
    /// Who asks; nobody has to say it.
    pub asker: String,
    /// Where the answer goes.
    pub contact: String,
    /// What is asked.
    pub asked: String,
    /// Why it was answered so.
    pub reasons: String,
    /// The provision of a refusal.
    pub provision: String,
    /// The authority that it was sent to.
    pub routed_to: String,
    /// What was written.
    pub letters: Vec<Letter>,
    /// What was done, the earliest first.
    pub steps: Vec<Step>,
}

impl SealedRecord for PublicityWords {
    const TABLE: &'static str = "publicity_request";
}

impl std::fmt::Debug for PublicityWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PublicityWords")
    }
}

/// A request that is stored.
#[derive(Clone, Debug)]
pub struct PublicityRequest {
    /// Its id.
    pub id: Uuid,
    /// How many times it was stored.
    pub version: i64,
    /// How far it is.
    pub state: State,
    /// How it came.
    pub channel: Channel,
    /// When it came.
    pub received_on: Date,
    /// The last day for the answer.
    pub due_on: Date,
    /// Who answers.
    pub handler: Option<String>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What is secret in it.
    pub words: PublicityWords,
}
