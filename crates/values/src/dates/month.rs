use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

use super::DateError;

/// A calendar month: what payers are told of, and allowances are paid by. Travels and is stored as `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    first: Date,
}

impl Month {
    /// The month that a day belongs to.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self {
            first: day.first_of_month(),
        }
    }

    /// A month by its year and number; `None` if there is no such month.
    #[must_use]
    pub fn new(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(Self::of)
    }

    /// The first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.first.last_of_month()
    }

    /// The days in order.
    pub fn days(self) -> impl Iterator<Item = Date> + Clone {
        let last = self.last();
        self.first.series(1.day()).take_while(move |day| *day <= last)
    }

    /// Whether a day is one of them.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        Self::of(day) == self
    }

    /// Whether it is over on a day: its last day has passed.
    #[must_use]
    pub fn is_over(self, today: Date) -> bool {
        self.last() < today
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        Self::of(self.last().saturating_add(1.day()))
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(self.first.saturating_sub(1.day()))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl std::str::FromStr for Month {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (year, month) = text.trim().split_once('-').ok_or(DateError::Shape)?;
        let digits =
            |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(DateError::Shape);
        }
        let (year, month) = (year.parse(), month.parse());
        let (Ok(year), Ok(month)) = (year, month) else {
            return Err(DateError::Shape);
        };
        // The years of anybody's service: what lies outside is mistyped.
        if !(1900..=2199).contains(&year) {
            return Err(DateError::NoSuchDay);
        }
        Self::new(year, month).ok_or(DateError::NoSuchDay)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom("no such month"))
    }
}

impl JsonSchema for Month {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}$",
            "description": "A month, such as 2026-11",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_month_has_its_days_and_neighbours() {
        let february: Month = "2028-02".parse().expect("a month");
        assert_eq!(
            (february.first(), february.last()),
            (date(2028, 2, 1), date(2028, 2, 29))
        );
        assert_eq!(february.days().count(), 29);
        assert_eq!(february.previous().to_string(), "2028-01");
        assert_eq!(february.next().to_string(), "2028-03");
        assert!(february.is_over(date(2028, 3, 1)) && !february.is_over(date(2028, 2, 29)));
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for text in [
            "",
            "2026",
            "2026-13",
            "2026-00",
            "26-11",
            "2026-1",
            "0001-01",
            "2026-11-01",
            "-026-11",
        ] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_month_reads_back_and_holds_its_days(days in 0i32..80_000) {
            let day = date(1900, 1, 1) + days.days();
            let month = Month::of(day);
            prop_assert_eq!(month.to_string().parse::<Month>(), Ok(month));
            prop_assert!(month.contains(day) && month.days().any(|other| other == day));
            prop_assert_eq!(month.next().previous(), month);
        }
    }
}
