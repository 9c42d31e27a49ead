//! What a skill is, and how somebody masters it.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::instruments::Words;

named_states! {
    /// Whether a skill is on the list.
    pub(crate) enum SkillState {
        /// It is.
        InUse = "in-use",
        /// It is not offered any more; what was marked stays.
        Withdrawn = "withdrawn",
    }
}

/// A skill of the register's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Skill {
    /// Its id.
    pub(crate) id: Uuid,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// The workshop or the field.
    pub(crate) area: String,
    /// Its name.
    pub(crate) title: Words,
    /// Whether it is on the list.
    pub(crate) state: SkillState,
}

named_states! {
    /// How somebody masters a skill.
    pub(crate) enum Level {
        /// Has practised it.
        Practised = "practised",
        /// Can do it when guided.
        Guided = "guided",
        /// Can do it alone.
        Alone = "alone",
        /// Can guide others.
        Teaches = "teaches",
    }
}

/// What is secret in a mark. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct MarkWords {
    /// What was noted.
    pub(crate) note: String,
    /// The diary entries that show it.
    pub(crate) evidence: Vec<Uuid>,
}

impl SealedRecord for MarkWords {
    const TABLE: &'static str = "skill_mark";
}

/// How a client masters a skill, as it was seen on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made.
    pub(crate) owner: SubjectId,
    /// Which skill.
    pub(crate) skill: Uuid,
    /// How.
    pub(crate) level: Level,
    /// On which day.
    pub(crate) dated: Date,
    /// Who marked it.
    pub(crate) by: String,
    /// When.
    pub(crate) written_at: Timestamp,
    /// Note and evidence.
    pub(crate) words: MarkWords,
}

/// The latest mark of each skill; `marks` are the earliest first.
pub(crate) fn latest(marks: &[Mark]) -> Vec<&Mark> {
    let mut latest: Vec<&Mark> = Vec::new();
    for mark in marks {
        latest.retain(|earlier| earlier.skill != mark.skill);
        latest.push(mark);
    }
    latest
}
