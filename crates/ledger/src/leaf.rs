//! One entry of the audit log, its canonical bytes and its hash.
//!
//! # Canonical bytes, version 1
//!
//! Numbers are big-endian; *text* is its length in bytes as eight bytes, then UTF-8.
//!
//! | part | bytes |
//! |---|---|
//! | version | 1, the number 1 |
//! | sequence | 8, unsigned |
//! | time, milliseconds since 1970-01-01T00:00Z | 8, signed |
//! | kind of actor: 0 system, 1 account | 1 |
//! | actor: the account's id, or the system actor's name | 16, or text |
//! | number of subjects | 8, unsigned |
//! | pseudonyms, in strictly ascending order | 16 each |
//! | action, purpose, basis, outcome | text each |
//! | commitment to the details | 32 |
//!
//! Nothing may follow. Every part has a fixed length or tells it, so two different entries never share
//! bytes, and [`Entry::from_canonical_bytes`] accepts only what [`Entry::canonical_bytes`] makes.
//! The leaf's hash is that of RFC 6962, section 2.1: SHA-256 of a zero byte and the canonical bytes.

mod encoding;
mod subject;

use hmac::digest::Digest as _;
use sha2::Sha256;
use thiserror::Error;
use uuid::Uuid;

use crate::tree::{self, Hash};
use encoding::{BytesReader, BytesWriter};

pub use subject::{Pseudonym, Subjects};

/// The version of the canonical bytes that this crate writes.
pub const VERSION: u8 = 1;

/// One thing that happened, as the audit log keeps it for good.
///
/// It holds no name, identity code or other identifier of a client: subjects are pseudonyms, and what
/// else there is to tell is sealed elsewhere and only committed to here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Position in the register's log, counted from zero without gaps; also the leaf's index in the tree.
    pub sequence: u64,
    /// When it happened, in milliseconds since 1970-01-01T00:00Z.
    pub time: i64,
    /// Who did it.
    pub actor: Actor,
    /// Whom it concerned: nobody, one person or everyone on a list.
    pub subjects: Subjects,
    /// What was done or tried, as the operation's name.
    pub action: String,
    /// The task for which it was done; empty where the action has none.
    pub purpose: String,
    /// The legal basis that allowed it; empty where none was found, as in a denial.
    pub basis: String,
    /// How it ended: allowed, denied, erased and so on.
    pub outcome: String,
    /// [`details_commitment`] to what is kept sealed about the event.
    pub details_commitment: Hash,
}

/// Who acted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The system itself by the name of its part, as in `retention` or `sign-in`.
    System(String),
    /// A person's account.
    Account(Uuid),
}

/// Why bytes are not the canonical bytes of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LeafError {
    /// The bytes end before the entry does.
    #[error("the leaf ends too early")]
    TooShort,
    /// Bytes follow the entry.
    #[error("bytes follow the leaf's end")]
    TooLong,
    /// The version is not one that this crate reads.
    #[error("leaf version {0} is unknown")]
    UnknownVersion(u8),
    /// The kind of actor is neither system nor account.
    #[error("actor kind {0} is unknown")]
    UnknownActor(u8),
    /// A text is not UTF-8.
    #[error("a text of the leaf is not UTF-8")]
    NotText,
    /// The pseudonyms are not in strictly ascending order.
    #[error("the leaf's subjects are not in order")]
    UnorderedSubjects,
}

const SYSTEM: u8 = 0;
const ACCOUNT: u8 = 1;

impl Entry {
    /// The entry in its one form in bytes, as the module's table describes.
    #[must_use]
    pub fn canonical_bytes(&self) -> Vec<u8> {
        let mut bytes = BytesWriter::default();
        bytes.byte(VERSION);
        bytes.fixed(&self.sequence.to_be_bytes());
        bytes.fixed(&self.time.to_be_bytes());
        match &self.actor {
            Actor::System(name) => {
                bytes.byte(SYSTEM);
                bytes.text(name);
            }
            Actor::Account(id) => {
                bytes.byte(ACCOUNT);
                bytes.fixed(id.as_bytes());
            }
        }
        bytes.count(self.subjects.len());
        for subject in self.subjects.iter() {
            bytes.fixed(&subject.0);
        }
        for text in [&self.action, &self.purpose, &self.basis, &self.outcome] {
            bytes.text(text);
        }
        bytes.fixed(&self.details_commitment);
        bytes.finish()
    }

    /// Reads back what [`canonical_bytes`](Self::canonical_bytes) wrote, and nothing else.
    pub fn from_canonical_bytes(bytes: &[u8]) -> Result<Self, LeafError> {
        let mut reader = BytesReader::new(bytes);
        match reader.byte()? {
            VERSION => {}
            other => return Err(LeafError::UnknownVersion(other)),
        }
        let entry = Self {
            sequence: u64::from_be_bytes(reader.fixed()?),
            time: i64::from_be_bytes(reader.fixed()?),
            actor: match reader.byte()? {
                SYSTEM => Actor::System(reader.text()?),
                ACCOUNT => Actor::Account(Uuid::from_bytes(reader.fixed()?)),
                other => return Err(LeafError::UnknownActor(other)),
            },
            subjects: read_subjects(&mut reader)?,
            action: reader.text()?,
            purpose: reader.text()?,
            basis: reader.text()?,
            outcome: reader.text()?,
            details_commitment: reader.fixed()?,
        };
        reader.finish()?;
        Ok(entry)
    }

    /// The leaf's hash in the tree.
    #[must_use]
    pub fn leaf_hash(&self) -> Hash {
        tree::leaf_hash(&self.canonical_bytes())
    }
}

fn read_subjects(reader: &mut BytesReader<'_>) -> Result<Subjects, LeafError> {
    let count = u64::from_be_bytes(reader.fixed()?);
    // The count is not trusted for reserving memory: reading stops where the bytes do.
    let mut pseudonyms = Vec::new();
    for _ in 0..count {
        pseudonyms.push(Pseudonym(reader.fixed()?));
    }
    Subjects::from_ordered(pseudonyms).ok_or(LeafError::UnorderedSubjects)
}

/// Commits to sealed details without revealing them: SHA-256 of `polku-audit-details/1`, a zero byte,
/// the salt and the details.
///
/// The salt is random for each entry and kept sealed beside the details. Whoever is given both can
/// compare the commitment; whoever is not can't guess short details by trying them all.
#[must_use]
pub fn details_commitment(salt: &[u8; 32], details: &[u8]) -> Hash {
    Sha256::new()
        .chain_update(b"polku-audit-details/1\0")
        .chain_update(salt)
        .chain_update(details)
        .finalize()
        .into()
}
