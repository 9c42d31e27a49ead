//! Content that no row names, and all content of a person.

use jiff::{SignedDuration, Timestamp};

use crate::{Database, Desk, RegisterId, Result, SubjectId, params};

/// What was left this long is nobody's work under way any more.
const SPARED: SignedDuration = SignedDuration::from_hours(24);

const IS_NAMED: &str = "SELECT 1 AS named FROM document_file WHERE address = :address \
    UNION ALL SELECT 1 AS named FROM unsorted_document WHERE address = :address \
    UNION ALL SELECT 1 AS named FROM photo WHERE address = :address \
    UNION ALL SELECT 1 AS named FROM archive_package WHERE address = :address \
    UNION ALL SELECT 1 AS named FROM request_bundle WHERE address = :address AND expires_at > :now";
/// Every address that a row names.
pub(crate) const NAMED: &str = "SELECT address FROM document_file UNION SELECT address FROM unsorted_document \
    UNION SELECT address FROM photo \
    UNION SELECT address FROM archive_package WHERE address IS NOT NULL \
    UNION SELECT address FROM request_bundle WHERE address IS NOT NULL";
/// Where all content of a person lies.
pub(crate) const OF_PERSON: &str = "SELECT address FROM document_file WHERE register = :register AND subject = :subject \
    UNION SELECT address FROM photo WHERE register = :register AND subject = :subject \
    UNION SELECT address FROM archive_package WHERE register = :register AND subject = :subject AND address IS NOT NULL \
    UNION SELECT address FROM request_bundle WHERE register = :register AND subject = :subject AND address IS NOT NULL";

/// Whether any row names content; that of a copy whose time is over counts as none.
pub(crate) async fn is_named(database: &Database, address: &str, now: Timestamp) -> Result<bool> {
    let asked = params! { "address" => address, "now" => now };
    let named = database.snapshot().await?.fetch_one(IS_NAMED, &asked).await?;
    Ok(named.is_some())
}

impl Desk {
    /// Removes what came in only in part, and content that no row names: an upload that was given up, a power cut between
    /// a file and its row, a copy for a person whose time is over. Answers how many files went.
    ///
    /// # Errors
    /// When the folder or the database fails; what is left is looked at again.
    pub async fn sweep_documents(&self) -> Result<u64> {
        let before = (self.clock.now() - SPARED).into();
        let mut gone = self.documents.sweep_coming_in(before).await?;
        for address in self.documents.addresses_before(before).await? {
            if !is_named(&self.database, &address, self.clock.now()).await? {
                self.documents.remove(&address).await?;
                gone += 1;
            }
        }
        Ok(gone)
    }

    /// Where all content of a person lies, also of documents in the bin: for erasure, which removes it with
    /// [`Desk::remove_content`] and takes the person's key, without which what back-ups still hold stays closed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn content_of(&self, register: RegisterId, subject: SubjectId) -> Result<Vec<String>> {
        let asked = params! { "register" => register, "subject" => subject };
        let rows = self.database.snapshot().await?.fetch(OF_PERSON, &asked).await?;
        rows.iter().map(|row| row.get("address")).collect()
    }

    /// Removes content for good. What is gone already is no failure, so that an erasure can be repeated.
    ///
    /// # Errors
    /// When the disk fails.
    pub async fn remove_content(&self, addresses: &[String]) -> Result<()> {
        for address in addresses {
            self.documents.remove(address).await?;
        }
        Ok(())
    }
}
