//! What a document is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, documents::StoredContent};
use polku_profile::Publicity;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{class::Class, examine::Remarks, kind::FileKind};

polku_desk::named_states! {
    /// Whether a document is kept.
    pub enum State {
        /// It is.
        Kept = "kept",
        /// It was thrown away, and can be taken back.
        Binned = "binned",
    }
}

polku_desk::named_states! {
    /// Whether a file was looked through for viruses.
    pub enum Checked {
        /// It waits in quarantine.
        Waiting = "waiting",
        /// Nothing was found.
        Clean = "clean",
        /// Something was found: it stays closed for good.
        Infected = "infected",
        /// It could not be looked through, for being too large or too packed: it stays closed.
        Unchecked = "unchecked",
        /// The product made it itself.
        Made = "made",
    }
}

polku_desk::named_states! {
    /// Whether the text of a file was read.
    pub enum Reading {
        /// It waits.
        Waiting = "waiting",
        /// It was.
        Read = "read",
        /// There is none in it, or its kind is not read.
        Nothing = "nothing",
        /// It could not be: torn, locked, or too much for the limits.
        Unread = "unread",
    }
}

polku_desk::named_states! {
    /// In what language a document is.
    pub enum Language {
        /// Finnish.
        Finnish = "fi",
        /// Swedish.
        Swedish = "sv",
        /// English.
        English = "en",
        /// Another.
        Other = "other",
    }
}

impl Checked {
    /// Whether a file may be opened.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Clean | Self::Made)
    }
}

/// What is secret in a document. Sealed as one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Words {
    /// What it is called.
    pub(crate) title: String,
    /// What it is about.
    pub(crate) class: Class,
    /// In what language it is, when it is known.
    #[serde(default)]
    pub(crate) language: Option<Language>,
    /// The key of a source of the profile (A5).
    #[serde(default)]
    pub(crate) source: String,
    /// Who exactly, when the source is a person whom the client named.
    #[serde(default)]
    pub(crate) who: String,
    /// The key of a channel of the profile (A5).
    #[serde(default)]
    pub(crate) channel: String,
    /// On what provision its secrecy rests.
    #[serde(default)]
    pub(crate) ground: String,
    /// Anything else.
    #[serde(default)]
    pub(crate) note: String,
}

impl SealedRecord for Words {
    const TABLE: &'static str = "document";
}

/// What is secret about a file. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct FileWords {
    /// Its name when it came.
    pub(crate) name: String,
    /// What was remarked in it.
    pub(crate) remarks: Remarks,
    /// What the virus is called.
    pub(crate) threat: Option<String>,
}

impl SealedRecord for FileWords {
    const TABLE: &'static str = "document_file";
}

/// What was read in a file. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DocumentText {
    /// The text of each page.
    pub(crate) pages: Vec<String>,
}

impl SealedRecord for DocumentText {
    const TABLE: &'static str = "document_text";
}

/// What somebody says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) words: Words,
    /// The day of the paper itself.
    pub(crate) dated: Option<Date>,
    pub(crate) publicity: Publicity,
}

/// A file of a document.
#[derive(Clone, Debug)]
pub(crate) struct StoredFile {
    /// How many times its row was stored.
    pub(crate) version: i64,
    /// Which of the document it is, from 1.
    pub(crate) number: i64,
    pub(crate) document: Uuid,
    pub(crate) stored: StoredContent,
    pub(crate) kind: FileKind,
    pub(crate) checked: Checked,
    pub(crate) reading: Reading,
    pub(crate) pages: Option<i64>,
    pub(crate) added_at: Timestamp,
    pub(crate) added_by: String,
    pub(crate) words: FileWords,
}

impl StoredFile {
    /// Its id: by it the seal knows the content.
    pub(crate) fn id(&self) -> Uuid {
        self.stored.content
    }

    /// Whether something is still to be done with it by itself.
    pub(crate) fn is_under_way(&self) -> bool {
        self.checked == Checked::Waiting || (self.checked.is_open() && self.reading == Reading::Waiting)
    }

    /// How many pages can be shown.
    pub(crate) fn shown_pages(&self) -> i64 {
        if self.checked.is_open() && self.kind.is_shown() {
            self.pages.unwrap_or(1).max(1)
        } else {
            0
        }
    }
}

/// A document with the file that it is now.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) id: Uuid,
    /// Under whose record it was added: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    pub(crate) version: i64,
    pub(crate) state: State,
    /// The key of its retention class.
    pub(crate) retention: String,
    pub(crate) about: About,
    pub(crate) added_at: Timestamp,
    pub(crate) file: StoredFile,
}
