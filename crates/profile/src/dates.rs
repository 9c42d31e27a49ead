//! Dates of the configuration, written as TOML dates: `2015-01-01`.

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error};
use toml::value::Datetime;

/// From when until when something holds; both days belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// First day, if it has one.
    #[serde(default, deserialize_with = "date")]
    pub from: Option<Date>,
    /// Last day, if it is known.
    #[serde(default, deserialize_with = "date")]
    pub until: Option<Date>,
}

impl Validity {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether an end is known.
    #[must_use]
    pub fn ends(&self) -> bool {
        self.until.is_some()
    }
}

/// Reads a TOML date without a time.
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let read = Datetime::deserialize(deserializer)?;
    let plain = read.date.filter(|_| read.time.is_none() && read.offset.is_none());
    let day = plain.ok_or_else(|| D::Error::custom("expected a date such as 2025-01-01, without a time"))?;
    let civil = i16::try_from(day.year)
        .ok()
        .zip(i8::try_from(day.month).ok().zip(i8::try_from(day.day).ok()))
        .and_then(|(year, (month, day))| Date::new(year, month, day).ok());
    civil
        .map(Some)
        .ok_or_else(|| D::Error::custom("there is no such day in the calendar"))
}

/// A time within which something must be done, as the notices give them: `{ days = 14 }` or `{ months = 1 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Deadline {
    /// Calendar days.
    Days(u16),
    /// Calendar months; the day of the same number, or the last of the month.
    Months(u16),
}

impl Deadline {
    /// The last day, counted from the day on which it began. Holidays are not considered here.
    ///
    /// # Errors
    /// When the day would lie beyond the calendar (year 9999).
    pub fn due(self, began: Date) -> Result<Date, jiff::Error> {
        let length = match self {
            Self::Days(days) => jiff::Span::new().days(days),
            Self::Months(months) => jiff::Span::new().months(months),
        };
        began.checked_add(length)
    }

    /// Whether any time is left by it at all.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        matches!(self, Self::Days(1..) | Self::Months(1..))
    }
}
