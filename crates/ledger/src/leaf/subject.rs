//! Whom an entry concerned, without saying who they are.

use std::collections::BTreeSet;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// Stands for one person in one register during one retention year.
///
/// It can be made again from the person's id while the year's key exists, which is how a person's
/// entries are found; once the key is destroyed it leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pseudonym(pub [u8; 16]);

impl Pseudonym {
    /// The pseudonym of `subject` in `register` under the audit key of the retention year: the first
    /// 16 bytes of HMAC-SHA256 over `polku-audit-pseudonym/1`, a zero byte, the length of the register's
    /// key in eight bytes, the register's key and the subject's id.
    #[must_use]
    pub fn of(year_key: &[u8; 32], register: &str, subject: &[u8]) -> Self {
        // A key shorter than a block is padded with zeros by HMAC itself (RFC 2104, section 2).
        let mut block = [0; 64];
        block[..year_key.len()].copy_from_slice(year_key);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(b"polku-audit-pseudonym/1\0");
        mac.update(&(register.len() as u64).to_be_bytes());
        mac.update(register.as_bytes());
        mac.update(subject);
        let mut pseudonym = [0; 16];
        pseudonym.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        Self(pseudonym)
    }
}

/// The pseudonyms of an entry: each once, in ascending order, so that a set has one form only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subjects(Vec<Pseudonym>);

impl Subjects {
    /// Concerns nobody.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Concerns one person.
    #[must_use]
    pub fn one(subject: Pseudonym) -> Self {
        Self(vec![subject])
    }

    /// The pseudonyms as they are, if each comes once and in order.
    pub(super) fn from_ordered(pseudonyms: Vec<Pseudonym>) -> Option<Self> {
        pseudonyms
            .is_sorted_by(|earlier, later| earlier < later)
            .then_some(Self(pseudonyms))
    }

    /// The pseudonyms in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = Pseudonym> {
        self.0.iter().copied()
    }

    /// How many people the entry concerned.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the entry concerned nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the entry concerned this person.
    #[must_use]
    pub fn contains(&self, subject: Pseudonym) -> bool {
        self.0.binary_search(&subject).is_ok()
    }
}

impl FromIterator<Pseudonym> for Subjects {
    fn from_iter<I: IntoIterator<Item = Pseudonym>>(pseudonyms: I) -> Self {
        Self(
            pseudonyms
                .into_iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
        )
    }
}
