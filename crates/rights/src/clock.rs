//! The last day for an answer.
//!
//! Sources: GDPR 12.3 (one month from receipt, by two further months where necessary, told within the first month);
//! Act 621/1999, 14 § 4 (two weeks; a month where the work is large); Act 150/1930 on the reckoning of time: the day of
//! the event is not counted (2 §), months end on the day of the same number or the last of the month (3 §), and a last
//! day that is a Saturday, a Sunday or a holiday moves to the next working day (5 §).

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};
use polku_profile::Deadline;
use polku_values::dates::holiday_on;

/// What the publicity act gives.
pub const PUBLICITY: Deadline = Deadline::Days(14);
/// What it gives where there are many documents, or the matter takes more work than usual.
pub const PUBLICITY_EXTENDED: Deadline = Deadline::Months(1);
/// The most that the GDPR gives with its extension, from receipt.
const LONGEST: Deadline = Deadline::Months(3);

/// Where a request stands against its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// So many days late.
    Late(i32),
    /// So many days are left, and they are few.
    Soon(i32),
    /// There is time.
    InTime,
}

/// Whether offices work on a day.
#[must_use]
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday_on(day).is_none()
}

/// The last day for an answer to what was received on a day.
#[must_use]
pub fn due(received: Date, within: Deadline) -> Date {
    working_day_from(end(received, within))
}

/// The last day with the extension of the register's profile: it runs on from the first one, never beyond three months
/// from receipt (GDPR 12.3).
#[must_use]
pub fn extended(received: Date, within: Deadline, extension: Deadline) -> Date {
    let longer = end(end(received, within), extension);
    working_day_from(longer.min(end(received, LONGEST)))
}

/// Where a last day stands today; `soon` is how many days before it people are reminded.
#[must_use]
pub fn standing(due: Date, today: Date, soon: u16) -> Standing {
    match (due - today).get_days() {
        left if left < 0 => Standing::Late(-left),
        left if left <= i32::from(soon) => Standing::Soon(left),
        _ => Standing::InTime,
    }
}

fn end(began: Date, length: Deadline) -> Date {
    length.due(began).unwrap_or(Date::MAX)
}

fn working_day_from(day: Date) -> Date {
    let mut day = day;
    while !is_working_day(day) && day < Date::MAX {
        day = day.saturating_add(1.day());
    }
    day
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_month_ends_on_the_day_of_the_same_number_d1() {
        let month = Deadline::Months(1);
        assert_eq!(due(date(2026, 11, 23), month), date(2026, 12, 23));
        // There is no 31 February, and 28 February 2026 is a Saturday.
        assert_eq!(due(date(2026, 1, 31), month), date(2026, 3, 2));
        assert_eq!(due(date(2026, 3, 31), month), date(2026, 4, 30));
    }

    #[test]
    fn a_last_day_of_rest_moves_to_the_next_working_day_d1() {
        let days = Deadline::Days(14);
        // 6 December 2026 is Independence Day and a Sunday.
        assert_eq!(due(date(2026, 11, 22), days), date(2026, 12, 7));
        // Christmas Eve, a Thursday, and what follows it.
        assert_eq!(due(date(2026, 12, 10), days), date(2026, 12, 28));
        // Midsummer Eve, a Friday.
        assert_eq!(due(date(2026, 6, 5), days), date(2026, 6, 22));
        assert_eq!(due(date(2026, 11, 23), PUBLICITY), date(2026, 12, 7));
    }

    #[test]
    fn an_extension_runs_on_from_the_first_day_and_ends_within_three_months_d1() {
        let (fortnight, two_months) = (Deadline::Days(14), Deadline::Months(2));
        assert_eq!(
            extended(date(2026, 11, 23), fortnight, two_months),
            date(2027, 2, 8)
        );
        assert_eq!(
            extended(date(2026, 11, 23), Deadline::Months(1), two_months),
            date(2027, 2, 23)
        );
        assert_eq!(
            extended(date(2026, 11, 23), Deadline::Months(1), Deadline::Months(9)),
            date(2027, 2, 23)
        );
    }

    proptest! {
        #[test]
        fn a_last_day_is_a_working_day_no_earlier_than_promised_and_within_a_week_of_it(
            days in 0i32..40_000, within in 1u16..60, by_month in any::<bool>(),
        ) {
            let received = date(1995, 1, 1) + days.days();
            let within = if by_month { Deadline::Months(within % 3 + 1) } else { Deadline::Days(within) };
            let bare = within.due(received).expect("a day");
            let due = due(received, within);
            prop_assert!(is_working_day(due));
            prop_assert!(due >= bare && (due - bare).get_days() <= 6, "{} {}", bare, due);
        }

        #[test]
        fn an_extension_never_shortens_and_never_passes_three_months(
            days in 0i32..40_000, within in 1u16..31, extension in 1u16..4,
        ) {
            let received = date(1995, 1, 1) + days.days();
            let (within, extension) = (Deadline::Days(within), Deadline::Months(extension));
            let longer = extended(received, within, extension);
            prop_assert!(longer >= due(received, within));
            prop_assert!(longer <= due(received, LONGEST));
        }

        #[test]
        fn what_is_received_later_is_never_due_earlier(days in 0i32..40_000, later in 0i32..60) {
            let received = date(1995, 1, 1) + days.days();
            for within in [Deadline::Days(14), Deadline::Months(1)] {
                prop_assert!(due(received, within) <= due(received + later.days(), within));
            }
        }

        #[test]
        fn a_day_is_late_soon_or_in_time(left in -400i32..400, soon in 0u16..30) {
            let today = date(2026, 11, 23);
            let found = standing(today + left.days(), today, soon);
            let expected = if left < 0 { Standing::Late(-left) }
                else if left <= i32::from(soon) { Standing::Soon(left) }
                else { Standing::InTime };
            prop_assert_eq!(found, expected);
        }
    }
}
