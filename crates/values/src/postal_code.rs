//! The Finnish postal code: five digits kept as text, since many begin with a zero.

use thiserror::Error;

/// A postal code of five digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PostalCode(String);

text_value!(shown PostalCode, PostalCodeError, "Postal code, five digits");

/// Why a text is not a postal code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PostalCodeError {
    /// Not five digits.
    #[error("not five digits")]
    Shape,
}

impl PostalCodeError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "postal-code-shape",
        }
    }
}

impl PostalCode {
    /// Reads a postal code; spaces at the ends are forgiven.
    pub fn parse(text: &str) -> Result<Self, PostalCodeError> {
        let text = text.trim();
        let is_code = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_code
            .then(|| Self(text.to_owned()))
            .ok_or(PostalCodeError::Shape)
    }

    /// Reads a postal code from a spreadsheet, which drops the zeros at the front of what it takes for a
    /// number: `100` is `00100`. Only for files: a person who types three digits has left two out.
    pub fn from_spreadsheet(cell: &str) -> Result<Self, PostalCodeError> {
        let cell = cell.trim();
        let lost_zeros = (3..5).contains(&cell.len()) && !cell.starts_with('0');
        if lost_zeros {
            Self::parse(&format!("{cell:0>5}"))
        } else {
            Self::parse(cell)
        }
    }

    /// The five digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_zeros() {
        assert_eq!(PostalCode::parse("90100 ").expect("valid").as_str(), "90100");
        assert_eq!(PostalCode::parse("00100").expect("valid").as_str(), "00100");
        for text in ["100", "001000", "O0100", "", "-0100"] {
            assert_eq!(PostalCode::parse(text), Err(PostalCodeError::Shape), "{text}");
        }
    }

    #[test]
    fn zeros_lost_in_a_spreadsheet_are_restored() {
        assert_eq!(
            PostalCode::from_spreadsheet("100").expect("valid").as_str(),
            "00100"
        );
        assert_eq!(
            PostalCode::from_spreadsheet("67100").expect("valid").as_str(),
            "67100"
        );
        for cell in ["1", "010", "12a", ""] {
            assert!(PostalCode::from_spreadsheet(cell).is_err(), "{cell}");
        }
    }
}
