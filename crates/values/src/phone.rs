//! Phone numbers, kept in the international form (E.164) so that one number is one text.

use phonenumber::Mode;
use phonenumber::country::Id;
use thiserror::Error;

/// A phone number that can exist, as `+358401234567`. Hidden in `Debug`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhoneNumber(String);

text_value!(hidden PhoneNumber, PhoneError, "Phone number in international form, +358401234567");

/// Why a text is not a phone number. Never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Letters, two numbers in one field, or too few digits to be a number.
    #[error("not in the shape of a phone number")]
    Shape,
    /// The country has no such number: a digit is missing or too many, or the area code does not exist.
    #[error("no such number can exist")]
    NoSuchNumber,
}

impl PhoneError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "phone-shape",
            Self::NoSuchNumber => "phone-no-such-number",
        }
    }
}

impl PhoneNumber {
    /// Reads one number; without a country code it is Finnish. Spaces, dashes, dots and brackets are forgiven,
    /// and so is the national zero after the country code in `+358 (0)40…`.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim().replace("(0)", "");
        if !text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–.()".contains(c))
        {
            return Err(PhoneError::Shape);
        }
        let number = phonenumber::parse(Some(Id::FI), text).map_err(|_| PhoneError::Shape)?;
        if !phonenumber::is_valid(&number) {
            return Err(PhoneError::NoSuchNumber);
        }
        Ok(Self(number.format().mode(Mode::E164).to_string()))
    }

    /// Reads a cell that may hold several numbers parted by `/`, `,` or `;`. Empty parts are left out.
    #[must_use]
    pub fn parse_several(text: &str) -> Vec<Result<Self, PhoneError>> {
        let parts = text.split(['/', ',', ';']).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(Self::parse).collect()
    }

    /// The number in international form without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as people in Finland read it: a Finnish one in the national form, others international.
    #[must_use]
    pub fn readable(&self) -> String {
        let mode = if self.0.starts_with("+358") {
            Mode::National
        } else {
            Mode::International
        };
        match phonenumber::parse(None, &self.0) {
            Ok(number) => number.format().mode(mode).to_string(),
            Err(_) => self.0.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        PhoneNumber::parse(text)
            .unwrap_or_else(|error| panic!("{text}: {error}"))
            .as_str()
            .to_owned()
    }

    #[test]
    fn one_number_written_many_ways_is_one_number() {
        for text in [
            "040 123 4567",
            "040-1234567",
            "0401234567",
            "+358 40-1234567",
            "+358 (0)40 1234567",
        ] {
            assert_eq!(read(text), "+358401234567", "{text}");
        }
        assert_eq!(read("00358 40 1234567"), "+358401234567");
    }

    #[test]
    fn land_lines_and_foreign_numbers_are_numbers_too() {
        assert_eq!(read("09 310 1691"), "+35893101691");
        assert_eq!(read("+46 70 123 45 67"), "+46701234567");
    }

    #[test]
    fn a_cell_with_two_numbers_gives_both() {
        let numbers = PhoneNumber::parse_several("044-404726 / 045 1309269");
        let read: Vec<_> = numbers
            .iter()
            .map(|number| number.as_ref().expect("valid").as_str())
            .collect();
        assert_eq!(read, ["+35844404726", "+358451309269"]);
        assert_eq!(
            PhoneNumber::parse("044-404726 / 045 1309269"),
            Err(PhoneError::Shape)
        );
        assert!(PhoneNumber::parse_several(" ").is_empty());
    }

    #[test]
    fn what_is_no_number_is_refused_rather_than_half_kept() {
        let error = |text| PhoneNumber::parse(text).expect_err("invalid").key();
        assert_eq!(error("ei puhelinta"), "phone-shape");
        assert_eq!(error("0800-PIZZA"), "phone-shape");
        assert_eq!(error(""), "phone-shape");
        assert_eq!(error("040 12"), "phone-no-such-number");
        assert_eq!(error("040 123 4567 8901"), "phone-no-such-number");
    }

    #[test]
    fn a_number_is_readable_on_a_page_and_hidden_in_a_log() {
        let number = PhoneNumber::parse("+358401234567").expect("valid");
        assert_eq!(number.readable(), "040 1234567");
        assert_eq!(format!("{number:?}"), "PhoneNumber(hidden)");
    }

    proptest! {
        #[test]
        fn what_was_read_reads_the_same_again(rest in 1_000_000u32..9_999_999) {
            let number = PhoneNumber::parse(&format!("040{rest}")).expect("valid");
            prop_assert_eq!(PhoneNumber::parse(number.as_str()), Ok(number.clone()));
            prop_assert_eq!(PhoneNumber::parse(&number.readable()), Ok(number));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[+0-9() ./-]{0,24}") {
            let _ = PhoneNumber::parse(&text);
        }
    }
}
