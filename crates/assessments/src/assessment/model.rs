//! What an assessment is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::instruments::{Definition, EditionId, Score, scores};

named_states! {
    /// When on the way an assessment is made.
    pub enum Phase {
        /// At the start.
        Start = "start",
        /// On the way.
        Interim = "interim",
        /// At the end.
        End = "end",
        /// Some time after the end.
        FollowUp = "follow-up",
    }
}

named_states! {
    /// How far an assessment is.
    pub enum State {
        /// It is being made.
        Open = "open",
        /// It is complete and does not change any more.
        Complete = "complete",
        /// A later one corrects it.
        Corrected = "corrected",
    }
}

/// Answers to an instrument, complete or not. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Answers {
    /// The numbers chosen, by item.
    pub values: BTreeMap<String, i64>,
    /// What was written to open questions, by item.
    pub texts: BTreeMap<String, String>,
    /// The items that were left out on purpose.
    pub skipped: BTreeSet<String>,
    /// What else was noted.
    pub note: String,
}

impl Answers {
    /// How many questions of an instrument are seen to.
    #[must_use]
    pub fn seen_to(&self, definition: &Definition) -> usize {
        let is_seen_to = |key: &str| {
            self.values.contains_key(key) || self.texts.contains_key(key) || self.skipped.contains(key)
        };
        definition
            .items
            .iter()
            .filter(|item| is_seen_to(&item.key))
            .count()
    }

    /// Whether anything was answered at all.
    #[must_use]
    pub fn has_any(&self) -> bool {
        !self.values.is_empty() || !self.texts.is_empty()
    }

    /// The scores of an instrument's subscales.
    #[must_use]
    pub fn scores(&self, definition: &Definition) -> Vec<Score> {
        scores(definition, &self.values)
    }
}

/// The worker's answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct WorkersAnswers(pub(crate) Answers);

impl SealedRecord for WorkersAnswers {
    const TABLE: &'static str = "assessment";
}

/// An assessment that is stored.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Its id.
    pub id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// By which edition of an instrument.
    pub edition: EditionId,
    /// Of which instrument.
    pub family: String,
    /// When on the way.
    pub phase: Phase,
    /// On which day.
    pub dated: Date,
    /// How far it is.
    pub state: State,
    /// The one that it corrects.
    pub corrects: Option<Uuid>,
    /// Who began it.
    pub by: String,
    /// When it was completed.
    pub completed_at: Option<Timestamp>,
    /// The worker's answers.
    pub answers: Answers,
    /// The client's part, if the client was asked.
    pub own: Option<OwnPart>,
}

/// What the client was asked, and answered.
#[derive(Clone, Debug)]
pub struct OwnPart {
    /// Its id.
    pub id: Uuid,
    /// How many times it was stored.
    pub version: i64,
    /// Whether the client has given it.
    pub state: OwnState,
    /// How the client was asked.
    pub way: Way,
    /// When the client was asked.
    pub asked_at: Timestamp,
    /// When the client gave it.
    pub given_at: Option<Timestamp>,
    /// The client's answers.
    pub answers: Answers,
}

named_states! {
    /// Whether the client has answered.
    pub enum OwnState {
        /// Asked; half-done answers are kept.
        Asked = "asked",
        /// Given; it does not change any more.
        Given = "given",
    }
}

named_states! {
    /// How the client answers.
    pub enum Way {
        /// On the worker's device, handed over.
        Tablet = "tablet",
        /// On a device of their own, by a link.
        Link = "link",
    }
}

/// The client's answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct ClientsAnswers(pub(crate) Answers);

impl SealedRecord for ClientsAnswers {
    const TABLE: &'static str = "self_assessment";
}

impl OwnPart {
    /// The answers once the client has given them: what is half done is the client's alone.
    #[must_use]
    pub fn given(&self) -> Option<&Answers> {
        (self.state == OwnState::Given).then_some(&self.answers)
    }
}

impl Assessment {
    /// What the client has given.
    #[must_use]
    pub fn given(&self) -> Option<&Answers> {
        self.own.as_ref().and_then(OwnPart::given)
    }
}
