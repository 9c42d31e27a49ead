//! The days on which euros move between banks: those of the Eurosystem's TARGET services.
//!
//! Closed are Saturdays, Sundays and six days: New Year's Day, Good Friday, Easter Monday, 1 May, 25 and 26 December
//! (the European Central Bank's long-term calendar of TARGET closing days, in force since 2002). Other holidays of
//! Finland are bank days.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Holiday, holiday_on};

/// Whether payments are settled on a day.
#[must_use]
pub fn is_bank_day(day: Date) -> bool {
    let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let is_closed = matches!(
        holiday_on(day),
        Some(
            Holiday::NewYearsDay
                | Holiday::GoodFriday
                | Holiday::EasterMonday
                | Holiday::MayDay
                | Holiday::ChristmasDay
                | Holiday::BoxingDay
        )
    );
    !is_weekend && !is_closed
}

/// The first bank day after a day.
#[must_use]
pub fn bank_day_after(day: Date) -> Date {
    let mut next = day.saturating_add(1.day());
    // There are never more than five closed days in a row.
    while !is_bank_day(next) && next < Date::MAX {
        next = next.saturating_add(1.day());
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_closing_days_of_2026_and_2027_are_those_of_the_calendar_b6() {
        let closed = |year: i16| -> Vec<Date> {
            let first = date(year, 1, 1);
            let days = (0..365).map(|days| first + days.days());
            days.filter(|day| {
                !is_bank_day(*day) && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            })
            .collect()
        };
        // 26 December 2026 is a Saturday; 1 May 2027, 25 and 26 December 2027 fall on weekends.
        assert_eq!(
            closed(2026),
            [
                date(2026, 1, 1),
                date(2026, 4, 3),
                date(2026, 4, 6),
                date(2026, 5, 1),
                date(2026, 12, 25)
            ]
        );
        assert_eq!(
            closed(2027),
            [date(2027, 1, 1), date(2027, 3, 26), date(2027, 3, 29)]
        );
    }

    #[test]
    fn finnish_holidays_of_the_church_are_bank_days() {
        for day in [
            date(2026, 1, 6),
            date(2026, 5, 14),
            date(2026, 6, 19),
            date(2026, 12, 24),
        ] {
            assert!(is_bank_day(day), "{day}");
        }
    }

    #[test]
    fn the_day_after_a_long_weekend_is_its_end() {
        assert_eq!(bank_day_after(date(2026, 4, 2)), date(2026, 4, 7));
        assert_eq!(bank_day_after(date(2026, 12, 24)), date(2026, 12, 28));
        assert_eq!(bank_day_after(date(2026, 11, 27)), date(2026, 11, 30));
    }

    proptest! {
        #[test]
        fn the_next_bank_day_is_one_within_a_week(days in 0i32..40_000) {
            let day = date(2002, 1, 1) + days.days();
            let next = bank_day_after(day);
            prop_assert!(is_bank_day(next) && next > day && (next - day).get_days() <= 6);
        }
    }
}
