//! A document with which one person can check one entry of the log.
//!
//! It is JSON and needs nothing but SHA-256, Ed25519 and base64 (the standard alphabet, padded) to check.
//! `H` is SHA-256, `‖` joins bytes, and *key* is a verifier key `name+hash+base64`, had from a source
//! other than the document.
//!
//! 1. **Signature.** Split `checkpoint` at its last empty line into text, with its final line break, and
//!    signature lines `— name base64`. Decode the base64 of *key* (a byte 1, then the 32 bytes of the
//!    public key) and compute the key's id: the first four bytes of `H(name ‖ "\n" ‖ byte 1 ‖ public key)`.
//!    Find the line with that name whose base64 decodes to those four bytes and then 64 more; these
//!    are the Ed25519 signature of the text.
//! 2. **Checkpoint.** The text's first line is the log's origin and equals the key's name, the second is
//!    the number of entries and equals `size`, the third is the root in base64.
//! 3. **Leaf.** Decode `leaf`. Bytes 1 to 8 are its sequence number, big-endian, and equal `index`. The
//!    other parts are described in [`crate::leaf`]; among them are the time, the purpose, and the
//!    pseudonym that the controller says is the person's.
//! 4. **Path** (RFC 9162, section 2.1.3.2). Start with `hash = H(0x00 ‖ leaf)`, `place = index`,
//!    `last = size − 1`. For each of `hashes`, decoded:
//!    - if `last` is 0, the proof is wrong;
//!    - if `place` is odd or equals `last`: `hash = H(0x01 ‖ it ‖ hash)`, and then, while `place` is even
//!      and not 0, halve `place` and `last`;
//!    - otherwise `hash = H(0x01 ‖ hash ‖ it)`;
//!    - halve `place` and `last`, rounding down.
//!
//!    In the end `last` is 0 and `hash` is the root; otherwise the proof is wrong.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    checkpoint::{Checkpoint, CheckpointError, CheckpointVerifier},
    leaf::{Entry, LeafError},
    tree::{self, Hash, InclusionProof, TreeError},
};

/// The only form of document so far.
pub const FORMAT: &str = "polku-inclusion-proof/1";

/// Shows that an entry is in the log that a checkpoint was signed for; the module tells how to check it.
///
/// It holds the whole leaf: also the account that acted, and the pseudonyms of others who were on the
/// same list. Neither names anyone, but show it only to whom the entry concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InclusionProofDocument {
    /// [`FORMAT`].
    pub format: String,
    /// The entry's canonical bytes in base64.
    pub leaf: String,
    /// The entry's sequence number.
    pub index: u64,
    /// The size of the log at the checkpoint.
    pub size: u64,
    /// The hashes beside the leaf's way to the root, the lowest first, each in base64.
    pub hashes: Vec<String>,
    /// The signed checkpoint, as it is.
    pub checkpoint: String,
}

/// Why a document proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProofError {
    /// The document is of a form that is not known here.
    #[error("the document's format {0:?} is unknown")]
    UnknownFormat(String),
    /// A part is not base64, or not of a hash's length.
    #[error("a part of the document is not base64 of the right length")]
    Malformed,
    /// The checkpoint is not accepted.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The leaf is not an entry.
    #[error(transparent)]
    Leaf(#[from] LeafError),
    /// The document says another size than its checkpoint, or another place than its leaf.
    #[error("the parts of the document do not belong together")]
    PartsDiffer,
    /// The hashes do not lead from the leaf to the checkpoint's root.
    #[error(transparent)]
    Path(#[from] TreeError),
}

impl InclusionProofDocument {
    /// The document for an entry, the proof of it, and the checkpoint signed at the proof's size.
    #[must_use]
    pub fn new(entry: &Entry, proof: &InclusionProof, checkpoint: String) -> Self {
        Self {
            format: FORMAT.to_owned(),
            leaf: BASE64_STANDARD.encode(entry.canonical_bytes()),
            index: proof.index,
            size: proof.size,
            hashes: proof
                .hashes
                .iter()
                .map(|hash| BASE64_STANDARD.encode(hash))
                .collect(),
            checkpoint,
        }
    }

    /// Checks the document, and tells the entry and the checkpoint that vouches for it.
    pub fn verify(&self, verifier: &CheckpointVerifier) -> Result<(Entry, Checkpoint), ProofError> {
        if self.format != FORMAT {
            return Err(ProofError::UnknownFormat(self.format.clone()));
        }
        let checkpoint = verifier.check(&self.checkpoint)?;
        let leaf = BASE64_STANDARD
            .decode(&self.leaf)
            .map_err(|_| ProofError::Malformed)?;
        let entry = Entry::from_canonical_bytes(&leaf)?;
        if checkpoint.size != self.size || entry.sequence != self.index {
            return Err(ProofError::PartsDiffer);
        }
        let hashes = self
            .hashes
            .iter()
            .map(|text| decoded_hash(text))
            .collect::<Result<_, _>>()?;
        let proof = InclusionProof {
            index: self.index,
            size: self.size,
            hashes,
        };
        proof.verify(tree::leaf_hash(&leaf), checkpoint.root)?;
        Ok((entry, checkpoint))
    }
}

fn decoded_hash(text: &str) -> Result<Hash, ProofError> {
    let bytes = BASE64_STANDARD.decode(text).map_err(|_| ProofError::Malformed)?;
    bytes.try_into().map_err(|_| ProofError::Malformed)
}
