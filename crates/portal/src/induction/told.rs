//! What an induction is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rules::Point;

named_states! {
    /// How a client was told.
    pub enum Way {
        /// By word of mouth.
        Oral = "oral",
        /// By word of mouth, and the leaflet was handed over.
        OralWithLeaflet = "oral-with-leaflet",
        /// The leaflet was handed over.
        Handed = "handed",
        /// The leaflet was sent.
        Sent = "sent",
    }
}

named_states! {
    /// In which language.
    pub enum Tongue {
        /// Finnish.
        Finnish = "fi",
        /// Swedish.
        Swedish = "sv",
        /// English.
        English = "en",
        /// Another one, or with an interpreter.
        Other = "other",
    }
}

/// What is secret in an induction. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// What was told.
    pub points: Vec<Point>,
    /// The other language.
    pub language: String,
    /// What was noted beside.
    pub note: String,
}

impl SealedRecord for Words {
    const TABLE: &'static str = "induction";
}

/// What was told to a client at a time, to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInduction {
    /// The day.
    pub told_on: Date,
    /// In which language.
    pub tongue: Tongue,
    /// How.
    pub way: Way,
    /// What.
    pub words: Words,
}

/// What was told to a client at a time.
#[derive(Clone, Debug)]
pub struct Induction {
    /// Its id.
    pub id: Uuid,
    /// What was told.
    pub told: NewInduction,
    /// By whom.
    pub by: String,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Which version of the privacy notice was in force; none where none was published.
    pub notice_version: Option<i64>,
}
