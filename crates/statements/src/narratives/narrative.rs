//! What a client narrative is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is secret in a wording. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Words {
    /// What it is about, in a few words.
    pub(crate) heading: String,
    /// The narrative.
    pub(crate) text: String,
    /// Why the earlier wording was corrected; empty in the original.
    pub(crate) reason: String,
}

impl SealedRecord for Words {
    const TABLE: &'static str = "narrative_version";
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Words")
    }
}

/// A narrative as somebody wants it to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Telling {
    /// The day that it tells of.
    pub(crate) dated: Date,
    /// Heading, text and the reason of a correction.
    pub(crate) words: Words,
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

/// A narrative with the wording that counts.
#[derive(Clone, Debug)]
pub(crate) struct Narrative {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// The wording that counts.
    pub(crate) current: Version,
    /// Who made it.
    pub(crate) author: String,
}
