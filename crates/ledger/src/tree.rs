//! An append-only Merkle tree after RFC 6962, kept as a flat list of stored hashes.
//!
//! Every complete subtree has one hash, stored under one number: its place in the dense order of
//! Crosby and Wallach ("Efficient Data Structures for Tamper-Evident Logging", section 3.3), which the
//! crate `tlog_tiles` computes. Stored hashes are written once and never change. There are fewer than
//! two for each entry.
//!
//! The database is asynchronous and this crate is not, so reading is in two steps: a function named
//! `needs` tells which stored hashes to fetch (about log₂ of the size), then the operation runs on
//! the [`StoredHashes`] that were fetched.

mod consistency;
mod frontier;
mod inclusion;

use std::{cell::RefCell, collections::BTreeMap};

use thiserror::Error;
use tlog_tiles::tlog;

pub use consistency::ConsistencyProof;
pub use frontier::Frontier;
pub use inclusion::InclusionProof;

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// More hashes than any proof about a tree of 2⁶⁴ leaves has.
const LONGEST_PROOF: usize = 65;

/// The hash of a leaf with these bytes: SHA-256 of a zero byte and the bytes (RFC 6962, section 2.1).
#[must_use]
pub fn leaf_hash(bytes: &[u8]) -> Hash {
    tlog::record_hash(bytes).0
}

/// A hash and the number under which it is stored, for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredHash {
    /// The hash's number: dense from zero, in the order of writing.
    pub index: u64,
    /// The hash of a leaf or of a complete subtree.
    pub hash: Hash,
}

/// Stored hashes that were fetched for an operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredHashes(BTreeMap<u64, Hash>);

/// Why the tree can't answer, or why a proof fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TreeError {
    /// A stored hash that the operation needs was not given.
    #[error("stored hash {0} is missing")]
    MissingHash(u64),
    /// The entry lies beyond the tree.
    #[error("a tree of {size} entries has no entry {index}")]
    NoSuchEntry {
        /// The entry asked for.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The later tree is smaller than the earlier one.
    #[error("a log of {earlier} entries cannot grow into one of {later}")]
    Shrinks {
        /// The size said to be earlier.
        earlier: u64,
        /// The size said to be later.
        later: u64,
    },
    /// The proof does not lead to the given root.
    #[error("the proof does not hold")]
    InvalidProof,
}

impl StoredHashes {
    /// Tells whether every hash that an operation needs is here.
    fn require(&self, needs: &[u64]) -> Result<(), TreeError> {
        needs.iter().try_for_each(|&index| self.get(index).map(drop))
    }

    fn get(&self, index: u64) -> Result<Hash, TreeError> {
        self.0.get(&index).copied().ok_or(TreeError::MissingHash(index))
    }
}

impl FromIterator<(u64, Hash)> for StoredHashes {
    fn from_iter<I: IntoIterator<Item = (u64, Hash)>>(stored: I) -> Self {
        Self(stored.into_iter().collect())
    }
}

impl FromIterator<StoredHash> for StoredHashes {
    fn from_iter<I: IntoIterator<Item = StoredHash>>(stored: I) -> Self {
        stored
            .into_iter()
            .map(|stored| (stored.index, stored.hash))
            .collect()
    }
}

impl Extend<StoredHash> for StoredHashes {
    fn extend<I: IntoIterator<Item = StoredHash>>(&mut self, stored: I) {
        self.0
            .extend(stored.into_iter().map(|stored| (stored.index, stored.hash)));
    }
}

impl tlog::HashReader for StoredHashes {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        let read = |&index| {
            self.get(index)
                .map(tlog::Hash)
                .map_err(|_| tlog::Error::IndexesNotInTree)
        };
        indexes.iter().map(read).collect()
    }
}

/// Writes down which hashes an operation asks for, so that they can be fetched before it runs.
#[derive(Default)]
struct Wishes(RefCell<Vec<u64>>);

impl Wishes {
    fn of<T>(operation: impl FnOnce(&Self) -> Result<T, tlog::Error>) -> Result<Vec<u64>, TreeError> {
        let wishes = Self::default();
        operation(&wishes).map_err(|_| TreeError::InvalidProof)?;
        Ok(wishes.0.into_inner())
    }
}

impl tlog::HashReader for Wishes {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        self.0.borrow_mut().extend_from_slice(indexes);
        Ok(vec![tlog::Hash::default(); indexes.len()])
    }
}

/// The hashes of a proof in the form that `tlog_tiles` checks, unless no honest proof has so many.
fn to_check(hashes: &[Hash]) -> Result<Vec<tlog::Hash>, TreeError> {
    if hashes.len() > LONGEST_PROOF {
        return Err(TreeError::InvalidProof);
    }
    Ok(hashes.iter().copied().map(tlog::Hash).collect())
}

fn from_made(hashes: Vec<tlog::Hash>) -> Vec<Hash> {
    hashes.into_iter().map(|hash| hash.0).collect()
}
