//! What a draft is.

use std::collections::BTreeMap;

use jiff::Timestamp;
use polku_desk::{SealedRecord, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// What is being written.
    pub enum DraftKind {
        /// A new entry of the diary.
        Note = "note",
        /// A correction of an entry; the target is the entry.
        Correction = "correction",
        /// A statement; the target is the statement.
        Statement = "statement",
        /// An agreement; the target is the agreement.
        Agreement = "agreement",
    }
}

/// The fields of a form as they were typed. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct DraftFields(pub(crate) BTreeMap<String, Vec<String>>);

impl SealedRecord for DraftFields {
    const TABLE: &'static str = "draft";
}

/// A draft that is stored.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// Its id.
    pub(crate) id: Uuid,
    /// How many times it was saved.
    pub(crate) version: i64,
    /// What is being written.
    pub(crate) kind: DraftKind,
    /// What it is about, when that exists already.
    pub(crate) target: Option<Uuid>,
    /// When it was saved last.
    pub(crate) saved_at: Timestamp,
    /// What was typed.
    pub(crate) fields: DraftFields,
}
