//! What a goal is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// Whether a goal is worked towards.
    pub(crate) enum GoalState {
        /// It is.
        Open = "open",
        /// It was reached.
        Reached = "reached",
        /// It was given up.
        Dropped = "dropped",
    }
}

named_states! {
    /// What happened to a goal.
    pub(crate) enum EventKind {
        /// It was set.
        Set = "set",
        /// Progress was marked.
        Progress = "progress",
        /// It was worded otherwise.
        Reworded = "reworded",
        /// It was reached.
        Reached = "reached",
        /// It was given up.
        Dropped = "dropped",
        /// It was taken up again.
        Reopened = "reopened",
    }
}

/// A step on the way, from 0 (not begun) to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Step(u8);

impl Step {
    /// Where every goal begins.
    pub(crate) const FIRST: Self = Self(0);
    /// The last step.
    pub(crate) const LAST: Self = Self(5);

    /// All steps in order.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (Self::FIRST.0..=Self::LAST.0).map(Self)
    }

    /// The step of a number; none beyond the last.
    pub(crate) fn of(number: i64) -> Option<Self> {
        u8::try_from(number)
            .ok()
            .map(Self)
            .filter(|step| *step <= Self::LAST)
    }

    /// Its number.
    pub(crate) const fn number(self) -> u8 {
        self.0
    }
}

/// What is secret in a goal. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct GoalWords {
    /// The goal in a few words.
    pub(crate) title: String,
    /// What it means, and how one sees that it is reached.
    pub(crate) description: String,
}

impl SealedRecord for GoalWords {
    const TABLE: &'static str = "goal";
}

/// A goal as somebody wants it to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aim {
    /// Title and description.
    pub(crate) words: GoalWords,
    /// Where the client should come to.
    pub(crate) target: Step,
    /// The period that it belongs to; none when it is the client's.
    pub(crate) period: Option<Uuid>,
}

/// A goal that is stored.
#[derive(Clone, Debug)]
pub(crate) struct Goal {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// What it says.
    pub(crate) aim: Aim,
    /// Whether it is worked towards.
    pub(crate) state: GoalState,
    /// Where the client is.
    pub(crate) level: Step,
    /// Since when.
    pub(crate) opened_on: Date,
    /// When it was reached or dropped.
    pub(crate) closed_on: Option<Date>,
}

/// What is secret in an event. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct EventWords {
    /// What was noted.
    pub(crate) note: String,
    /// The diary entries that show it.
    pub(crate) evidence: Vec<Uuid>,
    /// The wording that was replaced, and its target.
    pub(crate) earlier: Option<Earlier>,
}

/// A wording that was replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Earlier {
    /// Title and description.
    pub(crate) words: GoalWords,
    /// Where the client should have come to.
    pub(crate) target: Step,
}

impl SealedRecord for EventWords {
    const TABLE: &'static str = "goal_event";
}

/// Something that happened to a goal.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// What.
    pub(crate) kind: EventKind,
    /// The step after it.
    pub(crate) level: Step,
    /// On which day.
    pub(crate) dated: Date,
    /// What was noted.
    pub(crate) words: EventWords,
    /// Who wrote it.
    pub(crate) written_by: String,
    /// When.
    pub(crate) written_at: Timestamp,
}

/// A goal by its title: for choosing, and for naming what an entry tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GoalTitle {
    /// The goal.
    pub(crate) id: Uuid,
    /// Its title.
    pub(crate) title: String,
}
