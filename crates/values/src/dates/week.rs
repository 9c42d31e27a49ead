use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use std::fmt;

/// A week from Monday to Sunday, numbered as Finland numbers weeks (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IsoWeek {
    monday: Date,
}

impl IsoWeek {
    /// The week that a day belongs to. Around New Year its year may differ from the day's.
    #[must_use]
    pub fn of(day: Date) -> Self {
        let since_monday = i64::from(day.weekday().to_monday_zero_offset());
        Self {
            monday: day.saturating_sub(since_monday.days()),
        }
    }

    /// A week by its year and number; `None` if the year has no such week.
    #[must_use]
    pub fn new(year: i16, week: i8) -> Option<Self> {
        ISOWeekDate::new(year, week, Weekday::Monday)
            .ok()
            .map(|monday| Self {
                monday: monday.date(),
            })
    }

    /// The year that the week counts to.
    #[must_use]
    pub fn year(self) -> i16 {
        self.monday.iso_week_date().year()
    }

    /// The number of the week, 1–53.
    #[must_use]
    pub fn number(self) -> i8 {
        self.monday.iso_week_date().week()
    }

    /// The week's Monday.
    #[must_use]
    pub const fn monday(self) -> Date {
        self.monday
    }

    /// The seven days, Monday first.
    #[must_use]
    pub fn days(self) -> [Date; 7] {
        [0_i64, 1, 2, 3, 4, 5, 6].map(|days| self.monday.saturating_add(days.days()))
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            monday: self.monday.saturating_add(7.days()),
        }
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            monday: self.monday.saturating_sub(7.days()),
        }
    }
}

/// As `2026-W48`, the form that browsers use in a week field.
impl fmt::Display for IsoWeek {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl std::str::FromStr for IsoWeek {
    type Err = super::DateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, week) = text.trim().split_once("-W").ok_or(super::DateError::Shape)?;
        let year = year.parse().map_err(|_| super::DateError::Shape)?;
        let week = week.parse().map_err(|_| super::DateError::Shape)?;
        Self::new(year, week).ok_or(super::DateError::NoSuchDay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::DateError;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_attendance_grid_opens_on_the_right_week() {
        let week = IsoWeek::of(date(2026, 11, 25));
        assert_eq!((week.year(), week.number()), (2026, 48));
        assert_eq!(week.monday(), date(2026, 11, 23));
        assert_eq!(week.days()[6], date(2026, 11, 29));
        assert_eq!(week.to_string(), "2026-W48");
    }

    #[test]
    fn new_years_week_belongs_to_the_year_of_its_thursday() {
        assert_eq!(IsoWeek::of(date(2027, 1, 1)).to_string(), "2026-W53");
        assert_eq!(IsoWeek::of(date(2024, 12, 30)).to_string(), "2025-W01");
        assert_eq!(IsoWeek::new(2025, 53), None);
        assert_eq!("2025-W53".parse::<IsoWeek>(), Err(DateError::NoSuchDay));
        assert_eq!("viikko 3".parse::<IsoWeek>(), Err(DateError::Shape));
    }

    proptest! {
        #[test]
        fn every_day_is_in_its_own_week_and_weeks_follow_each_other(days in 0i32..80_000) {
            let day = date(1900, 1, 1) + days.days();
            let week = IsoWeek::of(day);
            prop_assert!(week.days().contains(&day));
            prop_assert_eq!(week.next().previous(), week);
            prop_assert_eq!(week.to_string().parse::<IsoWeek>(), Ok(week));
        }
    }
}
