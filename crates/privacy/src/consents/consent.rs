//! What a consent is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{AccountId, SealedRecord, SubjectId, named_states};
use polku_values::InterfaceLanguage;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rules::Term;
use crate::parts::Part;

named_states! {
    /// To what somebody consents.
    pub enum Kind {
        /// That data is given to a recipient.
        Disclosure = "disclosure",
        /// That a provider, another unit or a worker sees the data in this register.
        Visibility = "visibility",
        /// To a photograph and its use (C6). It is given and withdrawn with the [photograph](crate::photos).
        Photo = "photo",
    }
}

named_states! {
    /// How a consent was given.
    pub enum Manner {
        /// Read and accepted on a worker's screen.
        Screen = "screen",
        /// On a signed paper.
        Paper = "paper",
        /// By the client in the portal.
        Portal = "portal",
    }
}

named_states! {
    /// How whoever consented was known.
    pub enum Identified {
        /// The worker knows them.
        Known = "known",
        /// By an identity document.
        Document = "document",
        /// By strong electronic identification.
        Electronic = "electronic",
    }
}

named_states! {
    /// Who withdrew a consent.
    pub enum Through {
        /// A worker recorded what the client said or wrote.
        Worker = "worker",
        /// The client did it.
        Client = "client",
    }
}

/// For whom a consent is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// A recipient of the register's profile, by its key.
    Recipient(String),
    /// Another body, by its name.
    Body(String),
    /// Those of a provider or unit.
    Party(Uuid),
    /// One worker.
    Worker(AccountId),
}

/// What is secret in a consent. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsentWords {
    /// What may be given. A consent to visibility opens what the rules of visibility say.
    pub what: Vec<Part>,
    /// The name of a body that the profile does not name.
    pub body: String,
    /// Who consented, when it was not the client.
    pub given_by: String,
    /// How they were known.
    pub identified: Option<Identified>,
    /// The text as it was read.
    pub text: String,
    /// Its edition; 0 is the text that comes with the product.
    pub edition: i64,
    /// The language in which it was read.
    pub language: Option<InterfaceLanguage>,
    /// What was noted when it was withdrawn.
    pub withdrawal_note: String,
}

impl SealedRecord for ConsentWords {
    const TABLE: &'static str = "consent";
}

impl std::fmt::Debug for ConsentWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ConsentWords")
    }
}

/// A consent to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConsent {
    /// To what.
    pub kind: Kind,
    /// For which purpose, by its key in the profile.
    pub purpose: String,
    /// For whom.
    pub to: For,
    /// How it was given.
    pub manner: Manner,
    /// The scan of the paper.
    pub document: Option<Uuid>,
    /// The date on the paper.
    pub signed_on: Option<Date>,
    /// Its first day.
    pub valid_from: Date,
    /// Its last day.
    pub valid_until: Option<Date>,
    /// What is secret in it.
    pub words: ConsentWords,
}

/// A consent that is stored.
#[derive(Clone, Debug)]
pub struct Consent {
    /// Its id.
    pub id: Uuid,
    /// Under whose record it was given: after a merge one person's page shows those of both.
    pub owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// What was given.
    pub given: NewConsent,
    /// From when until when it holds.
    pub term: Term,
    /// Who recorded it; none when the client gave it in the portal.
    pub recorded_by: Option<String>,
    /// Who withdrew it.
    pub withdrawn_through: Option<Through>,
    /// The worker who recorded the withdrawal.
    pub withdrawn_by: Option<String>,
    /// The name of the party or worker that it is for, when it is for one.
    pub party_name: Option<String>,
}

impl Consent {
    /// Whether it lets a part be given to a recipient of the profile at a moment.
    #[must_use]
    pub fn lets(&self, recipient: &For, part: Part, now: Timestamp, today: Date) -> bool {
        self.given.kind == Kind::Disclosure
            && self.given.to.is_the_same_as(recipient)
            && self.given.words.what.contains(&part)
            && self.term.holds(now, today)
    }
}

impl For {
    /// Whether both mean the same one. Names of other bodies are compared as people read them.
    #[must_use]
    pub fn is_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Body(one), Self::Body(other)) => one.trim().to_lowercase() == other.trim().to_lowercase(),
            _ => self == other,
        }
    }
}
