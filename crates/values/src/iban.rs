//! Bank accounts (IBAN), used for paying allowances where the profile has accounts (A2).

use iban::{Iban, IbanLike, ParseBaseIbanError, ParseIbanError};
use thiserror::Error;

/// A bank account number in the international form, its length, country and check digits right.
///
/// Hidden in `Debug`. A closed or mistaken account can still pass: only the bank knows.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AccountNumber(String);

text_value!(hidden AccountNumber, AccountNumberError, "Bank account number, IBAN without spaces");

/// Why a text is not a bank account number. Never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AccountNumberError {
    /// Does not begin with a country and two digits, or holds characters that no account has.
    #[error("not in the shape of an IBAN")]
    Shape,
    /// The country has no such accounts.
    #[error("the country has no IBAN accounts")]
    Country,
    /// Too long, too short or wrongly built for its country (a Finnish one has 18 characters).
    #[error("the account does not fit its country")]
    CountryForm,
    /// The check digits do not agree with the rest.
    #[error("the check digits do not agree")]
    CheckDigits,
}

impl AccountNumberError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "iban-shape",
            Self::Country => "iban-country",
            Self::CountryForm => "iban-country-form",
            Self::CheckDigits => "iban-check-digits",
        }
    }
}

impl AccountNumber {
    /// Reads an account number with or without spaces, in either case.
    pub fn parse(text: &str) -> Result<Self, AccountNumberError> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        match plain.parse::<Iban>() {
            Ok(account) => Ok(Self(account.electronic_str().to_owned())),
            Err(ParseIbanError::InvalidBaseIban {
                source: ParseBaseIbanError::InvalidChecksum,
            }) => Err(AccountNumberError::CheckDigits),
            Err(ParseIbanError::InvalidBaseIban { .. }) => Err(AccountNumberError::Shape),
            Err(ParseIbanError::UnknownCountry(_)) => Err(AccountNumberError::Country),
            Err(ParseIbanError::InvalidBban(_)) => Err(AccountNumberError::CountryForm),
        }
    }

    /// The account without spaces, as payment files want it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The account in groups of four, as people read it.
    #[must_use]
    pub fn grouped(&self) -> String {
        let groups: Vec<&str> = (0..self.0.len())
            .step_by(4)
            .map(|start| &self.0[start..self.0.len().min(start + 4)])
            .collect();
        groups.join(" ")
    }

    /// The country and the last four characters (`FI…0785`): enough to recognise, too little to pay to.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{}…{}", &self.0[..2], &self.0[self.0.len() - 4..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_account_reads_with_and_without_spaces_a2() {
        for text in [
            "FI21 1234 5600 0007 85",
            "fi2112345600000785",
            " FI21 12345600000785 ",
        ] {
            let account = AccountNumber::parse(text).expect("valid");
            assert_eq!(account.as_str(), "FI2112345600000785");
            assert_eq!(account.grouped(), "FI21 1234 5600 0007 85");
            assert_eq!(account.masked(), "FI…0785");
            assert_eq!(format!("{account:?}"), "AccountNumber(hidden)");
        }
    }

    #[test]
    fn a_mistyped_account_is_refused_with_its_reason() {
        let error = |text| AccountNumber::parse(text).expect_err("invalid").key();
        assert_eq!(error("FI21 1234 5600 0007 86"), "iban-check-digits");
        assert_eq!(error("123456-785"), "iban-shape");
        assert_eq!(error(""), "iban-shape");
        assert_eq!(error("ei ole"), "iban-shape");
    }

    proptest! {
        #[test]
        fn one_mistyped_digit_is_always_noticed(place in 2usize..18, digit in b'0'..=b'9') {
            let mut letters = b"FI2112345600000785".to_vec();
            prop_assume!(letters[place] != digit);
            letters[place] = digit;
            let mistyped = String::from_utf8(letters).expect("digits");
            prop_assert_eq!(AccountNumber::parse(&mistyped), Err(AccountNumberError::CheckDigits));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,40}") {
            let _ = AccountNumber::parse(&text);
        }
    }
}
