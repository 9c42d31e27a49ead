//! Money in whole cents: never a floating point number. Finnish formatting belongs to the pages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, Sub};
use thiserror::Error;

/// An amount of euros, in cents. Travels and is stored as a whole number of cents.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

/// Ten billion euros: no workshop's amount, and far from where sums would overflow.
const LARGEST_TYPED: i64 = 1_000_000_000_000;

/// Why a text is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// Not a number of euros with at most two decimals.
    #[error("not an amount of euros")]
    Shape,
    /// More than ten billion euros.
    #[error("too large an amount")]
    TooLarge,
}

impl MoneyError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "money-shape",
            Self::TooLarge => "money-too-large",
        }
    }
}

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A whole number of euros.
    #[must_use]
    pub const fn euros(euros: i32) -> Self {
        Self(euros as i64 * 100)
    }

    /// Reads an amount as people type it: `9`, `9,00`, `9.5 €`, `1 234,56`. Negative amounts are refused.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = plain.trim_end_matches('€');
        let (euros, decimals) = plain.split_once([',', '.']).unwrap_or((plain, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(euros) || !digits(decimals) || decimals.len() > 2 {
            return Err(MoneyError::Shape);
        }
        let euros: i64 = euros.parse().map_err(|_| MoneyError::TooLarge)?;
        let cents: i64 = format!("{decimals:0<2}").parse().map_err(|_| MoneyError::Shape)?;
        let amount = euros.checked_mul(100).and_then(|sum| sum.checked_add(cents));
        amount
            .filter(|sum| *sum <= LARGEST_TYPED)
            .map(Self)
            .ok_or(MoneyError::TooLarge)
    }

    /// The amount a number of times over, such as a daily allowance over the days attended; `None` if it can't
    /// be counted.
    #[must_use]
    pub fn times(self, count: u32) -> Option<Self> {
        self.0.checked_mul(i64::from(count)).map(Self)
    }

    /// The amount as payment files write it: euros, a dot, two decimals.
    #[must_use]
    pub fn plain(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let amount = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", amount / 100, amount % 100)
    }
}

impl Add for Cents {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Cents {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (text, cents) in [
            ("9", 900),
            ("9,00", 900),
            ("9.5 €", 950),
            ("1 234,56", 123_456),
            ("0,05", 5),
        ] {
            assert_eq!(Cents::parse(text), Ok(Cents(cents)), "{text}");
        }
        for text in ["", "€", "-9", "9,001", "9,", "yhdeksän", "1,2,3"] {
            assert_eq!(Cents::parse(text), Err(MoneyError::Shape), "{text}");
        }
        for text in ["99999999999999999999", "90000000000000000", "10000000000,01"] {
            assert_eq!(Cents::parse(text), Err(MoneyError::TooLarge), "{text}");
        }
    }

    #[test]
    fn an_allowance_adds_up_over_the_days_attended() {
        assert_eq!(Cents::euros(9).times(17), Some(Cents::euros(153)));
        assert_eq!([Cents(900), Cents(1800)].into_iter().sum::<Cents>(), Cents(2700));
        assert_eq!(Cents(i64::MAX).times(2), None);
        assert_eq!(Cents(-905).plain(), "-9.05");
    }

    proptest! {
        #[test]
        fn the_plain_form_reads_back(cents in 0i64..1_000_000_000) {
            prop_assert_eq!(Cents::parse(&Cents(cents).plain()), Ok(Cents(cents)));
        }
    }
}
