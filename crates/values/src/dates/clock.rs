use jiff::civil::Time;
use thiserror::Error;

/// Why a text is not a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ClockTimeError {
    /// Not written as hours and minutes.
    #[error("not written as a time of day")]
    Shape,
    /// Hours beyond 23 or minutes beyond 59.
    #[error("no such time of day")]
    NoSuchTime,
}

impl ClockTimeError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "clock-time-shape",
            Self::NoSuchTime => "clock-time-no-such-time",
        }
    }
}

/// Reads a time of day as people type it: `9.05`, `9:05`, `905`, `0905`, `9`, `klo 9`, `kl. 9.05`.
pub fn parse_clock_time(text: &str) -> Result<Time, ClockTimeError> {
    let text = text.trim();
    let text = ["klo", "kl.", "kl"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim();
    let (hours, minutes) = match text.split_once(['.', ':']) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return Err(ClockTimeError::Shape),
        None if (3..=4).contains(&text.len()) && text.is_ascii() => text.split_at(text.len() - 2),
        None => (text, "00"),
    };
    Time::new(two_digits(hours)?, two_digits(minutes)?, 0, 0).map_err(|_| ClockTimeError::NoSuchTime)
}

fn two_digits(digits: &str) -> Result<i8, ClockTimeError> {
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok())
        .flatten()
        .ok_or(ClockTimeError::Shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;
    use proptest::prelude::*;

    #[test]
    fn five_past_nine_is_read_in_every_form() {
        for text in [
            "9.05", "9:05", "09.05", "905", "0905", "klo 9.05", "kl. 9.05", "klo9.05",
        ] {
            assert_eq!(parse_clock_time(text), Ok(time(9, 5, 0, 0)), "{text}");
        }
        assert_eq!(parse_clock_time("9"), Ok(time(9, 0, 0, 0)));
        assert_eq!(parse_clock_time("15"), Ok(time(15, 0, 0, 0)));
    }

    #[test]
    fn what_is_no_time_is_refused_with_its_reason() {
        for text in ["24", "9.60", "2500"] {
            assert_eq!(parse_clock_time(text), Err(ClockTimeError::NoSuchTime), "{text}");
        }
        for text in ["", "9.5", "9.", ".05", "12345", "aamulla", "-9", "ääb"] {
            assert_eq!(parse_clock_time(text), Err(ClockTimeError::Shape), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_minute_of_the_day_reads_back(hour in 0i8..24, minute in 0i8..60) {
            for text in [format!("{hour}.{minute:02}"), format!("{hour:02}{minute:02}")] {
                prop_assert_eq!(parse_clock_time(&text), Ok(time(hour, minute, 0, 0)));
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,8}") {
            let _ = parse_clock_time(&text);
        }
    }
}
