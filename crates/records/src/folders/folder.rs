//! What a folder is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// Where a folder is.
    pub(crate) enum State {
        /// In its place.
        InPlace = "in-place",
        /// Somebody has it.
        Taken = "taken",
        /// Nowhere any more.
        Destroyed = "destroyed",
    }
}

/// What is in a folder.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct FolderWords {
    /// In a few words.
    pub(crate) contents: String,
}

impl SealedRecord for FolderWords {
    const TABLE: &'static str = "paper_folder";
}

impl std::fmt::Debug for FolderWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("FolderWords")
    }
}

/// What a folder was taken for.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct LoanWords {
    /// In a few words; may be empty.
    pub(crate) what_for: String,
}

impl SealedRecord for LoanWords {
    const TABLE: &'static str = "paper_loan";
}

impl std::fmt::Debug for LoanWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("LoanWords")
    }
}

/// The years of what is in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Years {
    pub(crate) from: i16,
    /// None while it still grows.
    pub(crate) until: Option<i16>,
}

impl std::fmt::Display for Years {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.until {
            Some(until) if until == self.from => write!(formatter, "{until}"),
            Some(until) => write!(formatter, "{}–{until}", self.from),
            None => write!(formatter, "{}–", self.from),
        }
    }
}

/// A folder that is to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewFolder {
    pub(crate) place: Uuid,
    /// The key of a retention class.
    pub(crate) class: String,
    pub(crate) years: Years,
    pub(crate) words: FolderWords,
}

/// A folder as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    pub(crate) id: Uuid,
    /// Under whose record it was entered: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    pub(crate) place: Uuid,
    pub(crate) class: String,
    pub(crate) years: Years,
    pub(crate) state: State,
    pub(crate) destroyed_on: Option<Date>,
    pub(crate) words: FolderWords,
}

/// A time that somebody took a folder.
#[derive(Clone, Debug)]
pub(crate) struct Loan {
    pub(crate) folder: Uuid,
    pub(crate) taker: String,
    pub(crate) taken_at: Timestamp,
    pub(crate) returned_at: Option<Timestamp>,
    pub(crate) words: LoanWords,
}
