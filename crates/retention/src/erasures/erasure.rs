//! An erasure, and what is typed about it.

use jiff::Timestamp;
use polku_desk::{AccountId, SealedRecord, SubjectId};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::rules::ErasureGround;

/// The most characters of a reason.
const LONGEST: usize = 4_000;

polku_desk::named_states! {
    /// How far an erasure is.
    pub enum State {
        /// Somebody proposed it.
        Proposed = "proposed",
        /// Somebody else approved it; it is being carried out.
        Approved = "approved",
        /// It was refused, with the ground.
        Refused = "refused",
        /// Whoever proposed it took it back.
        Withdrawn = "withdrawn",
        /// What was to go is gone, and something had to stay.
        Done = "done",
    }
}

/// What is secret in it. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ErasureWords {
    /// Why it is proposed.
    pub(crate) reasons: String,
    /// Why it was refused.
    pub(crate) refusal: String,
}

impl SealedRecord for ErasureWords {
    const TABLE: &'static str = "erasure";
}

/// An erasure that is stored.
#[derive(Clone, Debug)]
pub(crate) struct Erasure {
    pub(crate) id: Uuid,
    pub(crate) owner: SubjectId,
    pub(crate) version: i64,
    pub(crate) state: State,
    pub(crate) ground: ErasureGround,
    pub(crate) request: Option<Uuid>,
    pub(crate) proposed_by: AccountId,
    pub(crate) proposer: String,
    pub(crate) proposed_at: Timestamp,
    pub(crate) decided_by: Option<AccountId>,
    pub(crate) decider: Option<String>,
    pub(crate) decided_at: Option<Timestamp>,
    pub(crate) words: ErasureWords,
}

/// A proposal as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ProposalInput {
    /// The ground of GDPR 17.1 by its name, such as `no-longer-needed`.
    pub(crate) ground: String,
    /// Why.
    pub(crate) reasons: String,
    /// The id of the person's request that it answers, if there is one.
    pub(crate) request: String,
}

/// A proposal that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    pub(crate) ground: ErasureGround,
    pub(crate) reasons: String,
    pub(crate) request: Option<Uuid>,
}

impl ProposalInput {
    /// What can be stored, or what to mend.
    pub(crate) fn check(&self) -> Result<Proposal, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let ground = wrong.keep(
            "ground",
            self.ground.parse().map_err(|_| "erasures-ground-missing"),
        );
        let reasons = required(&mut wrong, "reasons", &self.reasons);
        let request = match self.request.trim() {
            "" => Some(None),
            id => wrong.keep(
                "request",
                id.parse().map(Some).map_err(|_| "erasures-request-unknown"),
            ),
        };
        wrong.finish(|| {
            Some(Proposal {
                ground: ground?,
                reasons,
                request: request?,
            })
        })
    }
}

/// A refusal as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct RefusalInput {
    /// The ground of the refusal, for the person.
    pub(crate) refusal: String,
}

impl RefusalInput {
    /// The ground, or what to mend.
    pub(crate) fn check(&self) -> Result<String, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let refusal = required(&mut wrong, "refusal", &self.refusal);
        wrong.finish(|| Some(refusal))
    }
}

fn required(wrong: &mut ToMend, field: &'static str, typed: &str) -> String {
    let text = wrong.text(field, typed, LONGEST, "retention-reason-long");
    if text.is_empty() {
        wrong.note(field, Err("retention-reason-missing"));
    }
    text
}
