//! Proof that an entry is in the log.

use tlog_tiles::tlog;

use super::{Hash, StoredHashes, TreeError, Wishes, from_made, to_check};

/// Shows that the tree of `size` entries holds a certain leaf at `index` (RFC 6962, section 2.1.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InclusionProof {
    /// The leaf's place, counted from zero.
    pub index: u64,
    /// The size of the tree.
    pub size: u64,
    /// The hashes beside the leaf's way to the root, the lowest first.
    pub hashes: Vec<Hash>,
}

impl InclusionProof {
    /// Which stored hashes [`make`](Self::make) needs.
    pub fn needs(index: u64, size: u64) -> Result<Vec<u64>, TreeError> {
        if index >= size {
            return Err(TreeError::NoSuchEntry { index, size });
        }
        Wishes::of(|wishes| tlog::prove_record(size, index, wishes))
    }

    /// Makes the proof for the entry at `index` in the tree as it was with `size` entries.
    pub fn make(index: u64, size: u64, stored: &StoredHashes) -> Result<Self, TreeError> {
        stored.require(&Self::needs(index, size)?)?;
        let hashes = tlog::prove_record(size, index, stored).map_err(|_| TreeError::InvalidProof)?;
        Ok(Self {
            index,
            size,
            hashes: from_made(hashes),
        })
    }

    /// Checks that the tree with this root holds this leaf.
    pub fn verify(&self, leaf: Hash, root: Hash) -> Result<(), TreeError> {
        let hashes = to_check(&self.hashes)?;
        tlog::check_record(&hashes, self.size, tlog::Hash(root), self.index, tlog::Hash(leaf))
            .map_err(|_| TreeError::InvalidProof)
    }
}
