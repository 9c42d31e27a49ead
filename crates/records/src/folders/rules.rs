//! What may be done to a folder.

use super::folder::{State, Years};

/// The first year that a folder may have.
const EARLIEST: i16 = 1950;

/// Whether somebody may take it.
pub(super) fn may_take(state: State) -> Result<(), &'static str> {
    match state {
        State::InPlace => Ok(()),
        State::Taken => Err("paper-folder-taken-already"),
        State::Destroyed => Err("paper-folder-gone"),
    }
}

/// Whether it may come back.
pub(super) fn may_return(state: State) -> Result<(), &'static str> {
    match state {
        State::Taken => Ok(()),
        State::InPlace => Err("paper-folder-in-place-already"),
        State::Destroyed => Err("paper-folder-gone"),
    }
}

/// Whether it may be entered as destroyed: somebody who has it must bring it back first, so that it is known what was
/// destroyed.
pub(super) fn may_destroy(state: State) -> Result<(), &'static str> {
    match state {
        State::InPlace => Ok(()),
        State::Taken => Err("paper-folder-is-out"),
        State::Destroyed => Err("paper-folder-gone"),
    }
}

/// The years as they are typed.
pub(super) fn years(
    from: &str,
    until: &str,
    this_year: i16,
) -> (Result<i16, &'static str>, Result<Option<i16>, &'static str>) {
    let year = |typed: &str| {
        let year: i16 = typed.trim().parse().map_err(|_| "paper-year-unreadable")?;
        if (EARLIEST..=this_year).contains(&year) {
            Ok(year)
        } else {
            Err("paper-year-out-of-range")
        }
    };
    let from = year(from);
    let until = if until.trim().is_empty() {
        Ok(None)
    } else {
        year(until).map(Some)
    };
    match (&from, &until) {
        (Ok(first), Ok(Some(last))) if last < first => (from, Err("paper-years-backwards")),
        _ => (from, until),
    }
}

/// Both years, when both can be used.
#[expect(
    clippy::option_option,
    reason = "what cannot be used is another thing than no last year"
)]
pub(super) fn both(from: Option<i16>, until: Option<Option<i16>>) -> Option<Years> {
    Some(Years {
        from: from?,
        until: until?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is done to a folder.
    #[derive(Clone, Copy, Debug)]
    enum Done {
        Take,
        Return,
        Destroy,
    }

    fn after(state: State, done: Done) -> State {
        match done {
            Done::Take => may_take(state).map_or(state, |()| State::Taken),
            Done::Return => may_return(state).map_or(state, |()| State::InPlace),
            Done::Destroy => may_destroy(state).map_or(state, |()| State::Destroyed),
        }
    }

    fn done() -> impl Strategy<Value = Done> {
        prop_oneof![Just(Done::Take), Just(Done::Return), Just(Done::Destroy)]
    }

    proptest! {
        #[test]
        fn what_is_destroyed_stays_destroyed_and_nobody_had_it_then(done in prop::collection::vec(done(), 0..30)) {
            let mut state = State::InPlace;
            for one in done {
                let next = after(state, one);
                if state == State::Destroyed {
                    prop_assert_eq!(next, State::Destroyed);
                }
                if next == State::Destroyed && state != State::Destroyed {
                    prop_assert_eq!(state, State::InPlace);
                }
                state = next;
            }
        }

        #[test]
        fn years_that_are_taken_run_forwards(from in 1900_i16..2100, until in 1900_i16..2100) {
            let (first, last) = years(&from.to_string(), &until.to_string(), 2026);
            if let (Ok(first), Ok(Some(last))) = (first, last) {
                prop_assert!(EARLIEST <= first && first <= last && last <= 2026);
            }
        }
    }

    #[test]
    fn a_folder_that_still_grows_has_no_last_year() {
        assert_eq!(years(" 2024 ", "", 2026), (Ok(2024), Ok(None)));
        assert_eq!(years("2024", "2023", 2026).1, Err("paper-years-backwards"));
        assert_eq!(years("24", "", 2026).0, Err("paper-year-out-of-range"));
        assert_eq!(years("vuosi", "", 2026).0, Err("paper-year-unreadable"));
    }
}
