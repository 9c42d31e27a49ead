//! What an entry of the diary is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// What an entry tells of.
    pub(crate) enum EntryKind {
        /// Something noted.
        Note = "note",
        /// A talk with the client.
        Conversation = "conversation",
        /// A telephone call.
        Phone = "phone",
        /// A letter, a text message or an e-mail.
        Message = "message",
        /// A meeting, also of several.
        Meeting = "meeting",
        /// Something observed at work.
        Observation = "observation",
        /// Minutes of something that was agreed.
        Memo = "memo",
    }
}

/// What is secret in a wording. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Wording {
    /// The text.
    pub(crate) text: String,
    /// The goals that it tells of.
    pub(crate) goals: Vec<Uuid>,
    /// Why the earlier wording was corrected; empty in the original.
    pub(crate) reason: String,
}

impl SealedRecord for Wording {
    const TABLE: &'static str = "diary_version";
}

/// An entry as somebody wants it to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Telling {
    /// The day that it tells of.
    pub(crate) dated: Date,
    /// What it tells of.
    pub(crate) kind: EntryKind,
    /// The contact that it tells of.
    pub(crate) contact: Option<Uuid>,
    /// Text, goals and the reason of a correction.
    pub(crate) wording: Wording,
}

/// A wording that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    /// 1 is the original.
    pub(crate) number: i64,
    /// What it says.
    pub(crate) says: Telling,
    /// Who wrote it.
    pub(crate) written_by: String,
    /// When.
    pub(crate) written_at: Timestamp,
}

/// An entry with the wording that counts.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// Who made it.
    pub(crate) author: String,
    /// When.
    pub(crate) created_at: Timestamp,
    /// The wording that counts.
    pub(crate) current: Version,
}

impl Entry {
    /// Whether it reads otherwise than when it was made.
    pub(crate) const fn is_corrected(&self) -> bool {
        self.current.number > 1
    }
}
