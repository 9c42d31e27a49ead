use crate::words::fold;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use thiserror::Error;

/// The years that a typed date may have: from the oldest code's century to the youngest's.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// Not written as a date, nor a word for one.
    #[error("not written as a date")]
    Shape,
    /// Written as a date, but the calendar has no such day.
    #[error("no such day exists")]
    NoSuchDay,
    /// A year before 1800 or after 2199: most likely mistyped.
    #[error("the year is out of range")]
    Year,
}

impl DateError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "date-shape",
            Self::NoSuchDay => "date-no-such-day",
            Self::Year => "date-year",
        }
    }
}

/// Reads a day as people type it, in Finnish, Swedish or English.
///
/// - `1.2.` is this year's; `1.2.26` has a two-digit year, taken as 20xx up to ten years ahead of `today` and as
///   19xx beyond that; `1.2.2026`, `01.02.2026` and `2026-02-01` are plain;
/// - `eilen`, `tänään`, `huomenna` (`igår`, `idag`, `imorgon`; `yesterday`, `today`, `tomorrow`);
/// - a weekday, short or whole (`pe`, `fre`, `fri`), is the latest such day not after `today`.
pub fn parse_finnish_date(text: &str, today: Date) -> Result<Date, DateError> {
    let text = text.trim();
    if let Some(day) = relative_day(&fold(text), today) {
        return Ok(day);
    }
    let (year, month, day) = if text.contains('.') {
        dotted(text, today)
    } else {
        iso(text)
    }?;
    if !YEARS.contains(&year) {
        return Err(DateError::Year);
    }
    Date::new(year, month, day).map_err(|_| DateError::NoSuchDay)
}

/// The day that a spreadsheet keeps as a serial number (1900 date system): 46128 is 16.4.2026. `None` before
/// March 1900, where spreadsheets count a day that never was, and after the calendar's end.
#[must_use]
pub fn date_of_spreadsheet_serial(serial: u32) -> Option<Date> {
    const DAY_ZERO: Date = jiff::civil::date(1899, 12, 30);
    let days = Span::new().try_days(serial).ok()?;
    if serial > 60 {
        DAY_ZERO.checked_add(days).ok()
    } else {
        None
    }
}

fn dotted(text: &str, today: Date) -> Result<(i16, i8, i8), DateError> {
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    match parts[..] {
        [day, month] | [day, month, ""] => Ok((today.year(), small(month)?, small(day)?)),
        [day, month, year] => Ok((typed_year(year, today)?, small(month)?, small(day)?)),
        _ => Err(DateError::Shape),
    }
}

fn iso(text: &str) -> Result<(i16, i8, i8), DateError> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [year, month, day] if year.len() == 4 => Ok((whole(year)?, small(month)?, small(day)?)),
        _ => Err(DateError::Shape),
    }
}

fn typed_year(year: &str, today: Date) -> Result<i16, DateError> {
    match year.len() {
        4 => whole(year),
        2 => {
            let in_this_century = 2000 + whole(year)?;
            let is_too_far_ahead = in_this_century > today.year() + 10;
            Ok(if is_too_far_ahead {
                in_this_century - 100
            } else {
                in_this_century
            })
        }
        _ => Err(DateError::Shape),
    }
}

fn whole(digits: &str) -> Result<i16, DateError> {
    let all_digits = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    all_digits
        .then(|| digits.parse().ok())
        .flatten()
        .ok_or(DateError::Shape)
}

/// A day or month of one or two digits.
fn small(digits: &str) -> Result<i8, DateError> {
    if digits.len() > 2 {
        return Err(DateError::Shape);
    }
    whole(digits).and_then(|number| i8::try_from(number).map_err(|_| DateError::Shape))
}

