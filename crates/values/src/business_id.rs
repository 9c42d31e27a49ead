//! The business id (Y-tunnus, FO-nummer) of an organisation: seven digits, a dash and a check digit.

use thiserror::Error;

/// The weights of the seven digits; the check digit brings the sum to a multiple of eleven.
const WEIGHTS: [u32; 7] = [7, 9, 10, 5, 8, 4, 2];

/// A business id whose check digit agrees, as `1234567-8`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BusinessId(String);

text_value!(shown BusinessId, BusinessIdError, "Business id (Y-tunnus), 1234567-8");

/// Why a text is not a business id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BusinessIdError {
    /// Not seven digits, a dash and a digit.
    #[error("not in the shape of a business id")]
    Shape,
    /// The check digit does not agree with the rest.
    #[error("the check digit does not agree")]
    CheckDigit,
}

impl BusinessIdError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "business-id-shape",
            Self::CheckDigit => "business-id-check-digit",
        }
    }
}

impl BusinessId {
    /// Reads a business id; spaces at the ends are forgiven.
    pub fn parse(text: &str) -> Result<Self, BusinessIdError> {
        let text = text.trim();
        let (digits, check) = text.split_once('-').ok_or(BusinessIdError::Shape)?;
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if digits.len() != 7 || check.len() != 1 || !all_digits(digits) || !all_digits(check) {
            return Err(BusinessIdError::Shape);
        }
        if check_digit(digits) != Some(u32::from(check.as_bytes()[0] - b'0')) {
            return Err(BusinessIdError::CheckDigit);
        }
        Ok(Self(text.to_owned()))
    }

    /// The id as `1234567-8`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The check digit of seven digits; `None` where the remainder is one, since such numbers are not given.
fn check_digit(digits: &str) -> Option<u32> {
    let sum: u32 = digits
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    match sum % 11 {
        0 => Some(0),
        1 => None,
        rest => Some(11 - rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_real_business_id_passes() {
        assert_eq!(
            BusinessId::parse(" 0171450-7 ").expect("valid").as_str(),
            "0171450-7"
        );
    }

    #[test]
    fn a_mistyped_business_id_is_refused_with_its_reason() {
        assert_eq!(BusinessId::parse("0171450-8"), Err(BusinessIdError::CheckDigit));
        for text in ["0171450", "171450-7", "0171450-77", "0171450–7", "017145a-7", ""] {
            assert_eq!(BusinessId::parse(text), Err(BusinessIdError::Shape), "{text}");
        }
    }

    proptest! {
        #[test]
        fn at_most_one_check_digit_fits_and_one_changed_digit_never_passes(
            number in 0u32..10_000_000, place in 0usize..7, digit in b'0'..=b'9',
        ) {
            let digits = format!("{number:07}");
            let fitting: Vec<String> = (0..10)
                .map(|check| format!("{digits}-{check}"))
                .filter(|text| BusinessId::parse(text).is_ok())
                .collect();
            prop_assert!(fitting.len() <= 1);
            if let Some(text) = fitting.first() {
                let mut letters = text.as_bytes().to_vec();
                prop_assume!(letters[place] != digit);
                letters[place] = digit;
                let mistyped = String::from_utf8(letters).expect("digits");
                prop_assert!(BusinessId::parse(&mistyped).is_err());
            }
        }
    }
}
