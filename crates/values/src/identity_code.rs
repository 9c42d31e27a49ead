//! The personal identity code (henkilötunnus, personbeteckning): `DDMMYYCZZZQ`.
//!
//! `C` is the sign of the century: `+` for 18xx; `-` `Y` `X` `W` `V` `U` for 19xx; `A`–`F` for 20xx. It is part of
//! the identity: two codes that differ only in it are two people. `ZZZ` is 002–899 for real people and 900–999
//! for artificial or temporary codes. `Q` checks the rest.
//!
//! Sex is never derived from a code (A1): codes given since 2023 say nothing of it.

use jiff::civil::Date;
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The characters of the check, in the order of the remainder modulo 31.
const CHECK_CHARACTERS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// The first and last year that a century sign can express.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2099;

/// A personal identity code whose date, individual number and check character agree.
///
/// It never shows itself in `Debug`, has no `Display`, and wipes its memory when dropped. Print it only where
/// the law lets it be printed (Data Protection Act 1050/2018, 29 §).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Zeroize, ZeroizeOnDrop)]
pub struct IdentityCode(String);

text_value!(hidden IdentityCode, IdentityCodeError, "Personal identity code, DDMMYYCZZZQ");

/// Why a text is not an identity code. Never repeats the text, nor tells which check character would fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IdentityCodeError {
    /// Not eleven characters in the pattern `DDMMYYCZZZQ`.
    #[error("not in the shape of an identity code")]
    Shape,
    /// The seventh character is not a century sign in use.
    #[error("the century sign is not in use")]
    CenturySign,
    /// The first six digits are no day of that century.
    #[error("the birth date does not exist")]
    Date,
    /// The individual number is 000 or 001, which are never given.
    #[error("the individual number is not in use")]
    IndividualNumber,
    /// The last character does not agree with the rest: something was mistyped.
    #[error("the check character does not agree")]
    CheckCharacter,
    /// Asked to make an artificial code outside 900–999 or the years 1800–2099.
    #[error("outside the artificial series")]
    NotArtificial,
}

impl IdentityCodeError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "identity-code-shape",
            Self::CenturySign => "identity-code-century-sign",
            Self::Date => "identity-code-date",
            Self::IndividualNumber => "identity-code-individual-number",
            Self::CheckCharacter => "identity-code-check-character",
            Self::NotArtificial => "identity-code-not-artificial",
        }
    }
}

impl IdentityCode {
    /// Reads a code as people type it: lower case and stray spaces are forgiven, nothing else is.
    pub fn parse(text: &str) -> Result<Self, IdentityCodeError> {
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let letters = code.as_bytes();
        if !has_shape(letters) {
            return Err(IdentityCodeError::Shape);
        }
        let century = century_of(letters[6]).ok_or(IdentityCodeError::CenturySign)?;
        birth_date_in(century, letters).ok_or(IdentityCodeError::Date)?;
        if number(&letters[7..10]) < 2 {
            return Err(IdentityCodeError::IndividualNumber);
        }
        if letters[10] != check_character(&letters[0..6], &letters[7..10]) {
            return Err(IdentityCodeError::CheckCharacter);
        }
        Ok(Self(code))
    }

    /// Makes an artificial code for demo data and tests.
    ///
    /// `serial` is the individual number, 900–999. `choice` picks one of the century's signs in use, wrapping
    /// around: 0 is the oldest sign of the century (`+`, `-` or `A`).
    pub fn artificial(birth_date: Date, serial: u16, choice: usize) -> Result<Self, IdentityCodeError> {
        let year = birth_date.year();
        if !YEARS.contains(&year) || !(900..=999).contains(&serial) {
            return Err(IdentityCodeError::NotArtificial);
        }
        let signs = century_signs(year);
        let sign = char::from(signs[choice % signs.len()]);
        let day = format!(
            "{:02}{:02}{:02}",
            birth_date.day(),
            birth_date.month(),
            year % 100
        );
        let serial = serial.to_string();
        let check = char::from(check_character(day.as_bytes(), serial.as_bytes()));
        Ok(Self(format!("{day}{sign}{serial}{check}")))
    }

    /// The eleven characters in upper case. Think before printing them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day of birth that the code states.
    ///
    /// # Panics
    /// Never: a code was checked when it was made.
    #[must_use]
    pub fn birth_date(&self) -> Date {
        let letters = self.0.as_bytes();
        century_of(letters[6])
            .and_then(|century| birth_date_in(century, letters))
            .expect("a parsed code has a birth date")
    }

    /// Whether the code is artificial or temporary (individual number 900–999) and belongs to no one in the
    /// population register.
    #[must_use]
    pub fn is_artificial(&self) -> bool {
        number(&self.0.as_bytes()[7..10]) >= 900
    }
}

fn has_shape(letters: &[u8]) -> bool {
    letters.len() == 11
        && letters[0..6]
            .iter()
            .chain(&letters[7..10])
            .all(u8::is_ascii_digit)
        && letters[10].is_ascii_alphanumeric()
}

/// The first year of the century that a sign stands for. Signs beside `+`, `-` and `A` came in 2023.
const fn century_of(sign: u8) -> Option<i16> {
    match sign {
        b'+' => Some(1800),
        b'-' | b'U'..=b'Y' => Some(1900),
        b'A'..=b'F' => Some(2000),
        _ => None,
    }
}

/// The signs in use for births of a year in [`YEARS`], the oldest first.
const fn century_signs(year: i16) -> &'static [u8] {
    match year / 100 {
        18 => b"+",
        19 => b"-YXWVU",
        _ => b"ABCDEF",
    }
}

fn birth_date_in(century: i16, letters: &[u8]) -> Option<Date> {
    let part = |range: std::ops::Range<usize>| i8::try_from(number(&letters[range])).ok();
    Date::new(century + i16::from(part(4..6)?), part(2..4)?, part(0..2)?).ok()
}

fn check_character(day: &[u8], serial: &[u8]) -> u8 {
    CHECK_CHARACTERS[(number(day) * 1000 + number(serial)) as usize % CHECK_CHARACTERS.len()]
}

fn number(digits: &[u8]) -> u32 {
    digits
        .iter()
        .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
}

#[cfg(test)]
mod tests;