fn relative_day(word: &str, today: Date) -> Option<Date> {
    let shift = match word {
        "toissapaivana" | "i forrgar" => -2,
        "eilen" | "igar" | "i gar" | "yesterday" => -1,
        "tanaan" | "idag" | "i dag" | "today" => 0,
        "huomenna" | "imorgon" | "i morgon" | "tomorrow" => 1,
        "ylihuomenna" | "i overmorgon" => 2,
        _ => {
            let back = today.weekday().since(weekday(word)?);
            return today.checked_sub(back.days()).ok();
        }
    };
    today.checked_add(shift.days()).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "ma" | "maanantai" | "man" | "mandag" | "mon" | "monday" => Weekday::Monday,
        "ti" | "tiistai" | "tis" | "tisdag" | "tue" | "tuesday" => Weekday::Tuesday,
        "ke" | "keskiviikko" | "ons" | "onsdag" | "wed" | "wednesday" => Weekday::Wednesday,
        "to" | "torstai" | "tor" | "tors" | "torsdag" | "thu" | "thursday" => Weekday::Thursday,
        "pe" | "perjantai" | "fre" | "fredag" | "fri" | "friday" => Weekday::Friday,
        "la" | "lauantai" | "lor" | "lordag" | "sat" | "saturday" => Weekday::Saturday,
        "su" | "sunnuntai" | "son" | "sondag" | "sun" | "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// A Monday.
    const TODAY: Date = date(2026, 11, 23);

    fn read(text: &str) -> Result<Date, DateError> {
        parse_finnish_date(text, TODAY)
    }

    #[test]
    fn a_day_is_read_in_every_form_of_an_old_register() {
        for text in [
            "1.2.",
            "1.2",
            "1.2.26",
            "1.2.2026",
            "01.02.2026",
            "1. 2. 2026",
            "2026-02-01",
            " 1.2.2026 ",
        ] {
            assert_eq!(read(text), Ok(date(2026, 2, 1)), "{text}");
        }
    }

    #[test]
    fn two_digits_of_a_year_reach_ten_years_ahead() {
        assert_eq!(read("1.2.36"), Ok(date(2036, 2, 1)));
        assert_eq!(read("1.2.37"), Ok(date(1937, 2, 1)));
    }

    #[test]
    fn a_coach_types_words_in_three_languages() {
        for (text, day) in [
            ("eilen", 22),
            ("Igår", 22),
            ("yesterday", 22),
            ("tänään", 23),
            ("idag", 23),
            ("today", 23),
            ("huomenna", 24),
            ("i morgon", 24),
            ("toissapäivänä", 21),
            ("ylihuomenna", 25),
        ] {
            assert_eq!(read(text), Ok(date(2026, 11, day)), "{text}");
        }
    }

    #[test]
    fn a_weekday_is_the_latest_one_not_ahead() {
        for (text, day) in [
            ("ma", 23),
            ("pe", 20),
            ("Fredag", 20),
            ("su", 22),
            ("tue", 17),
            ("lör", 21),
        ] {
            assert_eq!(read(text), Ok(date(2026, 11, day)), "{text}");
        }
    }

    #[test]
    fn a_mistyped_day_is_refused_with_its_reason() {
        assert_eq!(read("30.2.2026"), Err(DateError::NoSuchDay));
        assert_eq!(read("29.2.2025"), Err(DateError::NoSuchDay));
        assert_eq!(read("1.13.2026"), Err(DateError::NoSuchDay));
        assert_eq!(read("1.2.0026"), Err(DateError::Year));
        for text in [
            "",
            ".",
            "1.",
            "jatkuu",
            "1.2.202",
            "1.2.20266",
            "1/2/2026",
            "26-02-01",
            "+1.2.2026",
            "1.2.3.4",
        ] {
            assert_eq!(read(text), Err(DateError::Shape), "{text}");
        }
    }

    #[test]
    fn a_spreadsheets_serial_number_is_the_day_it_shows() {
        assert_eq!(date_of_spreadsheet_serial(46128), Some(date(2026, 4, 16)));
        assert_eq!(date_of_spreadsheet_serial(61), Some(date(1900, 3, 1)));
        assert_eq!(date_of_spreadsheet_serial(60), None);
        assert_eq!(date_of_spreadsheet_serial(u32::MAX), None);
    }

    proptest! {
        #[test]
        fn every_day_reads_back_in_both_plain_forms(days in 0i32..(390 * 365)) {
            let day = date(1800, 1, 1) + Span::new().days(days);
            let finnish = format!("{}.{}.{}", day.day(), day.month(), day.year());
            prop_assert_eq!(read(&finnish), Ok(day));
            prop_assert_eq!(read(&day.to_string()), Ok(day));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[0-9a-zäö. -]{0,12}", raw in "\\PC{0,12}") {
            let _ = read(&text);
            let _ = read(&raw);
        }
    }
}
