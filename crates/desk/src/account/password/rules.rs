//! Which passwords are accepted.

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::{DeskError, Result};

/// The fewest characters beside a second factor.
pub const SHORTEST_PASSWORD: usize = 8;
/// The fewest characters when nothing else proves who signs in.
pub const SHORTEST_PASSWORD_ALONE: usize = 15;
/// The most characters.
pub const LONGEST_PASSWORD: usize = 256;

/// A password that is found in fewer guesses is on somebody's list. Eight letters at random take 100 million.
const FEWEST_GUESSES: u64 = 10_000_000;

/// Whether the password stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Company {
    /// It does.
    Alone,
    /// A one-time code or a passkey stands beside it.
    SecondFactor,
}

/// The words that a guesser would try first on this account.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Surroundings {
    pub(in super::super) words: Vec<String>,
}

impl Surroundings {
    /// From names as they are written: each whole, and each of its words.
    pub(in super::super) fn of(names: &[&str]) -> Self {
        let mut words = vec!["polku".to_owned()];
        for name in names {
            words.push(name.to_lowercase());
            words.extend(
                name.split(|c: char| !c.is_alphanumeric())
                    .filter(|word| word.len() > 2)
                    .map(str::to_lowercase),
            );
        }
        Self { words }
    }
}

/// One form for characters that look the same, so that every keyboard gives the same password.
pub(in super::super) fn normalise(password: &str) -> Zeroizing<String> {
    Zeroizing::new(password.nfc().collect())
}

/// Accepts a normalised password, or says what is wrong with it.
pub(in super::super) fn check(password: &str, company: Company, around: &Surroundings) -> Result<()> {
    let length = password.chars().count();
    if length > LONGEST_PASSWORD {
        return Err(DeskError::Refused("password-long"));
    }
    match company {
        _ if length < SHORTEST_PASSWORD => Err(DeskError::Refused("password-short")),
        Company::Alone if length < SHORTEST_PASSWORD_ALONE => Err(DeskError::Refused("password-short-alone")),
        _ if is_common(password, around) => Err(DeskError::Refused("password-common")),
        _ => Ok(()),
    }
}

/// Whether a guesser who knows the lists and the surroundings finds it soon: it is a listed word, a name, a date, a row
/// of keys, or little more than the worker's names together.
fn is_common(password: &str, around: &Surroundings) -> bool {
    let words: Vec<&str> = around.words.iter().map(String::as_str).collect();
    let mut rest = password.to_lowercase();
    for word in &words {
        rest = rest.replace(word, "");
    }
    [password, &rest]
        .iter()
        .any(|text| zxcvbn::zxcvbn(text, &words).guesses() < FEWEST_GUESSES)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Company, Surroundings, check, normalise};

    fn said(password: &str, company: Company) -> String {
        let around = Surroundings::of(&["maija.meikäläinen", "Maija Meikäläinen", "Kuopion työpajat"]);
        check(&normalise(password), company, &around)
            .map_or_else(|refusal| refusal.to_string(), |()| "accepted".into())
    }

    #[test]
    fn a_long_ordinary_sentence_is_a_good_password() {
        assert_eq!(said("sininen hevonen juoksee suolla", Company::Alone), "accepted");
        assert_eq!(said("kyselylomakkeen äänetön ötökkä", Company::Alone), "accepted");
    }

    #[test]
    fn eight_characters_do_beside_a_second_factor_only() {
        assert_eq!(said("kx7vqpzt", Company::SecondFactor), "accepted");
        assert_eq!(said("kx7vqpzt", Company::Alone), "refused: password-short-alone");
        assert_eq!(said("kx7vqpz", Company::SecondFactor), "refused: password-short");
    }

    #[test]
    fn what_everybody_tries_is_refused_however_long() {
        for common in [
            "password1",
            "qwertyuiop",
            "aaaaaaaaaaaaaaaaaaaa",
            "12345678901234567890",
            "salasana1",
        ] {
            assert!(
                said(common, Company::SecondFactor).contains("password-common"),
                "{common}"
            );
        }
    }

    #[test]
    fn the_workers_own_names_are_refused() {
        for near in [
            "meikäläinen",
            "maija.meikäläinen",
            "polkupolku",
            "työpajat1",
            "Maija Meikäläinen maija!",
        ] {
            assert!(
                said(near, Company::SecondFactor).contains("password-common"),
                "{near}"
            );
        }
    }

    #[test]
    fn letters_typed_in_two_ways_are_the_same_password() {
        assert_eq!(normalise("a\u{308}"), normalise("ä"));
    }

    proptest! {
        #[test]
        fn no_kind_of_character_is_asked_for(password in "[a-z]{30,60}") {
            // Random letters alone are enough: there are no rules of composition.
            let distinct = password.chars().collect::<std::collections::HashSet<_>>().len();
            prop_assume!(distinct > 12);
            prop_assert_eq!(said(&password, Company::Alone), "accepted");
        }

        #[test]
        fn anything_endless_is_refused_before_it_is_hashed(password in "\\PC{257,300}") {
            prop_assert!(said(&password, Company::Alone).contains("password-long") || normalise(&password).chars().count() <= 256);
        }
    }
}
