//! The tree's right edge: all that is needed to append, and to tell the root.

use tlog_tiles::tlog;

use super::{Hash, StoredHash, StoredHashes, TreeError};

/// The right edge of a tree: one hash for each complete subtree, at most 64, the largest first.
///
/// It is kept in memory by whoever appends. To append within a transaction, append to a clone and
/// let the clone replace the original once the transaction is durable.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    edge: Vec<Hash>,
}

impl Frontier {
    /// The frontier of a tree without entries.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Which stored hashes [`load`](Self::load) needs for a tree of `size` entries.
    #[must_use]
    pub fn needs(size: u64) -> Vec<u64> {
        tlog::sub_tree_index(0, size, Vec::new())
    }

    /// The frontier of the tree when it had `size` entries: the present one after a start, or an
    /// earlier one to tell its root.
    pub fn load(size: u64, stored: &StoredHashes) -> Result<Self, TreeError> {
        let edge = Self::needs(size)
            .into_iter()
            .map(|index| stored.get(index))
            .collect::<Result<_, _>>()?;
        Ok(Self { size, edge })
    }

    /// How many entries the tree has; also the sequence number of the next entry.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends one leaf and returns the hashes to store: the leaf's own and one for each subtree that
    /// it completes, numbered one after another.
    pub fn append(&mut self, leaf: Hash) -> Vec<StoredHash> {
        let first = tlog::stored_hash_index(0, self.size);
        // Each trailing one bit of the size is a complete subtree that the leaf joins to a larger one.
        let joined = self
            .edge
            .split_off(self.edge.len() - self.size.trailing_ones() as usize);
        let mut hashes = vec![leaf];
        let mut hash = leaf;
        for left in joined.into_iter().rev() {
            hash = node_hash(left, hash);
            hashes.push(hash);
        }
        self.edge.push(hash);
        self.size += 1;
        (first..)
            .zip(hashes)
            .map(|(index, hash)| StoredHash { index, hash })
            .collect()
    }

    /// Appends leaves in order and returns all hashes to store.
    pub fn append_all(&mut self, leaves: impl IntoIterator<Item = Hash>) -> Vec<StoredHash> {
        leaves.into_iter().flat_map(|leaf| self.append(leaf)).collect()
    }

    /// The root of the tree (RFC 6962, section 2.1).
    #[must_use]
    pub fn root(&self) -> Hash {
        let joined = self
            .edge
            .iter()
            .rev()
            .copied()
            .reduce(|right, left| node_hash(left, right));
        joined.unwrap_or(tlog::EMPTY_HASH.0)
    }
}

fn node_hash(left: Hash, right: Hash) -> Hash {
    tlog::node_hash(tlog::Hash(left), tlog::Hash(right)).0
}
