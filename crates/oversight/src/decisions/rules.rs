//! When a decision holds, and what it must say. Pure.

use jiff::civil::Date;

use super::decision::Kind;

/// The most characters of a decision's words.
pub const LONGEST_TEXT: usize = 20_000;
/// The most characters of a line.
pub const LONGEST_LINE: usize = 300;

polku_desk::named_states! {
    /// Where a decision stands on a day.
    pub enum Standing {
        /// It will hold.
        Coming = "coming",
        /// It holds.
        InForce = "in-force",
        /// Its time has ended.
        Ended = "ended",
        /// Another one holds in its place.
        Replaced = "replaced",
    }
}

/// Where a decision stands on a day. One that is replaced holds until the day before its successor does.
#[must_use]
pub fn standing(from: Date, until: Option<Date>, replaced_from: Option<Date>, day: Date) -> Standing {
    if replaced_from.is_some_and(|replaced| replaced <= day) {
        Standing::Replaced
    } else if until.is_some_and(|until| until < day) {
        Standing::Ended
    } else if from > day {
        Standing::Coming
    } else {
        Standing::InForce
    }
}

/// The days of a decision, against each other: nothing holds before it was decided.
///
/// # Errors
/// The field and the key of what to say.
pub fn days(
    decided: Date,
    from: Date,
    until: Option<Date>,
    today: Date,
) -> Result<(), (&'static str, &'static str)> {
    if decided > today {
        return Err(("decided_on", "register-decisions-decided-ahead"));
    }
    if from < decided {
        return Err(("valid_from", "register-decisions-from-early"));
    }
    if until.is_some_and(|until| until < from) {
        return Err(("valid_until", "register-decisions-until-early"));
    }
    Ok(())
}

/// What monitors the staff is decided only after they were heard (Act 759/2004, 21 §; Act 1333/2021).
///
/// # Errors
/// The key of what to say.
pub fn heard(kind: Kind, heard: Option<Date>, decided: Date) -> Result<(), &'static str> {
    match (kind, heard) {
        (Kind::Monitoring, None) => Err("register-decisions-heard-missing"),
        (_, Some(heard)) if heard > decided => Err("register-decisions-heard-late"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_decision_holds_until_the_day_before_the_next_one_e7() {
        let (from, next) = (date(2026, 1, 1), date(2026, 6, 1));
        let on = |day| standing(from, None, Some(next), day);
        assert_eq!(on(date(2025, 12, 31)), Standing::Coming);
        assert_eq!(on(date(2026, 5, 31)), Standing::InForce);
        assert_eq!(on(date(2026, 6, 1)), Standing::Replaced);
        assert_eq!(
            standing(from, Some(date(2026, 2, 1)), None, date(2026, 2, 2)),
            Standing::Ended
        );
    }

    #[test]
    fn staff_is_heard_before_it_is_decided_to_monitor_them() {
        let decided = date(2026, 5, 1);
        assert!(heard(Kind::Monitoring, None, decided).is_err());
        assert!(heard(Kind::Monitoring, Some(date(2026, 5, 2)), decided).is_err());
        assert_eq!(heard(Kind::Monitoring, Some(date(2026, 4, 2)), decided), Ok(()));
        assert_eq!(heard(Kind::Access, None, decided), Ok(()));
    }

    proptest! {
        /// Of a decision and the one that replaces it, at most one holds on any day.
        #[test]
        fn never_two_at_once(from in 0_i32..400, next in 0_i32..400, day in 0_i32..800) {
            let start = date(2025, 1, 1);
            let (from, next, day) = (start + from.days(), start + next.days(), start + day.days());
            let one = standing(from, None, Some(next), day) == Standing::InForce;
            let other = standing(next, None, None, day) == Standing::InForce;
            prop_assert!(!(one && other));
            prop_assert_eq!(other, next <= day);
        }
    }
}
