//! What a client relationship is.

use jiff::civil::Date;
use polku_desk::{SealedRecord, SubjectId};
use polku_values::service::{Measure, Placement, ReferringBody};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How the client came. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Referral {
    /// The kind of body that referred the client.
    pub(crate) referring_body: Option<ReferringBody>,
    /// Which body and who there, in words.
    pub(crate) referrer: String,
    /// The day of the referral.
    pub(crate) referred_on: Option<Date>,
    /// What the cover note says.
    pub(crate) cover_note: String,
}

impl SealedRecord for Referral {
    const TABLE: &'static str = "client_relationship";
}

impl std::fmt::Debug for Referral {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Referral")
    }
}

/// A relationship that is about to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewRelationship {
    /// What it rests on.
    pub(crate) basis: Measure,
    /// Its first day.
    pub(crate) started_on: Date,
    /// How the client came.
    pub(crate) referral: Referral,
}

/// How a relationship ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ending {
    /// The last day.
    pub(crate) on: Date,
    /// Where the client went on to.
    pub(crate) placement: Placement,
}

/// A relationship as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Relationship {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// What it rests on.
    pub(crate) basis: Measure,
    /// Its first day.
    pub(crate) started_on: Date,
    /// How it ended, when it has.
    pub(crate) ending: Option<Ending>,
    /// The day on which to ask where the client is a year on; none when there is nothing left to ask.
    pub(crate) follow_up_on: Option<Date>,
    /// Where the client was a year after the end.
    pub(crate) placement_after_year: Option<Placement>,
    /// How the client came.
    pub(crate) referral: Referral,
}

impl Relationship {
    /// Whether it goes on.
    pub(crate) const fn is_open(&self) -> bool {
        self.ending.is_none()
    }
}
