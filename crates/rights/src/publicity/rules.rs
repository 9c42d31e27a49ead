//! Which act may follow which. Pure.

use jiff::civil::Date;

use super::request::{Act, State};
use crate::clock;

/// The state after an act; else the key of why it may not be done.
///
/// # Errors
/// What is closed stays closed, but for a written decision after a refusal; the time is extended once.
pub(super) fn after(state: State, act: Act) -> Result<State, &'static str> {
    if act == Act::Decide {
        return match state {
            State::Refused | State::Partly => Ok(state),
            _ => Err("publicity-decide-after-refusal"),
        };
    }
    if state.is_closed() {
        return Err("requests-closed-already");
    }
    match act {
        Act::Extend if state == State::Extended => Err("requests-extended-already"),
        Act::Extend => Ok(State::Extended),
        Act::Take if state == State::Extended => Ok(State::Extended),
        Act::Take => Ok(State::InHand),
        Act::Grant => Ok(State::Granted),
        Act::Partly => Ok(State::Partly),
        Act::Refuse | Act::Decide => Ok(State::Refused),
        Act::Route => Ok(State::Routed),
        Act::Withdraw => Ok(State::Withdrawn),
    }
}

/// The acts that may be done now.
pub(super) fn open_acts(state: State) -> impl Iterator<Item = Act> {
    Act::ALL
        .iter()
        .copied()
        .filter(move |act| after(state, *act).is_ok())
}

/// The last day: two weeks, or a month from receipt with the extension (14 § 4).
pub(super) fn due(received: Date, is_extended: bool) -> Date {
    if is_extended {
        clock::due(received, clock::PUBLICITY_EXTENDED)
    } else {
        clock::due(received, clock::PUBLICITY)
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_answered_stays_so_and_time_is_extended_once_d1(
            acts in prop::collection::vec(prop::sample::select(Act::ALL.to_vec()), 0..20),
        ) {
            let (mut state, mut extensions) = (State::Received, 0);
            for act in acts {
                let before = state;
                if let Ok(next) = after(state, act) {
                    prop_assert!(!before.is_closed() || (act == Act::Decide && next == before));
                    extensions += usize::from(act == Act::Extend);
                    state = next;
                }
            }
            prop_assert!(extensions <= 1);
        }

        #[test]
        fn a_month_is_never_shorter_than_two_weeks(days in 0i32..20_000) {
            let received = date(2000, 1, 1) + days.days();
            prop_assert!(due(received, true) >= due(received, false));
        }
    }

    #[test]
    fn a_decision_follows_a_refusal_only() {
        assert_eq!(after(State::Refused, Act::Decide), Ok(State::Refused));
        assert_eq!(after(State::Partly, Act::Decide), Ok(State::Partly));
        assert_eq!(
            after(State::InHand, Act::Decide),
            Err("publicity-decide-after-refusal")
        );
    }
}
