//! Proof that the log only grew.

use tlog_tiles::tlog;

use super::{Hash, StoredHashes, TreeError, Wishes, from_made, to_check};

/// Shows that a later tree begins with all entries of an earlier one (RFC 6962, section 2.1.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsistencyProof {
    /// The size of the earlier tree.
    pub earlier: u64,
    /// The size of the later tree.
    pub later: u64,
    /// The hashes from which both roots follow; none where the earlier tree is empty.
    pub hashes: Vec<Hash>,
}

impl ConsistencyProof {
    /// Which stored hashes [`make`](Self::make) needs.
    pub fn needs(earlier: u64, later: u64) -> Result<Vec<u64>, TreeError> {
        if earlier > later {
            return Err(TreeError::Shrinks { earlier, later });
        }
        if earlier == 0 {
            return Ok(Vec::new());
        }
        Wishes::of(|wishes| tlog::prove_tree(later, earlier, wishes))
    }

    /// Makes the proof that the tree of `earlier` entries grew into that of `later` entries.
    pub fn make(earlier: u64, later: u64, stored: &StoredHashes) -> Result<Self, TreeError> {
        stored.require(&Self::needs(earlier, later)?)?;
        let hashes = match earlier {
            // Every tree begins with nothing; there is no more to show.
            0 => Vec::new(),
            _ => tlog::prove_tree(later, earlier, stored).map_err(|_| TreeError::InvalidProof)?,
        };
        Ok(Self {
            earlier,
            later,
            hashes: from_made(hashes),
        })
    }

    /// Checks that the tree with the later root begins with the tree with the earlier root.
    pub fn verify(&self, earlier_root: Hash, later_root: Hash) -> Result<(), TreeError> {
        if self.earlier == 0 {
            let empty = earlier_root == tlog::EMPTY_HASH.0 && self.hashes.is_empty();
            let unchanged = self.later > 0 || later_root == earlier_root;
            return if empty && unchanged {
                Ok(())
            } else {
                Err(TreeError::InvalidProof)
            };
        }
        let hashes = to_check(&self.hashes)?;
        tlog::check_tree(
            &hashes,
            self.later,
            tlog::Hash(later_root),
            self.earlier,
            tlog::Hash(earlier_root),
        )
        .map_err(|_| TreeError::InvalidProof)
    }
}
