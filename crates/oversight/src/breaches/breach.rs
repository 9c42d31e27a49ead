//! What is known of a breach.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use polku_privacy::parts::Part;
use polku_values::InterfaceLanguage;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// Whether there is something left to do.
    pub enum State {
        /// There is.
        Open = "open",
        /// All was done and written down.
        Closed = "closed",
    }
}

named_states! {
    /// What a breach threatens in the rights and freedoms of people.
    pub enum Risk {
        /// A risk is unlikely: it is written down, and nobody is told (GDPR 33.1).
        Unlikely = "unlikely",
        /// A risk: the authority is told.
        Likely = "risk",
        /// A high risk: the people are told as well (GDPR 34.1).
        High = "high",
    }
}

named_states! {
    /// Why people are not told although the risk is high (GDPR 34.3).
    pub enum Untold {
        /// The data was protected so that nobody can read it, as by encryption (a).
        Protected = "protected",
        /// What was done since makes that the high risk is no longer likely (b).
        Removed = "removed",
        /// It would take disproportionate effort, so that it was told publicly (c).
        Public = "public",
    }
}

named_states! {
    /// How somebody was told.
    pub enum Told {
        /// By letter.
        Letter = "letter",
        /// By an encrypted message.
        SecureMessage = "secure-message",
        /// Face to face or by telephone.
        InPerson = "in-person",
    }
}

named_states! {
    /// What was done about a breach.
    pub enum EventKind {
        /// Somebody reported it.
        Reported = "reported",
        /// It was assessed, or assessed anew.
        Assessed = "assessed",
        /// The authority was told.
        Notified = "notified",
        /// The authority was told more (GDPR 33.4).
        Supplemented = "supplemented",
        /// What people are told was written.
        LetterWritten = "letter-written",
        /// It was closed.
        Closed = "closed",
        /// It was opened again.
        Reopened = "reopened",
    }
}

/// What is told of a breach in words: sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BreachWords {
    /// What happened.
    pub what: String,
    /// The kinds of data.
    pub kinds: Vec<Part>,
    /// What may follow for the people.
    pub consequences: String,
    /// What was and will be done.
    pub measures: String,
    /// Why the risk is as it was assessed.
    pub why: String,
    /// The authority's own number.
    pub reference: String,
    /// Why the authority was told late (GDPR 33.1).
    pub late_reason: String,
    /// What people are told: Finnish, Swedish, English.
    pub letters: [String; 3],
}

impl SealedRecord for BreachWords {
    const TABLE: &'static str = "breach";
}

impl BreachWords {
    /// What people are told in a language; empty when nobody has written it.
    #[must_use]
    pub fn letter(&self, language: InterfaceLanguage) -> &str {
        match language {
            InterfaceLanguage::Finnish => &self.letters[0],
            InterfaceLanguage::Swedish => &self.letters[1],
            InterfaceLanguage::English => &self.letters[2],
        }
    }
}

/// A breach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Its id.
    pub id: Uuid,
    /// How many times it was changed.
    pub version: i64,
    /// Whether there is something left to do.
    pub state: State,
    /// When somebody found it.
    pub found_at: Timestamp,
    /// When the controller became aware of it: from here the clock runs.
    pub aware_at: Timestamp,
    /// What it threatens, once it is assessed.
    pub risk: Option<Risk>,
    /// How many people it is about, as far as known.
    pub people: Option<i64>,
    /// When the authority was told.
    pub notified_at: Option<Timestamp>,
    /// Why nobody is told although the risk is high.
    pub untold: Option<Untold>,
    /// Who reported it.
    pub reported_by: String,
    /// When.
    pub reported_at: Timestamp,
    /// The words.
    pub words: BreachWords,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// Somebody whose data it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The person.
    pub client: SubjectId,
    /// The name.
    pub name: String,
    /// When and how they were told.
    pub told: Option<(Date, Told)>,
}
