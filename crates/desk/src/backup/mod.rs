//! Copies of an installation's data, and bringing a copy back.
//!
//! A back-up is one file: a tar in [age](https://age-encryption.org), encrypted to people whose own keys are elsewhere. It
//! holds every row of one moment, the sealed content of the documents that these rows name, and a manifest with a hash of
//! each part. It does not hold the key ring, without which none of it can be read: that is copied to other files, for other
//! people, and each of those copies has a day on which it goes. So whoever is erased becomes unreadable in every back-up
//! when the last copy of the ring that was made before goes, though no back-up is ever changed.
//!
//! A restore builds everything beside the live data, checks it there, destroys anew what the key ring says was destroyed,
//! and only then changes places; what was live before is kept until it is confirmed.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `rows` | rows as lines, the same for both databases |
//! | `manifest` | what a back-up says of itself, and its mark |
//! | `new_file` | a file that is there whole or not at all |
//! | `packing`, `unpacking` | the tar, encrypted and hashed on its way |
//! | `making` | a back-up while the server runs |
//! | `key_copies` | copies of the key ring, and their end |
//! | `staging` | a database and a store of documents beside the live ones |
//! | `switching` | changing places, in a way that a power cut does not leave half-done |
//! | `restoring` | all of it in order |

mod key_copies;
mod making;
mod manifest;
mod new_file;
mod packing;
mod people;
mod restoring;
mod rows;
mod staging;
mod switching;
mod unpacking;

pub use key_copies::{KeyCopy, KeysCopied, copy_keys, forget_expired_copies, key_copies_in};
pub use making::{BackedUp, back_up};
pub use manifest::{Manifest, RegisterMark};
pub use people::{Holders, Identities};
pub use restoring::{Attempt, Restored, Source, finish, restore};
pub(crate) use switching::refuse_half_switched;
pub use switching::{Former, confirm, former};

use std::sync::Arc;

use crate::DeskError;

/// Under which name the ring keeps the key that marks back-ups.
const MARK: &str = "back-up-mark";

/// Hears how far the work is: so much of so much.
pub type Telling = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// Why there is no back-up, or why one is not brought back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file is not as it was written.
    #[error("the file is damaged or cut off ({0}): nothing was changed")]
    Damaged(String),
    /// None of the identities opens it.
    #[error("none of the given identities opens {0}: nothing was changed")]
    WrongKey(String),
    /// It was made by a program that knows what this one does not.
    #[error("the file was made by another version of the program ({0}): nothing was changed")]
    OtherVersion(String),
    /// It was not made where this key ring comes from.
    #[error("the back-up was not made with this key ring: nothing was changed")]
    OtherInstallation,
    /// Its audit log was changed.
    #[error("the audit log of the register {0} in the back-up is not whole: nothing was changed")]
    AuditLog(String),
    /// People would come back who cannot be read.
    #[error(
        "the key ring has no key of {0} people of the back-up: use a copy of the ring that is as new as the back-up. \
         Nothing was changed"
    )]
    KeysMissing(usize),
    /// The copy of the key ring should have been destroyed.
    #[error("the copy of the key ring ended on {0}, and is not used any more: nothing was changed")]
    Expired(jiff::civil::Date),
    /// Somebody has to do something else first.
    #[error("{0}")]
    NotNow(String),
    /// The desk, the database or the disk failed.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl BackupError {
    /// Whether a file was looked at and found wanting, rather than not having been looked at.
    #[must_use]
    pub const fn found_wanting(&self) -> bool {
        !matches!(self, Self::NotNow(_) | Self::Desk(_))
    }

    fn damaged(what: impl std::fmt::Display) -> Self {
        Self::Damaged(what.to_string())
    }
}

impl From<std::io::Error> for BackupError {
    fn from(error: std::io::Error) -> Self {
        Self::Desk(error.into())
    }
}

/// What most calls here answer.
type Result<T, E = BackupError> = std::result::Result<T, E>;

/// Work of the disk and of ciphers, away from those who wait for answers.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| BackupError::from(std::io::Error::other(error)))?
}
