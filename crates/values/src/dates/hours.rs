use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::Add;
use thiserror::Error;

/// A length of time in whole minutes. Stored and travels as a number of minutes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Minutes(pub u16);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// A whole day and night: the most that one day can hold.
    pub const DAY: Self = Self::hours(24);

    /// Whole hours, at most 1092.
    #[must_use]
    pub const fn hours(hours: u16) -> Self {
        Self(hours * 60)
    }

    /// The whole hours, and the minutes left over.
    #[must_use]
    pub const fn whole_hours_and_rest(self) -> (u16, u16) {
        (self.0 / 60, self.0 % 60)
    }

    /// The length a number of times over, as a number of minutes.
    #[must_use]
    pub fn times(self, count: u8) -> u32 {
        u32::from(self.0) * u32::from(count)
    }
}

impl Add for Minutes {
    type Output = Self;

    /// Saturates at 1092 hours, which no schedule reaches.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

/// Why a text is not a length of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HoursError {
    /// Not written as hours.
    #[error("not written as hours")]
    Shape,
    /// More than a day holds.
    #[error("more than 24 hours")]
    TooLong,
}

impl HoursError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "hours-shape",
            Self::TooLong => "hours-too-long",
        }
    }
}

/// Reads a day's hours as people type them: `6`, `6,5`, `6.5`, `6h`, `6 h`, `6 t`, `6:30`, `6 h 30 min`, `45 min`.
/// Parts of an hour are rounded down to whole minutes.
pub fn parse_hours(text: &str) -> Result<Minutes, HoursError> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let minutes = match plain.strip_suffix("min") {
        Some(rest) => match rest.split_once('h') {
            Some((hours, minutes)) => whole(hours)? * 60 + below_sixty(minutes)?,
            None => whole(rest)?,
        },
        None => match plain.split_once(':') {
            Some((hours, minutes)) if minutes.len() == 2 => whole(hours)? * 60 + below_sixty(minutes)?,
            Some(_) => return Err(HoursError::Shape),
            None => decimal_hours(plain.trim_end_matches(['h', 't']))?,
        },
    };
    u16::try_from(minutes)
        .ok()
        .map(Minutes)
        .filter(|length| *length <= Minutes::DAY)
        .ok_or(HoursError::TooLong)
}

fn decimal_hours(text: &str) -> Result<u32, HoursError> {
    let Some((hours, parts)) = text.split_once([',', '.']) else {
        return Ok(whole(text)? * 60);
    };
    if parts.len() > 2 {
        return Err(HoursError::Shape);
    }
    Ok(whole(hours)? * 60 + whole(parts)? * 60 / 10u32.pow(if parts.len() == 1 { 1 } else { 2 }))
}

/// Up to four digits, so that no sum here can overflow.
fn whole(digits: &str) -> Result<u32, HoursError> {
    let fits = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok())
        .flatten()
        .ok_or(HoursError::Shape)
}

fn below_sixty(digits: &str) -> Result<u32, HoursError> {
    whole(digits).and_then(|minutes| {
        if minutes < 60 {
            Ok(minutes)
        } else {
            Err(HoursError::Shape)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_are_read_as_a_coach_types_them_b6() {
        for (text, minutes) in [
            ("6", 360),
            ("6,5", 390),
            ("6.5", 390),
            ("6h", 360),
            ("6 h", 360),
            ("6H", 360),
            ("6,25", 375),
            ("6:30", 390),
            ("6h30min", 390),
            ("6 h 30 min", 390),
            ("45 min", 45),
            ("0", 0),
            ("24", 1440),
            ("6 t", 360),
        ] {
            assert_eq!(parse_hours(text), Ok(Minutes(minutes)), "{text}");
        }
    }

    #[test]
    fn what_is_no_length_of_a_day_is_refused_with_its_reason() {
        for text in ["24,5", "25", "9999", "1500 min"] {
            assert_eq!(parse_hours(text), Err(HoursError::TooLong), "{text}");
        }
        for text in [
            "", "h", "?", "-6", "6,", ",5", "6,555", "6:3", "6:75", "kuusi", "12345",
        ] {
            assert_eq!(parse_hours(text), Err(HoursError::Shape), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_length_of_a_day_reads_back(minutes in 0u16..=1440) {
            let (hours, rest) = Minutes(minutes).whole_hours_and_rest();
            for text in [format!("{hours}:{rest:02}"), format!("{hours} h {rest} min"), format!("{minutes} min")] {
                prop_assert_eq!(parse_hours(&text), Ok(Minutes(minutes)));
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[0-9hmint,.: ]{0,10}", raw in "\\PC{0,8}") {
            let _ = parse_hours(&text);
            let _ = parse_hours(&raw);
        }
    }
}
