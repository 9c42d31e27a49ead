//! The rules of agreements: what may follow which state. Pure.

use jiff::civil::Date;

use super::model::State;

/// The most characters of a line.
pub(crate) const LONGEST_LINE: usize = 300;
/// The most characters of the goals and of a reason.
pub(crate) const LONGEST_TEXT: usize = 4_000;

/// Who has signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signed {
    /// Nobody.
    Nobody,
    /// One of the two.
    One,
    /// Both.
    Both,
}

/// What is to become of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It is shown to those who sign.
    Propose,
    /// It is taken back and written further.
    TakeBack,
    /// Both have signed.
    Complete,
    /// It is given up before both have signed.
    Lapse,
    /// It ends before its last day.
    End,
    /// A newer one took its place.
    Replace,
}

/// The state after a step.
///
/// # Errors
/// The key of what to say when it cannot be taken.
pub(crate) const fn step(state: State, step: Step, signed: Signed) -> Result<State, &'static str> {
    match (state, step, signed) {
        (State::Draft, Step::Propose, _) => Ok(State::Proposed),
        // What somebody has signed is not changed under their signature.
        (State::Proposed, Step::TakeBack, Signed::Nobody) => Ok(State::Draft),
        (State::Proposed, Step::TakeBack, _) => Err("agreements-signed-by-one"),
        (State::Proposed, Step::Complete, Signed::Both) => Ok(State::Signed),
        (State::Proposed, Step::Complete, _) => Err("agreements-signature-missing"),
        (State::Proposed, Step::Lapse, Signed::Nobody | Signed::One) => Ok(State::Lapsed),
        (State::Signed, Step::End, _) => Ok(State::Ended),
        (State::Signed, Step::Replace, _) => Ok(State::Replaced),
        (State::Draft, _, _) => Err("agreements-is-draft"),
        (State::Proposed, _, _) => Err("agreements-is-proposed"),
        (State::Signed, _, _) => Err("agreements-is-signed"),
        (State::Ended | State::Replaced | State::Lapsed, _, _) => Err("agreements-is-over"),
    }
}

/// How an agreement stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Somewhere on the way there, or over.
    Is(State),
    /// Signed, and begins later.
    Ahead,
    /// Signed and in force.
    InForce,
    /// Signed, and its last day has gone.
    RunOut,
}

/// How an agreement stands on a day.
pub(crate) fn standing(state: State, starts_on: Date, ends_on: Option<Date>, today: Date) -> Standing {
    if state != State::Signed {
        Standing::Is(state)
    } else if ends_on.is_some_and(|last| last < today) {
        Standing::RunOut
    } else if starts_on > today {
        Standing::Ahead
    } else {
        Standing::InForce
    }
}

/// Whether the days are some.
pub(crate) fn days(starts_on: Date, ends_on: Option<Date>) -> Result<(), &'static str> {
    if ends_on.is_some_and(|last| last < starts_on) {
        Err("agreements-days-reversed")
    } else {
        Ok(())
    }
}

/// Whether it may end on a day: not before it began, nor after its last day, and not further ahead than it lasts.
pub(crate) fn ends(starts_on: Date, ends_on: Option<Date>, on: Date) -> Result<(), &'static str> {
    if on < starts_on {
        Err("agreements-end-before-start")
    } else if ends_on.is_some_and(|last| on > last) {
        Err("agreements-end-after-last")
    } else {
        Ok(())
    }
}

/// Whether a newer one may be begun: of one that is signed, and once at a time.
pub(crate) const fn may_amend(state: State, amended_by: Option<State>) -> Result<(), &'static str> {
    match (state, amended_by) {
        (State::Signed, None) => Ok(()),
        (State::Signed, Some(_)) => Err("agreements-amendment-begun"),
        _ => Err("agreements-not-signed"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const STEPS: [Step; 6] = [
        Step::Propose,
        Step::TakeBack,
        Step::Complete,
        Step::Lapse,
        Step::End,
        Step::Replace,
    ];
    const SIGNED: [Signed; 3] = [Signed::Nobody, Signed::One, Signed::Both];

    fn steps() -> impl Strategy<Value = Vec<(Step, Signed)>> {
        let one = (
            prop::sample::select(STEPS.to_vec()),
            prop::sample::select(SIGNED.to_vec()),
        );
        prop::collection::vec(one, 0..30)
    }

    proptest! {
        #[test]
        fn nothing_that_was_signed_is_written_again_and_nothing_over_begins_again_b3(steps in steps()) {
            let mut state = State::Draft;
            for (taken, signed) in steps {
                let Ok(next) = step(state, taken, signed) else { continue };
                let was_signed = matches!(state, State::Signed | State::Ended | State::Replaced);
                prop_assert!(!was_signed || matches!(next, State::Ended | State::Replaced));
                prop_assert!(!matches!(state, State::Ended | State::Replaced | State::Lapsed));
                prop_assert!(next != State::Signed || (state == State::Proposed && signed == Signed::Both));
                prop_assert!(next != State::Draft || signed == Signed::Nobody);
                state = next;
            }
        }

        #[test]
        fn an_agreement_is_in_force_from_its_first_to_its_last_day_b3(start in 0_i64..400, length in 0_i64..400, day in 0_i64..900) {
            let on = |days: i64| date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            let found = standing(State::Signed, on(start), Some(on(start + length)), on(day));
            let expected = if day < start { Standing::Ahead } else if day > start + length { Standing::RunOut } else { Standing::InForce };
            prop_assert_eq!(found, expected);
            let may_end = ends(on(start), Some(on(start + length)), on(day)).is_ok();
            prop_assert_eq!(may_end, expected == Standing::InForce);
        }
    }

    #[test]
    fn only_a_signed_one_is_amended_once_at_a_time_b3() {
        assert_eq!(may_amend(State::Signed, None), Ok(()));
        assert!(may_amend(State::Signed, Some(State::Draft)).is_err());
        assert!(may_amend(State::Ended, None).is_err());
    }
}
