//! Sessions: what a signed-in worker's cookie stands for.

mod opening;
mod own;
mod resume;

use jiff::{SignedDuration, Timestamp};

pub use own::ListedSession;
pub(super) use {opening::Beginning, own::end_others};

use super::right::HeldRight;
use crate::{AccountId, DeskError, Result, RightId, Visitor, ids::SessionId};

/// How long a proof of identity stays fresh enough for exports and administration, in minutes.
pub const FRESH_MINUTES: i64 = 15;

crate::named_states! {
    /// How well a session's worker has proven who they are, the weakest first.
    pub enum Strength {
        /// By password.
        Password = "password",
        /// By password and a one-time code.
        SecondFactor = "second-factor",
        /// By a passkey, whose device asked for a finger, a face or a number.
        Passkey = "passkey",
    }
}

/// What a session still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: it can act by a right.
    Complete,
    /// The account's second factor must be proven first.
    AwaitsSecondFactor,
    /// The registers ask for a second factor, and the account has none: it must be set up first.
    MustEnrol,
}

/// Somebody who has signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session: the same while its token changes.
    pub session: SessionId,
    /// Whose.
    pub account: AccountId,
    /// The user name.
    pub user_name: String,
    /// As colleagues know the worker.
    pub display_name: String,
    /// The language of pages: `fi`, `sv` or `en`.
    pub locale: String,
    /// How well identity was proven.
    pub strength: Strength,
    /// What the session still lacks.
    pub standing: Standing,
    /// When identity was last proven.
    pub proven_at: Timestamp,
    /// The rights that hold today.
    pub rights: Vec<HeldRight>,
    /// Who stands at the desk, by the chosen right; `None` until one is chosen, and while anything is lacking.
    pub visitor: Option<Visitor>,
}

impl SignedIn {
    /// Whether the proof of identity is recent enough for exports and administration.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.proven_at) <= SignedDuration::from_mins(FRESH_MINUTES)
    }

    /// Refuses what asks for a recent and complete proof.
    pub(super) fn freshly_proven(&self, now: Timestamp) -> Result<()> {
        if self.standing != Standing::AwaitsSecondFactor && self.is_fresh(now) {
            Ok(())
        } else {
            Err(DeskError::StepUp)
        }
    }
}

/// What a session of this strength lacks, when its account has a second factor or none, for these rights.
pub(super) fn standing(strength: Strength, has_factor: bool, rights: &[HeldRight]) -> Standing {
    if strength == Strength::Password && has_factor {
        Standing::AwaitsSecondFactor
    } else if rights.iter().all(|right| right.needs > strength) {
        Standing::MustEnrol
    } else {
        Standing::Complete
    }
}

/// The right that a session acts by: the chosen one, or the only one.
fn acting_right(rights: &[HeldRight], chosen: Option<RightId>, strength: Strength) -> Option<&HeldRight> {
    let found = match (chosen, rights) {
        (Some(chosen), rights) => rights.iter().find(|right| right.id == chosen),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.filter(|right| right.needs <= strength)
}
