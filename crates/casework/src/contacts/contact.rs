//! What a contact is: a call, a message or a meeting with a client or about one.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use polku_desk::{SealedRecord, SubjectId, named_states};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// How people were in contact.
    pub(crate) enum ContactKind {
        /// By phone.
        Phone = "phone",
        /// By a text or other message.
        Message = "message",
        /// Face to face.
        Meeting = "meeting",
        /// By video.
        Video = "video",
        /// At the client's home.
        HomeVisit = "home-visit",
        /// With several parties who help the client.
        NetworkMeeting = "network-meeting",
    }
}

named_states! {
    /// Who the other side was. Sealed with the words: it tells who is in the client's life.
    pub(crate) enum Party {
        /// The client.
        Client = "client",
        /// Somebody close to the client.
        Family = "family",
        /// The employment authority, social services or another authority.
        Authority = "authority",
        /// A provider of services.
        Provider = "provider",
        /// An employer.
        Employer = "employer",
        /// A school.
        School = "school",
        /// Somebody else.
        Other = "other",
    }
}

/// When a contact is or was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Held {
    /// The day.
    pub(crate) on: Date,
    /// The time of day, when it is known.
    pub(crate) at: Option<Time>,
}

impl Held {
    /// Whether it is still to come. Without a time, today counts as having been.
    pub(crate) fn is_ahead(self, now: DateTime) -> bool {
        self.on > now.date() || (self.on == now.date() && self.at.is_some_and(|at| at > now.time()))
    }

    /// The time as it is stored: `09:05`.
    pub(crate) fn stored_time(self) -> Option<String> {
        self.at.map(|at| format!("{:02}:{:02}", at.hour(), at.minute()))
    }
}

/// What was agreed next, and by when. It is a task as long as it is open.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Agreement {
    /// In words.
    pub(crate) text: String,
    /// By which day.
    pub(crate) due_on: Date,
}

/// The words of a contact. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Wording {
    /// Who the other side was.
    pub(crate) parties: Vec<Party>,
    /// The same in words: names, places of work.
    pub(crate) who: String,
    /// What was discussed; of one to come, what it is about.
    pub(crate) discussed: String,
    /// What was agreed next.
    pub(crate) agreed: Option<Agreement>,
}

impl SealedRecord for Wording {
    const TABLE: &'static str = "contact";
}

/// The words of a contact as they were before a correction.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct EarlierWording(pub(crate) Wording);

impl SealedRecord for EarlierWording {
    const TABLE: &'static str = "contact_revision";
}

macro_rules! secret {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(stringify!($name))
            }
        }
    )+};
}

secret!(Agreement, Wording, EarlierWording);

/// A contact that is about to be written down, or as it is to read after a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewContact {
    /// How.
    pub(crate) kind: ContactKind,
    /// When.
    pub(crate) held: Held,
    /// The words.
    pub(crate) wording: Wording,
}

/// A contact as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Contact {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// How.
    pub(crate) kind: ContactKind,
    /// When.
    pub(crate) held: Held,
    /// Who wrote it as it now reads.
    pub(crate) author_name: String,
    /// When that was.
    pub(crate) written_at: Timestamp,
    /// The words.
    pub(crate) wording: Wording,
}

/// A contact as it read before a correction.
#[derive(Clone, Debug)]
pub(crate) struct Revision {
    /// Which contact.
    pub(crate) contact: Uuid,
    /// The version that it was.
    pub(crate) number: i64,
    /// How it read. Its id is that of the revision.
    pub(crate) was: Contact,
}
