//! What a period is.

use jiff::civil::Date;
use polku_desk::{SealedRecord, SubjectId, ids::WorkgroupId, named_states};
use polku_values::service::{Measure, Placement};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::schedule::{Piece, Week};

named_states! {
    /// How far a period is.
    pub(crate) enum State {
        /// Agreed on, not begun.
        Planned = "planned",
        /// Going on.
        Ongoing = "ongoing",
        /// Over as agreed.
        Completed = "completed",
        /// Broken off, or never begun.
        Interrupted = "interrupted",
    }
}

/// How a period ended. Both are there as soon as it has: the placement is mandatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ending {
    /// The last day in fact.
    pub(crate) on: Date,
    /// Where the client went on to; "still at the workshop" counts.
    pub(crate) placement: Placement,
}

/// A break that was over when the period went on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Break {
    /// The last day before it.
    pub(crate) last_day: Date,
    /// The first day after it.
    pub(crate) resumed_on: Date,
    /// Why.
    pub(crate) reason: String,
}

/// What is sealed of a period, as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Details {
    /// Where: a workshop or an employer, in words.
    pub(crate) place: String,
    /// Why it was interrupted, when it was.
    pub(crate) reason: String,
    /// Breaks that are over, in order.
    pub(crate) breaks: Vec<Break>,
    /// Keys of the law's warnings that a worker accepted.
    pub(crate) accepted_warnings: Vec<String>,
}

impl SealedRecord for Details {
    const TABLE: &'static str = "service_period";
}

impl std::fmt::Debug for Details {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Details")
    }
}

/// What is agreed on for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// What it is.
    pub(crate) measure: Measure,
    /// The group that the client works in.
    pub(crate) workgroup: Option<WorkgroupId>,
    /// Where, in words.
    pub(crate) place: String,
    /// The first day.
    pub(crate) starts_on: Date,
    /// The last day; none while it is not agreed on.
    pub(crate) ends_on: Option<Date>,
    /// The days of a week and their length.
    pub(crate) week: Week,
}

/// A period as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Period {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// How far it is.
    pub(crate) state: State,
    /// What it is.
    pub(crate) measure: Measure,
    /// The group that the client works in.
    pub(crate) workgroup: Option<WorkgroupId>,
    /// The first day: as planned, and from the start on in fact.
    pub(crate) starts_on: Date,
    /// The last day as planned.
    pub(crate) ends_on: Option<Date>,
    /// How it ended, when it has.
    pub(crate) ending: Option<Ending>,
    /// What is sealed of it.
    pub(crate) details: Details,
    /// The weekly schedule, dated, in order.
    pub(crate) schedule: Vec<Piece>,
}

impl Period {
    /// The latest weekly schedule.
    pub(crate) fn week(&self) -> Week {
        self.schedule.last().map_or(Week::NONE, |piece| piece.week)
    }

    /// The last day: in fact when it has ended, as planned until then.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.ending.map_or(self.ends_on, |ending| Some(ending.on))
    }
}
