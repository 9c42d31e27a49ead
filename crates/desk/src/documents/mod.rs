//! The sealed store of documents' content, which only the desk opens (B12).
//!
//! What a document holds is too large for a row and lies beside the database: sealed in parts with the person's own key,
//! under a name that is a keyed hash of what it holds and whose it is. So equal files of two people have nothing in
//! common, and whoever has the folder alone learns how many files there are, how large and from when.
//!
//! - [`Granted::receive`](crate::Granted::receive) gives leave to take content in as it comes: an [`Arriving`] hashes and
//!   seals, to a temporary name;
//! - [`Granted::keep`](crate::Granted::keep) gives it its name for good, inside the write whose row will name it: after a
//!   power cut there may be a file that no row names, never a row whose file is missing;
//! - [`Granted::open_content`](crate::Granted::open_content) opens it again, a part at a time;
//! - [`Desk::sweep_documents`](crate::Desk::sweep_documents) removes what no row names.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `sealed` | the form of sealed content |
//! | `arriving`, `piece` | taking in |
//! | `content` | opening |
//! | `place`, `folder`, `bucket` | where it lies: in a folder, or in a bucket of an S3-compatible store |
//! | `options` | what the installation says |
//! | `granted` | whose it is |
//! | `tray` | papers that are nobody's yet |
//! | `sweeping` | what nobody names any more, and what of somebody's is to be erased |

mod arriving;
mod bucket;
mod content;
mod folder;
mod granted;
mod options;
mod piece;
mod place;
mod sealed;
mod sweeping;
mod tray;

pub use arriving::{Arrived, Arriving, Reception};
pub use content::Content;
pub(crate) use folder::Folder;
pub use granted::StoredContent;
pub use options::{BucketOptions, DocumentOptions};
pub(crate) use place::Store;
pub(crate) use sweeping::{NAMED, OF_PERSON, is_named};
pub use tray::Unsorted;

use crate::{Desk, RegisterId, Result, SubjectId, sealing::Key};

/// To whom content belongs: part of what it is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A person.
    Person(SubjectId),
    /// Nobody yet: it waits in the register's tray.
    Tray,
}

impl Owner {
    fn bytes(self) -> [u8; 16] {
        match self {
            Self::Person(subject) => *subject.0.as_bytes(),
            Self::Tray => [0; 16],
        }
    }
}

impl Desk {
    /// What the installation says about documents.
    #[must_use]
    pub fn document_options(&self) -> &DocumentOptions {
        &self.document_options
    }

    /// The key by which a register's content is named.
    async fn naming_key(&self, register: RegisterId) -> Result<Key> {
        let purpose = format!("documents-names-{}", register.0);
        self.ring.installation(&purpose, &*self.entropy).await
    }
}
