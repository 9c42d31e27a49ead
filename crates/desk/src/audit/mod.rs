//! Who looked at whom, when, why, on which ground: written before anyone reads the answer.
//!
//! An [`Entry`](entry::Record) commits together with the change that it tells of; entries of reads are gathered by the
//! [`scribe`] and committed in groups. A sequencer gives each its place in a Merkle tree and signs checkpoints.

pub(crate) mod entry;
pub(crate) mod scribe;

pub use entry::Outcome;
