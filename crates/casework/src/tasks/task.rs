//! What a task is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{AccountId, SealedRecord, SubjectId, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// Where a task stands.
    pub(crate) enum State {
        /// It is to be done.
        Open = "open",
        /// It was done.
        Done = "done",
        /// It was not needed after all.
        Dropped = "dropped",
    }
}

named_states! {
    /// What a task comes from.
    pub(crate) enum Source {
        /// What was agreed in a contact or meeting.
        Contact = "contact",
        /// A period that is to be reviewed.
        PeriodReview = "period-review",
        /// Somebody wrote it down.
        Manual = "manual",
    }
}

/// What is to be done. Sealed: it tells of the client.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Title {
    /// In words.
    pub(crate) title: String,
}

impl SealedRecord for Title {
    const TABLE: &'static str = "task";
}

impl std::fmt::Debug for Title {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Title")
    }
}

impl Title {
    /// The title of these words.
    pub(crate) fn of(words: &str) -> Self {
        Self {
            title: words.to_owned(),
        }
    }
}

/// A task that is about to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewTask {
    /// What is to be done.
    pub(crate) title: Title,
    /// By which day.
    pub(crate) due_on: Date,
    /// By whom.
    pub(crate) responsible: AccountId,
}

/// A task as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// What is to be done.
    pub(crate) title: Title,
    /// By which day.
    pub(crate) due_on: Date,
    /// By whom.
    pub(crate) responsible: AccountId,
    /// As colleagues know that worker.
    pub(crate) responsible_name: String,
    /// Where it stands.
    pub(crate) state: State,
    /// What it comes from.
    pub(crate) source: Source,
    /// The contact that it follows from.
    pub(crate) contact: Option<Uuid>,
    /// When it was done or dropped.
    pub(crate) settled_at: Option<Timestamp>,
}

/// A task with the client's name: for lists across clients.
#[derive(Clone, Debug)]
pub(crate) struct NamedTask {
    /// The task.
    pub(crate) task: Task,
    /// Whom it concerns.
    pub(crate) name: String,
}
