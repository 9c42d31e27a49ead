//! A decision about secondary use, and the extracts that were made from it.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, named_states};
use polku_profile::Field;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rules::{self, Standing};

named_states! {
    /// For what data is used a second time (GDPR 5.1 b, 89).
    pub enum Kind {
        /// Scientific or historical research.
        Research = "research",
        /// Archiving in the public interest.
        Archiving = "archiving",
    }
}

named_states! {
    /// How exactly days are told.
    pub enum Coarseness {
        /// The year alone.
        Year = "year",
        /// The year and the month.
        Month = "month",
    }
}

named_states! {
    /// How far an extract is.
    pub enum State {
        /// It is being made.
        Waiting = "waiting",
        /// It can be fetched.
        Ready = "ready",
        /// It could not be made.
        Failed = "failed",
    }
}

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NewDecision {
    pub(super) kind: Kind,
    pub(super) title: String,
    /// For what the recipient uses it.
    pub(super) task: String,
    pub(super) recipient: String,
    /// The ground in law: act, section, permit.
    pub(super) ground: String,
    pub(super) decided_by: String,
    pub(super) power: String,
    pub(super) decided_on: Date,
    pub(super) valid_from: Date,
    pub(super) valid_until: Date,
    /// Whom it is about: those in service on any day from here…
    pub(super) served_from: Date,
    /// …to here.
    pub(super) served_until: Date,
    pub(super) fields: Vec<Field>,
    pub(super) coarseness: Coarseness,
    /// The recipient's public key, as age writes it.
    pub(super) recipient_key: String,
}

/// A decision as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub(super) id: Uuid,
    pub(super) new: NewDecision,
    pub(super) ended_on: Option<Date>,
    pub(super) recorded_by: String,
    pub(super) recorded_at: Timestamp,
}

impl Decision {
    /// Where it stands on a day.
    pub(super) fn standing(&self, day: Date) -> Standing {
        rules::standing(self.new.valid_from, self.new.valid_until, self.ended_on, day)
    }
}

/// The key of a decision's pseudonyms. Sealed with the register's key.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct PseudonymKey {
    pub(super) bytes: [u8; 32],
}

impl std::fmt::Debug for PseudonymKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PseudonymKey")
    }
}

impl SealedRecord for PseudonymKey {
    const TABLE: &'static str = "secondary_use";
}

/// How many people: in the file, left out, and standing out in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) people: i64,
    /// Left out, since their processing is restricted.
    pub(super) restricted: i64,
    /// Left out, since they objected.
    pub(super) objected: i64,
    /// In the file in a group of less than [`rules::FEW`] who look alike.
    pub(super) few: i64,
}

/// An extract.
#[derive(Clone, Debug)]
pub(super) struct Extract {
    pub(super) id: Uuid,
    pub(super) decision: Uuid,
    pub(super) state: State,
    pub(super) asked_by: String,
    pub(super) asked_at: Timestamp,
    pub(super) made_at: Option<Timestamp>,
    pub(super) counted: Counted,
    pub(super) sha256: Option<String>,
    pub(super) expires_at: Option<Timestamp>,
    /// Who fetched it last, and when.
    pub(super) handed: Option<(String, Timestamp)>,
}

impl Extract {
    /// Whether it can be fetched at a moment.
    pub(super) fn is_here(&self, now: Timestamp) -> bool {
        self.state == State::Ready && self.expires_at.is_some_and(|end| now < end)
    }
}
