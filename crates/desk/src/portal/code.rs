//! Names and codes: random, short enough to be copied by hand, without letters that look alike.

use crate::{Entropy, account::keyed_hash, sealing::Key};

/// Thirty-two signs, five bits each: no I, O, 0 or 1.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Forty bits: guesses over the network are slowed long before the first of a trillion is tried.
const LENGTH: usize = 8;
/// How many signs stand together.
const GROUP: usize = 4;

crate::named_states! {
    /// What a code is for.
    pub(super) enum CodeKind {
        /// A worker hands it over; it gives the client a list.
        First = "first",
        /// One of the client's own list.
        Own = "own",
    }
}

/// A new name or code as people read it: `K7MP-29XA`.
pub(super) fn new(entropy: &dyn Entropy) -> String {
    let mut bytes = [0_u8; LENGTH];
    entropy.fill(&mut bytes);
    let signs = bytes.map(|byte| char::from(SIGNS[usize::from(byte & 31)]));
    let (first, second) = signs.split_at(GROUP);
    let word = |signs: &[char]| signs.iter().collect::<String>();
    format!("{}-{}", word(first), word(second))
}

/// What was typed, as it was handed out: capitals, without spaces and hyphens.
pub(super) fn typed(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|sign| sign.to_ascii_uppercase())
        .take(2 * LENGTH)
        .collect()
}

/// What is kept of a name.
pub(super) fn name_hash(key: &Key, name: &str) -> [u8; 32] {
    keyed_hash(key, &[b"portal-name", typed(name).as_bytes()])
}

/// What is kept of a code. The same code of another client is another hash.
pub(super) fn code_hash(key: &Key, access: uuid::Uuid, code: &str) -> [u8; 32] {
    keyed_hash(key, &[b"portal-code", access.as_bytes(), typed(code).as_bytes()])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::SeededEntropy;

    proptest! {
        #[test]
        fn a_code_is_the_same_however_it_is_typed_d8(seed in any::<u64>()) {
            let code = new(&SeededEntropy::new(seed));
            prop_assert_eq!(code.len(), LENGTH + 1);
            let careless = code.to_lowercase().replace('-', "  ");
            prop_assert_eq!(typed(&code), typed(&careless));
            prop_assert!(!code.contains(['0', '1', 'I', 'O']), "{}", code);
        }

        #[test]
        fn what_is_typed_never_grows_beyond_a_code_d8(text in ".*") {
            prop_assert!(typed(&text).len() <= 2 * LENGTH);
        }
    }
}
