//! Content of a person: only through a grant.

use uuid::Uuid;

use super::{Arrived, Content, Owner, Reception, sealed::Sealing};
use crate::{DeskError, Granted, Operation, Result, Subject, SubjectId, Write, access::Resource};

/// What the row of a document names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredContent {
    /// Whose it is.
    pub owner: SubjectId,
    /// By what its seal knows it.
    pub content: Uuid,
    /// Where it lies.
    pub address: String,
    /// How large it is, in bytes.
    pub size: u64,
}

impl<S: Subject, O: Operation> Granted<'_, S, O> {
    /// Opens content of this person, or of one whose record was joined with theirs.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant includes neither documents nor requests, or the content is somebody else's.
    pub fn open_content(&self, stored: &StoredContent) -> Result<Content> {
        self.check_content(stored.owner)?;
        let visit = self.visit();
        let key = visit.desk.ring.subject(visit.register(), stored.owner)?;
        let owner = Owner::Person(stored.owner);
        let sealing = Sealing::new(visit.register(), owner, stored.content, key);
        Content::open(
            visit.desk.documents.source(&stored.address, stored.size)?,
            &sealing,
        )
    }

    fn check_content(&self, owner: SubjectId) -> Result<()> {
        // An own copy is content of a request, a package is content of the archive's, a picture of a photograph.
        let kinds = [
            Resource::Documents,
            Resource::Requests,
            Resource::Archive,
            Resource::Photos,
        ];
        let may = kinds.into_iter().any(|kind| self.may(kind));
        if may && self.scope.covered.contains(&owner) {
            Ok(())
        } else {
            Err(DeskError::Hidden)
        }
    }
}

impl<S: Subject> Granted<'_, S, Write> {
    /// Leave to take content in for this person. It outlives the grant, so that nobody waits for a slow line; what came is
    /// kept by a grant again.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant includes neither documents nor requests.
    pub fn receive(&self) -> Result<Reception> {
        self.receive_for(self.subject())
    }

    /// The same for a document that may have come by a merge: a new version of it belongs where the first one does.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant includes neither documents nor requests, or they are somebody else's.
    pub fn receive_for(&self, owner: SubjectId) -> Result<Reception> {
        self.check_content(owner)?;
        let visit = self.visit();
        let key = visit.desk.ring.subject(visit.register(), owner)?;
        Ok(Reception::new(
            &visit.desk,
            visit.register(),
            Owner::Person(owner),
            key,
        ))
    }

    /// Gives content its name for good. The write that names it in a row is to be committed next; until then the content
    /// is nobody's, and is swept after a day.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when it was received for somebody else; when the disk or the bucket fails.
    pub async fn keep(&self, arrived: Arrived) -> Result<StoredContent> {
        let Owner::Person(owner) = arrived.owner else {
            return Err(DeskError::Hidden);
        };
        self.check_content(owner)?;
        if arrived.register != self.visit().register() {
            return Err(DeskError::Hidden);
        }
        let store = &self.visit().desk.documents;
        store.settle(arrived.temporary, &arrived.address).await?;
        Ok(StoredContent {
            owner,
            content: arrived.content,
            address: arrived.address,
            size: arrived.size,
        })
    }
}
