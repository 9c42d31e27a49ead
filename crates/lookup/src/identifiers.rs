//! Identity codes, phone numbers and e-mail addresses: found when given whole, however written, and never by a part.
//!
//! A search by the beginning of a code would tell which codes exist, one character at a time.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

/// A number shorter than this isn't a phone number.
const FEWEST_DIGITS: usize = 6;

/// An identity code in canonical form: no spaces, capitals, a plain hyphen.
pub(crate) fn code(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_uppercase);
    letters
        .map(|letter| {
            if matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}') {
                '-'
            } else {
                letter
            }
        })
        .collect()
}

/// A phone number in international form, of Finland where no country is given; `None` if it can't be one.
pub(crate) fn phone(text: &str) -> Option<String> {
    let text = text.trim().replace("(0)", "");
    let written_as_phone =
        |sign: char| sign.is_ascii_digit() || sign.is_whitespace() || "+-‐‑–/().".contains(sign);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !text.chars().all(written_as_phone) || digits.len() < FEWEST_DIGITS {
        return None;
    }
    match (
        text.strip_prefix('+'),
        digits.strip_prefix("00"),
        digits.strip_prefix('0'),
    ) {
        (Some(_), _, _) => Some(format!("+{digits}")),
        (_, Some(international), _) => Some(format!("+{international}")),
        (_, _, Some(national)) => Some(format!("+358{national}")),
        _ => digits.starts_with("358").then(|| format!("+{digits}")),
    }
}

/// An e-mail address for comparison: lower case, no spaces around; `None` if it can't be one.
pub(crate) fn email(text: &str) -> Option<String> {
    text.contains('@').then(|| text.trim().to_lowercase())
}

/// Everything that a typed text can be when taken whole.
pub(crate) fn readings(text: &str) -> Vec<String> {
    if let Some(email) = email(text) {
        return vec![email];
    }
    if !text.contains(|sign: char| sign.is_ascii_digit()) {
        return vec![];
    }
    std::iter::once(code(text)).chain(phone(text)).collect()
}

/// Who has an identifier: a hash of it and the slot. The texts stay with the people, who are asked for certainty.
#[derive(Default)]
pub(crate) struct Identifiers {
    table: HashTable<Holder>,
    hasher: RandomState,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Holder {
    hash: u32,
    slot: u32,
}

impl Identifiers {
    /// Notes that the person in `slot` has the identifier.
    pub fn add(&mut self, identifier: &str, slot: u32) {
        let hash = self.hash(identifier);
        self.table
            .insert_unique(spread(hash), Holder { hash, slot }, |holder| spread(holder.hash));
    }

    /// Takes the identifier off the person in `slot`.
    pub fn remove(&mut self, identifier: &str, slot: u32) {
        let hash = self.hash(identifier);
        if let Ok(entry) = self
            .table
            .find_entry(spread(hash), |holder| *holder == Holder { hash, slot })
        {
            entry.remove();
        }
    }

    /// Slots of those who may have the identifier; a few others may be among them.
    pub fn candidates(&self, identifier: &str) -> impl Iterator<Item = u32> {
        let hash = self.hash(identifier);
        self.table
            .iter_hash(spread(hash))
            .filter(move |holder| holder.hash == hash)
            .map(|holder| holder.slot)
    }

    /// Gives the people new slots, all at once.
    pub fn renumber(&mut self, new: &[u32]) {
        for holder in &mut self.table {
            holder.slot = new[holder.slot as usize];
        }
    }

    /// Bytes on the heap.
    pub fn memory(&self) -> usize {
        self.table.allocation_size()
    }

    fn hash(&self, identifier: &str) -> u32 {
        u32::try_from(self.hasher.hash_one(identifier) >> 32).unwrap_or_default()
    }
}

/// A hash table looks at the highest and the lowest bits of 64.
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_the_same_however_written() {
        for written in [
            "0401234567",
            "+358 40 123 4567",
            "040-1234567",
            "00358401234567",
            "+358 (0)40 1234567",
        ] {
            assert_eq!(phone(written).as_deref(), Some("+358401234567"), "{written}");
        }
        assert_eq!(phone("+46 8 123 456").as_deref(), Some("+468123456"));
        assert_eq!(phone("0401"), None);
        assert_eq!(phone("010594Y9032"), None);
    }

    #[test]
    fn a_code_is_the_same_in_any_case_and_with_spaces() {
        assert_eq!(code(" 010594 y9032 "), "010594Y9032");
        assert_eq!(code("010594–9032"), "010594-9032");
    }

    #[test]
    fn names_are_read_as_no_identifier() {
        assert!(readings("Malli Ilona").is_empty());
    }
}
