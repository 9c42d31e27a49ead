//! The rules of requests, over all sequences of acts.

use jiff::{ToSpan as _, civil::date};
use proptest::prelude::*;

use super::*;

fn received(kind: Kind) -> Known {
    Known {
        kind,
        state: State::Received,
        identity: Identity::NotYet,
    }
}

proptest! {
    /// D1: whatever is tried in whatever order, nothing is granted to whom nobody knows, nothing is extended twice, and
    /// what is closed stays so.
    #[test]
    fn no_sequence_of_acts_grants_to_a_stranger_or_opens_what_is_closed_d1(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        acts in prop::collection::vec(prop::sample::select(Act::ALL.to_vec()), 0..20),
    ) {
        let mut known = received(kind);
        let mut extensions = 0;
        for act in acts {
            let before = known.state;
            let Ok(state) = after(known, act) else {
                prop_assert_eq!(known.state, before, "a refused act changes nothing");
                continue;
            };
            prop_assert!(!before.is_closed(), "{} after {}", act, before);
            prop_assert_eq!(act.closes(), state.is_closed());
            if matches!(state, State::Granted | State::Partly | State::InHand | State::Extended) {
                prop_assert!(!kind.needs_identity() || known.identity != Identity::NotYet);
            }
            extensions += usize::from(act == Act::Extend);
            known.state = state;
            if act == Act::Identify {
                known.identity = Identity::Document;
            }
        }
        prop_assert!(extensions <= 1);
    }

    /// Every open request can be ended: nobody's request is stuck.
    #[test]
    fn whatever_is_open_can_be_refused_routed_or_taken_back(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        state in prop::sample::select(State::OPEN.to_vec()),
        identity in prop::sample::select(Identity::ALL.to_vec()),
    ) {
        let known = Known { kind, state, identity };
        for act in [Act::Refuse, Act::Route, Act::Withdraw] {
            prop_assert!(after(known, act).is_ok());
        }
    }

    #[test]
    fn an_outcome_says_what_the_values_do_d3(open in 0usize..3, corrected in 0usize..3, refused in 0usize..3) {
        let items = Items { open, corrected, refused };
        let fitting: Vec<Act> = [Act::Grant, Act::Partly, Act::Refuse]
            .into_iter()
            .filter(|act| rectified(items, *act).is_ok())
            .collect();
        prop_assert!(fitting.len() <= 1, "{:?}", fitting);
        prop_assert!(!fitting.contains(&Act::Grant) || (refused == 0 && open == 0));
        prop_assert!(rectified(items, Act::Withdraw).is_ok());
    }
}

#[test]
fn information_and_advice_ask_nobody_who_they_are_d1() {
    assert_eq!(after(received(Kind::Complaint), Act::Grant), Ok(State::Granted));
    assert_eq!(after(received(Kind::Information), Act::Take), Ok(State::InHand));
    assert_eq!(
        after(received(Kind::Access), Act::Grant),
        Err("requests-identity-first")
    );
}

#[test]
fn the_time_is_extended_only_while_it_runs_and_where_the_profile_says_so_d1() {
    for key in ["walmu", "ii", "kokkotyo", "typpi", "kuopio"] {
        let profile = Profile::shipped(key).expect("a shipped profile");
        let received = date(2026, 11, 23);
        let first = due(&profile, received);
        let longer = extended(&profile, received, first).expect("an extension");
        assert!(longer > first, "{key}");
        assert_eq!(
            extended(&profile, received, first + 1.day()),
            Err("requests-extension-late"),
            "{key}"
        );
    }
    let walmu = Profile::shipped("walmu").expect("a shipped profile");
    assert_eq!(due(&walmu, date(2026, 11, 23)), date(2026, 12, 7));
    let kuopio = Profile::shipped("kuopio").expect("a shipped profile");
    assert_eq!(due(&kuopio, date(2026, 11, 23)), date(2026, 12, 23));
}
