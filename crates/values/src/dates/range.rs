use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A span of days, both ends included, that may have no end yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Ends", into = "Ends")]
#[schemars(with = "Ends")]
pub struct DateRange {
    start: Date,
    end: Option<Date>,
}

/// A span of days as it travels in the API.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "DateRange")]
struct Ends {
    /// The first day.
    start: Date,
    /// The last day, included; absent while open.
    end: Option<Date>,
}

/// Why two days are not a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateRangeError {
    /// The last day is before the first.
    #[error("the end is before the start")]
    EndBeforeStart,
}

impl DateRangeError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::EndBeforeStart => "date-range-end-before-start",
        }
    }
}

impl DateRange {
    /// A span from its first day to its last, or open.
    pub fn new(start: Date, end: Option<Date>) -> Result<Self, DateRangeError> {
        if end.is_some_and(|end| end < start) {
            return Err(DateRangeError::EndBeforeStart);
        }
        Ok(Self { start, end })
    }

    /// A span that has no end yet.
    #[must_use]
    pub const fn open(start: Date) -> Self {
        Self { start, end: None }
    }

    /// The first day.
    #[must_use]
    pub const fn start(&self) -> Date {
        self.start
    }

    /// The last day, included; `None` while open.
    #[must_use]
    pub const fn end(&self) -> Option<Date> {
        self.end
    }

    /// Whether the day is one of the span's.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }

    /// Whether the two spans share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.end.is_none_or(|end| other.start <= end) && other.end.is_none_or(|end| self.start <= end)
    }

    /// Whether the last day has passed.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        self.end.is_some_and(|end| end < today)
    }

    /// The days from `today` to the last day: 0 on the last day, negative when it has passed, `None` while open.
    #[must_use]
    pub fn days_left(&self, today: Date) -> Option<i32> {
        self.end.map(|end| days_between(today, end))
    }

    /// The weeks left, begun ones counted: 1 in the last week, 0 on the last day and after; `None` while open.
    #[must_use]
    pub fn weeks_left(&self, today: Date) -> Option<u32> {
        self.days_left(today)
            .map(|days| u32::try_from(days).unwrap_or(0).div_ceil(7))
    }

    /// The number of days up to and including `today` or the last day, whichever is first: how long it has
    /// lasted. Zero before the start.
    #[must_use]
    pub fn days_lasted(&self, today: Date) -> u32 {
        let last = self.end.map_or(today, |end| end.min(today));
        u32::try_from(days_between(self.start, last) + 1).unwrap_or(0)
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

impl TryFrom<Ends> for DateRange {
    type Error = DateRangeError;

    fn try_from(ends: Ends) -> Result<Self, DateRangeError> {
        Self::new(ends.start, ends.end)
    }
}

impl From<DateRange> for Ends {
    fn from(range: DateRange) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn february() -> DateRange {
        DateRange::new(date(2026, 2, 1), Some(date(2026, 2, 28))).expect("in order")
    }

    #[test]
    fn a_period_cannot_end_before_it_starts() {
        let refused = DateRange::new(date(2026, 2, 2), Some(date(2026, 2, 1)));
        assert_eq!(refused, Err(DateRangeError::EndBeforeStart));
        assert!(serde_json::from_str::<DateRange>(r#"{"start":"2026-02-02","end":"2026-02-01"}"#).is_err());
        assert!(DateRange::new(date(2026, 2, 2), Some(date(2026, 2, 2))).is_ok());
    }

    #[test]
    fn both_ends_belong_to_a_period() {
        assert!(february().contains(date(2026, 2, 1)) && february().contains(date(2026, 2, 28)));
        assert!(!february().contains(date(2026, 1, 31)) && !february().contains(date(2026, 3, 1)));
        assert!(DateRange::open(date(2026, 2, 1)).contains(date(2199, 1, 1)));
    }

    #[test]
    fn a_coach_sees_how_long_is_left() {
        assert_eq!(february().days_left(date(2026, 2, 28)), Some(0));
        assert_eq!(february().days_left(date(2026, 3, 2)), Some(-2));
        assert_eq!(february().weeks_left(date(2026, 2, 1)), Some(4));
        assert_eq!(february().weeks_left(date(2026, 2, 21)), Some(1));
        assert_eq!(february().weeks_left(date(2026, 3, 21)), Some(0));
        assert_eq!(
            DateRange::open(date(2026, 2, 1)).days_left(date(2026, 2, 1)),
            None
        );
        assert!(february().is_over(date(2026, 3, 1)) && !february().is_over(date(2026, 2, 28)));
    }

    #[test]
    fn a_period_has_lasted_up_to_today_or_its_end() {
        assert_eq!(february().days_lasted(date(2026, 1, 31)), 0);
        assert_eq!(february().days_lasted(date(2026, 2, 1)), 1);
        assert_eq!(february().days_lasted(date(2027, 1, 1)), 28);
    }

    #[test]
    fn a_period_travels_as_two_days() {
        let text = serde_json::to_string(&february()).expect("an object");
        assert_eq!(text, r#"{"start":"2026-02-01","end":"2026-02-28"}"#);
        let open: DateRange = serde_json::from_str(r#"{"start":"2026-02-01"}"#).expect("open");
        assert_eq!(open.end(), None);
    }

    prop_compose! {
        fn any_range()(from in 0i32..400, length in proptest::option::of(0i32..400)) -> DateRange {
            let start = date(2025, 1, 1) + from.days();
            DateRange::new(start, length.map(|days| start + days.days())).expect("in order")
        }
    }

    proptest! {
        #[test]
        fn two_periods_overlap_exactly_when_some_day_is_in_both(one in any_range(), other in any_range()) {
            let shared = (0..1000).map(|days| date(2025, 1, 1) + days.days())
                .any(|day| one.contains(day) && other.contains(day));
            prop_assert_eq!(one.overlaps(&other), shared);
            prop_assert_eq!(other.overlaps(&one), shared);
        }
    }
}
