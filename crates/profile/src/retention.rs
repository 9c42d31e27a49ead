//! How long things are kept, from when, and on what ground (F1, F3).

use serde::Deserialize;

use crate::{Citation, Deadline, Text, keyed::keyed};

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// Whole years, 2–20.
    Years(u8),
    /// A short working time, for papers that only lead to an entry.
    For(Deadline),
    /// While it is needed and the consent is in force; the shorter decides (C6).
    WhileConsented,
    /// Permanently, in the archive.
    Permanently,
}

keyed! {
    /// The event from which a retention period runs.
    pub enum ClockStart {
        /// The client relationship ended and cooperation is no longer needed.
        RelationshipEnded = "relationship_ended",
        /// The record was made or signed.
        RecordMade = "record_made",
        /// The calendar year of the record ended.
        YearEnded = "year_ended",
        /// The financial year of the record ended.
        FinancialYearEnded = "financial_year_ended",
        /// The consent was withdrawn or ran out.
        ConsentEnded = "consent_ended",
        /// The data was entered from the paper.
        Entered = "entered",
        /// The event or training was held.
        EventHeld = "event_held",
    }
}

keyed! {
    /// What is done when the time is over.
    pub enum Afterwards {
        /// Destroyed, with a certificate.
        Destroy = "destroy",
        /// Moved to the archive.
        Archive = "archive",
    }
}

/// `[[retention]]`: a retention class.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionClass {
    /// Key by which fields and records point here.
    pub key: String,
    /// Name of the class.
    pub name: Text,
    /// How long.
    pub keep: Keep,
    /// From when.
    pub from: ClockStart,
    /// What then.
    pub then: Afterwards,
    /// Ground in words: records plan, act, decision.
    pub ground: Text,
    /// Ground in law, where there is one.
    #[serde(default)]
    pub law: Option<Citation>,
    /// Function class of the records plan, where the controller has given it (F3).
    #[serde(default)]
    pub function_class: Option<String>,
}
