//! Which days the grid shows: the week before and the chosen week, one day of them open for marking.

use jiff::{ToSpan, civil::Date};
use polku_values::dates::IsoWeek;

/// The days of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// The chosen week.
    pub(crate) week: IsoWeek,
    /// The day that is open for marking: wide on a screen, the only one on a phone.
    pub(crate) open: Date,
    /// The date of the visit.
    pub(crate) today: Date,
}

impl Window {
    /// The window of a chosen week and day. Without a day it is today in this week, else the week's Monday; a day that
    /// the week's window lacks brings its own week.
    pub(crate) fn of(week: Option<IsoWeek>, day: Option<Date>, today: Date) -> Self {
        let chosen = week.unwrap_or_else(|| IsoWeek::of(day.unwrap_or(today)));
        let open = match day {
            Some(day) => day,
            None if IsoWeek::of(today) == chosen => today,
            None => chosen.monday(),
        };
        let window = Self {
            week: chosen,
            open,
            today,
        };
        if window.first() <= open && open <= window.last() {
            window
        } else {
            Self {
                week: IsoWeek::of(open),
                ..window
            }
        }
    }

    /// The first day shown.
    pub(crate) fn first(&self) -> Date {
        self.week.previous().monday()
    }

    /// The last day shown.
    pub(crate) fn last(&self) -> Date {
        self.week.days()[6]
    }

    /// The fourteen days.
    pub(crate) fn days(&self) -> impl Iterator<Item = Date> + use<> {
        self.week.previous().days().into_iter().chain(self.week.days())
    }

    /// The day before the open one that is not a weekend.
    pub(crate) fn workday_before(&self) -> Date {
        let back = match self.open.weekday().to_monday_zero_offset() {
            0 => 3,
            6 => 2,
            _ => 1,
        };
        self.open.saturating_sub(back.days())
    }

    /// The day after the open one that is not a weekend.
    pub(crate) fn workday_after(&self) -> Date {
        let ahead = match self.open.weekday().to_monday_zero_offset() {
            4 => 3,
            5 => 2,
            _ => 1,
        };
        self.open.saturating_add(ahead.days())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn the_grid_opens_on_today_with_the_week_before_in_sight_b6() {
        let window = Window::of(None, None, TODAY);
        assert_eq!(window.open, TODAY);
        assert_eq!(
            (window.first(), window.last()),
            (date(2026, 11, 16), date(2026, 11, 29))
        );
        assert_eq!(window.days().count(), 14);
    }

    #[test]
    fn another_week_opens_on_its_monday_and_any_day_can_be_opened_b6() {
        let week = Window::of(Some("2026-W46".parse().expect("a week")), None, TODAY);
        assert_eq!(week.open, date(2026, 11, 9));
        let friday = Window::of(None, Some(date(2026, 11, 20)), TODAY);
        assert_eq!((friday.open, friday.week.number()), (date(2026, 11, 20), 47));
    }

    #[test]
    fn a_day_of_last_week_opens_without_moving_the_grid_b6() {
        let this_week = IsoWeek::of(TODAY);
        let window = Window::of(Some(this_week), Some(date(2026, 11, 18)), TODAY);
        assert_eq!((window.week, window.open), (this_week, date(2026, 11, 18)));
    }

    #[test]
    fn stepping_by_day_passes_over_the_weekend() {
        let monday = Window::of(None, None, TODAY);
        assert_eq!(monday.workday_before(), date(2026, 11, 20));
        let friday = Window::of(None, Some(date(2026, 11, 20)), TODAY);
        assert_eq!(friday.workday_after(), TODAY);
        let sunday = Window::of(None, Some(date(2026, 11, 22)), TODAY);
        assert_eq!(
            (sunday.workday_before(), sunday.workday_after()),
            (date(2026, 11, 20), TODAY)
        );
    }

    proptest! {
        #[test]
        fn the_open_day_is_always_in_sight(week in 0i32..3_000, day in proptest::option::of(0i32..3_000)) {
            let week = IsoWeek::of(date(2024, 1, 1) + week.days());
            let day = day.map(|day| date(2024, 1, 1) + day.days());
            let window = Window::of(Some(week), day, TODAY);
            prop_assert!(window.days().any(|shown| shown == window.open));
            prop_assert!(day.is_none_or(|day| day == window.open));
        }
    }
}
