//! The audit log's shape: canonical leaves, a Merkle tree, signed checkpoints and their verification.
