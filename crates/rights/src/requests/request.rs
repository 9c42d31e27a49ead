//! What a request is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use polku_profile::Channel;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::letter::Letter;

named_states! {
    /// What is asked.
    pub enum Kind {
        /// How the data is used (GDPR 13, 14).
        Information = "information",
        /// Access and a copy (GDPR 15).
        Access = "access",
        /// Rectification (GDPR 16).
        Rectification = "rectification",
        /// Erasure (GDPR 17).
        Erasure = "erasure",
        /// Restriction of processing (GDPR 18).
        Restriction = "restriction",
        /// Portability (GDPR 20).
        Portability = "portability",
        /// Objection (GDPR 21).
        Objection = "objection",
        /// Withdrawal of a consent (GDPR 7.3).
        Withdrawal = "withdrawal",
        /// Advice on complaining to the supervisory authority (GDPR 77).
        Complaint = "complaint",
    }
}

named_states! {
    /// How far a request is.
    pub enum State {
        /// It came.
        Received = "received",
        /// It is known who asks.
        Identified = "identified",
        /// Somebody answers it.
        InHand = "in-hand",
        /// The person was told that the answer takes longer, and why.
        Extended = "extended",
        /// Answered as asked.
        Granted = "granted",
        /// Answered in part.
        Partly = "partly",
        /// Refused.
        Refused = "refused",
        /// Sent to the authority that it belongs to.
        Routed = "routed",
        /// The person took it back.
        Withdrawn = "withdrawn",
    }
}

named_states! {
    /// How it was made sure who asks (GDPR 12.6).
    pub enum Identity {
        /// Not yet.
        NotYet = "not-yet",
        /// The worker knows the person.
        Known = "known",
        /// By an identity document.
        Document = "document",
        /// By strong electronic identification.
        Strong = "strong",
        /// By a code of the portal, whose list the person got from a worker who had made sure.
        Codes = "codes",
    }
}

named_states! {
    /// What somebody does to a request.
    pub enum Act {
        /// Makes sure who asks.
        Identify = "identify",
        /// Takes it in hand.
        Take = "take",
        /// Tells that the answer takes longer.
        Extend = "extend",
        /// Grants it.
        Grant = "grant",
        /// Grants a part of it.
        Partly = "partly",
        /// Refuses it.
        Refuse = "refuse",
        /// Sends it to another authority.
        Route = "route",
        /// Takes it back for the person.
        Withdraw = "withdraw",
    }
}

named_states! {
    /// What happened to a request.
    pub enum EventKind {
        /// It came.
        Received = "received",
        /// It was made sure who asks.
        Identified = "identified",
        /// Somebody took it in hand.
        Taken = "taken",
        /// The person was told that the answer takes longer.
        Extended = "extended",
        /// It was granted.
        Granted = "granted",
        /// A part was granted.
        Partly = "partly",
        /// It was refused.
        Refused = "refused",
        /// It went to another authority.
        Routed = "routed",
        /// The person took it back.
        Withdrawn = "withdrawn",
        /// A copy was asked to be made.
        CopyAsked = "copy-asked",
        /// The copy is ready.
        CopyReady = "copy-ready",
        /// The copy could not be made.
        CopyFailed = "copy-failed",
        /// The copy was handed over.
        CopyHanded = "copy-handed",
        /// A value was said to be wrong.
        ItemAdded = "item-added",
        /// A value was corrected.
        ItemCorrected = "item-corrected",
        /// A value was left as it is.
        ItemRefused = "item-refused",
        /// A recipient was told.
        RecipientTold = "recipient-told",
        /// Processing was restricted.
        Restricted = "restricted",
    }
}

impl Kind {
    /// Whether it must be known who asks. General information and advice are for anyone.
    #[must_use]
    pub const fn needs_identity(self) -> bool {
        !matches!(self, Self::Information | Self::Complaint)
    }

