//! Signed statements of the log's size and root, for a witness to keep.
//!
//! A checkpoint is text of the C2SP form `tlog-checkpoint` inside a C2SP `signed-note`, signed with
//! Ed25519:
//!
//! ```text
//! polku/tyopaja
//! 923748
//! nND/nri//U0xuHUrYSy0HtMeal2vzD9V4k/BO79C+QeI=
//! time 2026-03-02T08:15:00.000Z
//!
//! — polku/tyopaja x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
//! ```
//!
//! The lines are the origin, the number of entries, the root in base64 and, as an extension line, the
//! time of signing. Witnesses may add signature lines of their own; they are not looked at here.

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use jiff::Timestamp;
use signed_note::{Note, Signature, StandardVerifier, Verifier as _, VerifierList};
use thiserror::Error;

use crate::tree::Hash;

/// The first byte of an Ed25519 key in a signed note's verifier key.
const ED25519: u8 = 1;

/// What begins the extension line that tells the time.
const TIME: &str = "time ";

/// The log's state at one moment, as signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose log it is: [`origin`] of the register.
    pub origin: String,
    /// How many entries the log had.
    pub size: u64,
    /// The root of the tree of those entries.
    pub root: Hash,
    /// When it was signed, to the millisecond.
    pub time: Timestamp,
}

/// Why a checkpoint, or the key to one, is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CheckpointError {
    /// The origin is empty, or has a space, a plus or a line break.
    #[error("{0:?} can't be the origin of a log")]
    InvalidOrigin(String),
    /// The text is not a verifier key, or its parts don't belong together.
    #[error("the verifier key is malformed")]
    InvalidKey,
    /// Two verifier keys given together are for different logs.
    #[error("the verifier keys are for different logs")]
    DifferentOrigins,
    /// The text is not a signed note, or the note not a checkpoint.
    #[error("the checkpoint is malformed")]
    Malformed,
    /// No known key has signed the checkpoint, or a signature is wrong.
    #[error("the checkpoint's signature is not that of a known key")]
    BadSignature,
    /// The checkpoint is signed but belongs to another log.
    #[error("the checkpoint is for the log {0:?}")]
    WrongOrigin(String),
}

/// The name under which a register's log is known to witnesses.
#[must_use]
pub fn origin(register: &str) -> String {
    format!("polku/{register}")
}

/// Signs the checkpoints of one log.
pub struct CheckpointSigner {
    origin: String,
    key: SigningKey,
}

impl CheckpointSigner {
    /// The signer of the log `origin`, from the 32 secret bytes of an Ed25519 key.
    pub fn from_seed(origin: &str, seed: &[u8; 32]) -> Result<Self, CheckpointError> {
        let one_line = !origin.chars().any(char::is_control);
        if !(one_line && signed_note::is_key_name_valid(origin)) {
            return Err(CheckpointError::InvalidOrigin(origin.to_owned()));
        }
        Ok(Self {
            origin: origin.to_owned(),
            key: SigningKey::from_bytes(seed),
        })
    }

    /// The 32 secret bytes of the key.
    #[must_use]
    pub fn seed(&self) -> [u8; 32] {
        self.key.to_bytes()
    }

    /// The public key in the standard text `name+hash+base64`, for witnesses and verifiers.
    #[must_use]
    pub fn verifier_key(&self) -> String {
        signed_note::new_ed25519_verifier_key(&self.origin, &self.key.verifying_key())
    }

    /// The checkpoint's text, signed. The time is cut to the millisecond.
    pub fn sign(&self, size: u64, root: Hash, time: Timestamp) -> Result<String, CheckpointError> {
        let text = tlog_tiles::Checkpoint::new(
            &self.origin,
            size,
            tlog_tiles::Hash(root),
            &format!("{TIME}{time:.3}\n"),
        )
        .map_err(|_| CheckpointError::Malformed)?
        .to_bytes();
        let signature = self.key.sign(&text).to_vec();
        let signature = Signature::new(self.origin.clone(), self.key_id(), signature);
        let note = signature.and_then(|signature| Note::new(&text, &[signature]));
        let signed = note.map_err(|_| CheckpointError::Malformed)?.to_bytes();
        String::from_utf8(signed).map_err(|_| CheckpointError::Malformed)
    }

    fn key_id(&self) -> u32 {
        let key = [&[ED25519][..], self.key.verifying_key().as_bytes()].concat();
        signed_note::key_id(&self.origin, &key)
    }
}

/// Accepts the checkpoints of one log.
#[derive(Clone)]
pub struct CheckpointVerifier {
    origin: String,
    keys: Vec<StandardVerifier>,
}

impl CheckpointVerifier {
    /// The verifier for a key in the standard text, or for several on a line each where a log has had
    /// more than one key; all must be for the same origin.
    pub fn from_text(text: &str) -> Result<Self, CheckpointError> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let keys = lines
            .map(|line| StandardVerifier::new(line).map_err(|_| CheckpointError::InvalidKey))
            .collect::<Result<Vec<_>, _>>()?;
        let origin = keys.first().ok_or(CheckpointError::InvalidKey)?.name().to_owned();
        if keys.iter().any(|key| key.name() != origin) {
            return Err(CheckpointError::DifferentOrigins);
        }
        Ok(Self { origin, keys })
    }

    /// The verifier for a key without its standard text.
    pub fn from_key(origin: &str, key: &VerifyingKey) -> Result<Self, CheckpointError> {
        Self::from_text(&signed_note::new_ed25519_verifier_key(origin, key))
    }

    /// Whose log this verifies.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Reads a checkpoint, accepting it only when one of the keys signed it for this log.
    pub fn check(&self, text: &str) -> Result<Checkpoint, CheckpointError> {
        let note = Note::from_bytes(text.as_bytes()).map_err(|_| CheckpointError::Malformed)?;
        note.verify(&self.known())
            .map_err(|_| CheckpointError::BadSignature)?;
        let checkpoint =
            tlog_tiles::Checkpoint::from_bytes(note.text()).map_err(|_| CheckpointError::Malformed)?;
        if checkpoint.origin() != self.origin {
            return Err(CheckpointError::WrongOrigin(checkpoint.origin().to_owned()));
        }
        Ok(Checkpoint {
            origin: self.origin.clone(),
            size: checkpoint.size(),
            root: checkpoint.hash().0,
            time: signed_time(checkpoint.extension())?,
        })
    }

    fn known(&self) -> VerifierList {
        VerifierList::new(self.keys.iter().cloned().map(|key| Box::new(key) as _).collect())
    }
}

fn signed_time(extension: &str) -> Result<Timestamp, CheckpointError> {
    let line = extension
        .lines()
        .find_map(|line| line.strip_prefix(TIME))
        .ok_or(CheckpointError::Malformed)?;
    line.parse().map_err(|_| CheckpointError::Malformed)
}
