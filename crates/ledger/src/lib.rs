//! The audit log's shape: canonical leaves, a Merkle tree, signed checkpoints and their verification.
//!
//! This crate reads no clock, no database and no random source: times, salts, keys and stored hashes
//! are arguments. It is used in this order.
//!
//! 1. [`leaf`]: what happened becomes an [`Entry`] with one canonical form in bytes, and a hash.
//! 2. [`tree`]: a [`Frontier`] takes leaf hashes and gives back the hashes to store; later, stored
//!    hashes make an [`InclusionProof`] or a [`ConsistencyProof`].
//! 3. [`checkpoint`]: a [`CheckpointSigner`] signs the size and root of the tree, for a witness to keep.
//! 4. [`mod@verify`]: a [`Verification`] walks the whole log against the checkpoints, offline.
//! 5. [`statement`]: a [`StatementSigner`] signs other texts that must be checked later, such as a published notice.
//! 6. [`seal`]: a [`Seal`] says in such a statement which file was signed by whom and how; [`check_seal`] checks one.
//! 7. [`proof`]: an [`InclusionProofDocument`] lets one person check one entry.
//!
//! The tree is that of RFC 6962, the checkpoint is a C2SP `tlog-checkpoint` in a C2SP `signed-note`;
//! nothing about hashing or signing is our own invention. Only the leaf's bytes are, and they are
//! described in [`leaf`].
//!
//! What the log does not promise: entries after the last checkpoint that a witness holds can be
//! rewritten by whoever holds the database, and those before it by nobody unnoticed.
//!
//! To add a field to the entry, add a new version of the canonical bytes; bytes of an older version
//! keep their meaning for as long as the log is kept.

pub mod checkpoint;
pub mod leaf;
pub mod proof;
pub mod seal;
pub mod statement;
pub mod tree;
pub mod verify;

pub use checkpoint::{Checkpoint, CheckpointError, CheckpointSigner, CheckpointVerifier};
pub use leaf::{Actor, Entry, LeafError, Pseudonym, Subjects, details_commitment};
pub use proof::{InclusionProofDocument, ProofError};
pub use seal::{FileHash, Seal, SealError, SealedFile, SealedSignature, check_seal};
pub use statement::{StatementSigner, check_statement};
pub use tree::{ConsistencyProof, Frontier, Hash, InclusionProof, StoredHash, StoredHashes, TreeError};
pub use verify::{Problem, Report, Row, Verification, verify};
