//! Which act may follow which (D1). Pure.

use jiff::civil::Date;
use polku_profile::Profile;

use super::request::{Act, Identity, Kind, State};
use crate::clock;

/// What is known of a request when somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// What is asked.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// How it was made sure who asks.
    pub identity: Identity,
}

impl Known {
    fn waits_for_identity(self) -> bool {
        self.kind.needs_identity() && self.identity == Identity::NotYet
    }
}

/// How the values stand that a person says are wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// Not decided.
    pub open: usize,
    /// Corrected.
    pub corrected: usize,
    /// Left as they are.
    pub refused: usize,
}

/// The state after an act; else the key of why it may not be done.
///
/// # Errors
/// What is closed stays closed; nothing is granted, and nobody answers, before it is known who asks; the time is extended
/// once.
pub fn after(known: Known, act: Act) -> Result<State, &'static str> {
    if known.state.is_closed() {
        return Err("requests-closed-already");
    }
    match act {
        Act::Identify => Ok(match known.state {
            State::Received => State::Identified,
            other => other,
        }),
        Act::Take | Act::Grant | Act::Partly | Act::Extend if known.waits_for_identity() => {
            Err("requests-identity-first")
        }
        Act::Extend if known.state == State::Extended => Err("requests-extended-already"),
        Act::Extend => Ok(State::Extended),
        Act::Take => Ok(match known.state {
            State::Extended => State::Extended,
            _ => State::InHand,
        }),
        Act::Grant => Ok(State::Granted),
        Act::Partly => Ok(State::Partly),
        Act::Refuse => Ok(State::Refused),
        Act::Route => Ok(State::Routed),
        Act::Withdraw => Ok(State::Withdrawn),
    }
}

/// The acts that may be done now, in the order of the page.
pub fn open_acts(known: Known) -> impl Iterator<Item = Act> {
    Act::ALL
        .iter()
        .copied()
        .filter(move |act| after(known, *act).is_ok())
}

/// The last day for an answer by the register's profile, to what was received on a day.
#[must_use]
pub fn due(profile: &Profile, received: Date) -> Date {
    clock::due(received, profile.requests.answer_within)
}

/// The last day with the extension; else why there is none.
///
/// # Errors
/// Where the profile has no extension, or the first last day has gone: the person must be told within it (GDPR 12.3).
pub fn extended(profile: &Profile, received: Date, today: Date) -> Result<Date, &'static str> {
    let extension = profile.requests.extension.ok_or("requests-no-extension")?;
    if today > due(profile, received) {
        return Err("requests-extension-late");
    }
    Ok(clock::extended(
        received,
        profile.requests.answer_within,
        extension,
    ))
}

/// Whether a request for rectification may be closed so, as its values were decided.
///
/// # Errors
/// While a value is open, and when the outcome says something else than the values do.
pub fn rectified(items: Items, act: Act) -> Result<(), &'static str> {
    let fits = match act {
        Act::Grant => items.corrected > 0 && items.refused == 0,
        Act::Partly => items.corrected > 0 && items.refused > 0,
        Act::Refuse => items.corrected == 0,
        _ => return Ok(()),
    };
    if items.open > 0 && act != Act::Refuse {
        Err("requests-items-open")
    } else if fits {
        Ok(())
    } else {
        Err("requests-items-otherwise")
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
