//! What a photograph is, who is in it, where it is used.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, documents::StoredContent};
use polku_documents::pictures::FileKind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rules::{self, Facts, Standing};
use crate::consents::consent::{Manner, Through};

/// What is secret about a photograph. Sealed as one value with the photograph's key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PhotoWords {
    /// What it shows.
    pub(super) title: String,
    /// Where it was taken.
    pub(super) place: String,
    /// For what it is needed.
    pub(super) need: String,
}

impl SealedRecord for PhotoWords {
    const TABLE: &'static str = "photo";
}

/// A photograph.
#[derive(Clone, Debug)]
pub(super) struct Photo {
    /// Who is in it, as the desk knows them: by this it is found.
    pub(super) subject: SubjectId,
    pub(super) version: i64,
    pub(super) taken_on: Option<Date>,
    pub(super) facts: Facts,
    pub(super) kind: FileKind,
    pub(super) stored: StoredContent,
    pub(super) added_at: Timestamp,
    pub(super) added_by: String,
    pub(super) words: PhotoWords,
}

impl Photo {
    /// Where it stands on a day.
    pub(super) fn standing(&self, day: Date) -> Standing {
        rules::standing(&self.facts, day)
    }
}

/// What is said of a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct About {
    pub(super) words: PhotoWords,
    pub(super) taken_on: Option<Date>,
    pub(super) needed_until: Date,
    pub(super) people: i64,
}

/// What is secret about a consent. Sealed with the client's key, or with the photograph's.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PicturedWords {
    /// The name of somebody who is no client.
    pub(super) name: String,
    /// Their phone.
    pub(super) phone: String,
    /// What the photograph showed, and for what it was needed, when the consent was given.
    pub(super) title: String,
    pub(super) need: String,
    /// The text that was read, and its edition.
    pub(super) statement: String,
    pub(super) edition: i64,
}

impl std::fmt::Debug for PicturedWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PicturedWords")
    }
}

impl SealedRecord for PicturedWords {
    const TABLE: &'static str = "photo_pictured";
}

/// Somebody in a photograph, with their consent.
#[derive(Clone, Debug)]
pub(super) struct Pictured {
    pub(super) id: Uuid,
    /// Whose row it is: the client, or the photograph itself for somebody who is no client.
    pub(super) owner: SubjectId,
    pub(super) photo: SubjectId,
    pub(super) manner: Manner,
    pub(super) signed_on: Option<Date>,
    pub(super) valid_until: Option<Date>,
    pub(super) recorded_at: Timestamp,
    pub(super) recorded_by: String,
    /// When it was withdrawn, and whether a worker recorded that or the client did it.
    pub(super) withdrawn: Option<(Timestamp, Through)>,
    pub(super) words: PicturedWords,
}

impl Pictured {
    /// Whether the consent counts on a day.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.withdrawn.is_none() && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// A consent as it is given.
#[derive(Clone, Debug)]
pub(super) struct NewConsent {
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) manner: Manner,
    pub(super) signed_on: Option<Date>,
    pub(super) valid_until: Option<Date>,
}

/// The place where a photograph is used. Sealed with the photograph's key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct UseWords {
    pub(super) place: String,
}

impl SealedRecord for UseWords {
    const TABLE: &'static str = "photo_use";
}

/// A use of a photograph.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub(super) id: Uuid,
    pub(super) used_on: Date,
    pub(super) taken_down: Option<(Timestamp, String)>,
    pub(super) words: UseWords,
}
