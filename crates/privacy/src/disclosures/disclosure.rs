//! What a disclosure is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use polku_profile::{Adequacy, RecipientKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{consents::consent::For, parts::Part};

named_states! {
    /// How far a disclosure is.
    pub enum State {
        /// Asked for; nobody has decided.
        Requested = "requested",
        /// To be given.
        Decided = "decided",
        /// Not to be given.
        Refused = "refused",
        /// Given.
        Delivered = "delivered",
    }
}

named_states! {
    /// How it is handed over.
    pub enum Manner {
        /// Printed, with the secrecy marking.
        Printed = "printed",
        /// A file encrypted to the recipient's key.
        Key = "key",
        /// A file encrypted by a passphrase that is told by another way.
        Passphrase = "passphrase",
    }
}

named_states! {
    /// What happened to a disclosure.
    pub enum EventKind {
        /// It was asked for.
        Requested = "requested",
        /// It was decided to give.
        Decided = "decided",
        /// It was refused.
        Refused = "refused",
        /// It was handed over.
        Delivered = "delivered",
        /// It was not handed over, since its ground was gone.
        Stopped = "stopped",
    }
}

/// On what ground data is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A consent of the person.
    Consent(Uuid),
    /// The provision that the profile names beside the recipient.
    RecipientLaw,
    /// The authorities of one joint service (C4).
    JointService,
    /// A ground of the profile, by its key.
    Law(String),
    /// Somebody's life or safety (GDPR 6.1 d, 9.2 c).
    Emergency,
}

impl Ground {
    /// The name of its kind, as it is stored and counted.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Consent(_) => "consent",
            Self::RecipientLaw => "recipient-law",
            Self::JointService => "joint-service",
            Self::Law(_) => "law",
            Self::Emergency => "emergency",
        }
    }

    /// All of it in one word, as forms and addresses say it: `law:statutory-task`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Consent(id) => format!("consent:{id}"),
            Self::Law(key) => format!("law:{key}"),
            other => other.kind().to_owned(),
        }
    }

    /// The ground that was said so.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        match key.split_once(':') {
            Some(("consent", id)) => id.parse().ok().map(Self::Consent),
            Some(("law", key)) => Some(Self::Law(key.to_owned())),
            Some(_) => None,
            None => match key {
                "recipient-law" => Some(Self::RecipientLaw),
                "joint-service" => Some(Self::JointService),
                "emergency" => Some(Self::Emergency),
                _ => None,
            },
        }
    }
}

/// Where a recipient is, and whether data may go there (C5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// ISO 3166, two letters.
    pub country: String,
    /// Whether it is adequate.
    pub adequacy: Adequacy,
}

/// What is secret in a disclosure. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DisclosureWords {
    /// The name of a body that the profile does not name.
    pub body: String,
    /// What kind of body that is.
    pub body_kind: Option<RecipientKind>,
    /// Whether data may go to its country; of a recipient of the profile the profile says it.
    pub adequacy: Option<Adequacy>,
    /// The safeguard of GDPR 46 that is recorded for it.
    pub safeguard: String,
    /// Who asks on its behalf.
    pub person: String,
    /// What ground they give.
    pub ground_given: String,
    /// What they ask for.
    pub asked: String,
    /// What is to be given.
    pub parts: Vec<Part>,
    /// The provision of a special act that the decision names.
    pub provision: String,
    /// Why it is to be given, or why not.
    pub reasons: String,
}

impl SealedRecord for DisclosureWords {
    const TABLE: &'static str = "disclosure";
}

impl std::fmt::Debug for DisclosureWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DisclosureWords")
    }
}

/// A disclosure that is stored.
#[derive(Clone, Debug)]
pub struct Disclosure {
    /// Its id.
    pub id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// How far it is.
    pub state: State,
    /// Who asks.
    pub to: For,
    /// Where they are.
    pub country: String,
    /// The ground of the decision.
    pub ground: Option<Ground>,
    /// How it is handed over.
    pub manner: Option<Manner>,
    /// When it was asked for.
    pub requested_on: Date,
    /// Who decided, and when.
    pub decided: Option<(String, Timestamp)>,
    /// Who handed it over, and when.
    pub delivered: Option<(String, Timestamp)>,
    /// What is secret in it.
    pub words: DisclosureWords,
}

/// What is secret in an event. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventWords {
    /// Why it was stopped: the key of a text.
    pub why: String,
    /// SHA-256 of what was handed over, in hexadecimal: which file it was can be shown later.
    pub sha256: String,
}

impl SealedRecord for EventWords {
    const TABLE: &'static str = "disclosure_event";
}

/// Something that happened to a disclosure.
#[derive(Clone, Debug)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: String,
    /// What is secret in it.
    pub words: EventWords,
}