    /// Whether a copy answers it.
    #[must_use]
    pub const fn needs_copy(self) -> bool {
        matches!(self, Self::Access | Self::Portability)
    }

    /// Whether answering it freezes the person's data, which is for the data protection officer.
    #[must_use]
    pub const fn freezes(self) -> bool {
        matches!(self, Self::Restriction | Self::Objection)
    }

    /// Whether those who got the data are told of it (GDPR 19).
    #[must_use]
    pub const fn concerns_recipients(self) -> bool {
        matches!(self, Self::Rectification | Self::Erasure | Self::Restriction)
    }
}

impl State {
    /// Those in which somebody still has to do something.
    pub const OPEN: &'static [Self] = &[Self::Received, Self::Identified, Self::InHand, Self::Extended];

    /// Whether it is answered.
    #[must_use]
    pub fn is_closed(self) -> bool {
        !Self::OPEN.contains(&self)
    }
}

impl Act {
    /// Whether it ends the request.
    #[must_use]
    pub const fn closes(self) -> bool {
        matches!(
            self,
            Self::Grant | Self::Partly | Self::Refuse | Self::Route | Self::Withdraw
        )
    }

    /// Whether the person gets a letter.
    #[must_use]
    pub const fn writes(self) -> bool {
        matches!(
            self,
            Self::Extend | Self::Grant | Self::Partly | Self::Refuse | Self::Route
        )
    }

    /// Whether it must be told why.
    #[must_use]
    pub const fn needs_reasons(self) -> bool {
        matches!(self, Self::Extend | Self::Partly | Self::Refuse)
    }

    /// What it leaves in the history.
    #[must_use]
    pub const fn event(self) -> EventKind {
        match self {
            Self::Identify => EventKind::Identified,
            Self::Take => EventKind::Taken,
            Self::Extend => EventKind::Extended,
            Self::Grant => EventKind::Granted,
            Self::Partly => EventKind::Partly,
            Self::Refuse => EventKind::Refused,
            Self::Route => EventKind::Routed,
            Self::Withdraw => EventKind::Withdrawn,
        }
    }
}

/// What is secret in a request. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestWords {
    /// What is asked, in the person's words.
    pub asked: String,
    /// Who asks on the person's behalf, and by what right; empty when they ask themselves.
    pub on_behalf: String,
    /// How it was made sure who asks: which document, not its number.
    pub identity_note: String,
    /// Why it was decided so.
    pub reasons: String,
    /// The authority that it was sent to.
    pub routed_to: String,
    /// A fee in cents, where the request is manifestly excessive (GDPR 12.5).
    pub fee: Option<i64>,
    /// What was written to the person, the earliest first.
    pub letters: Vec<Letter>,
}

impl SealedRecord for RequestWords {
    const TABLE: &'static str = "request";
}

impl std::fmt::Debug for RequestWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RequestWords")
    }
}

/// A request that is stored.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its id.
    pub id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// What is asked.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// How it came.
    pub channel: Channel,
    /// When it came.
    pub received_on: Date,
    /// The last day for the answer.
    pub due_on: Date,
    /// How it was made sure who asks.
    pub identity: Identity,
    /// Who answers.
    pub handler: Option<String>,
    /// Who entered it; none is the client themselves, in the portal.
    pub entered_by: Option<String>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What is secret in it.
    pub words: RequestWords,
}

/// What is secret in an event. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventWords {
    /// A remark: a document's kind, a recipient, a reason.
    pub note: String,
    /// SHA-256 of what was handed over, in hexadecimal.
    pub sha256: String,
}

impl SealedRecord for EventWords {
    const TABLE: &'static str = "request_event";
}

/// Something that happened to a request.
#[derive(Clone, Debug)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When.
    pub at: Timestamp,
    /// Who did it; none is the client themselves, in the portal.
    pub by: Option<String>,
    /// What is secret in it.
    pub words: EventWords,
}
