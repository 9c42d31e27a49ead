//! Sealing and opening values under a person's key, each at its place.

use super::Visit;
use crate::{RegisterId, Result, Row, SubjectId, desk::SealedRecord, sealing::Key};

impl Visit {
    pub(crate) fn open_record<T: SealedRecord>(&self, subject: SubjectId, row: &Row) -> Result<T> {
        let key = self.desk.ring.subject(self.register(), subject)?;
        let place = place::<T>(self.register(), subject, row.get("id")?, row.get("version")?);
        let plain = zeroize::Zeroizing::new(key.open(&place, &row.get::<Vec<u8>>(T::COLUMN)?)?);
        Ok(serde_json::from_slice(&plain)?)
    }

    pub(crate) fn seal_record<T: SealedRecord>(
        &self,
        subject: SubjectId,
        id: uuid::Uuid,
        version: i64,
        record: &T,
    ) -> Result<Vec<u8>> {
        let key = self.desk.ring.subject(self.register(), subject)?;
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(record)?);
        Ok(key.seal(
            &place::<T>(self.register(), subject, id, version),
            &plain,
            &*self.desk.entropy,
        ))
    }
}

impl Visit {
    /// Seals a value that belongs to the register as a whole, such as what is told of a breach.
    ///
    /// # Errors
    /// When the key ring fails.
    pub async fn seal_shared<T: SealedRecord>(
        &self,
        id: uuid::Uuid,
        version: i64,
        record: &T,
    ) -> Result<Vec<u8>> {
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(record)?);
        let key = self.shared_key().await?;
        let place = shared_place::<T>(self.register(), id, version);
        Ok(key.seal(&place, &plain, &*self.desk.entropy))
    }

    /// Opens a value of the register as a whole: the row has `id`, `version` and the sealed column.
    ///
    /// # Errors
    /// [`DeskError::Seal`](crate::DeskError::Seal) when the row is not as it was written.
    pub async fn open_shared<T: SealedRecord>(&self, row: &Row) -> Result<T> {
        let place = shared_place::<T>(self.register(), row.get("id")?, row.get("version")?);
        let key = self.shared_key().await?;
        let plain = zeroize::Zeroizing::new(key.open(&place, &row.get::<Vec<u8>>(T::COLUMN)?)?);
        Ok(serde_json::from_slice(&plain)?)
    }

    async fn shared_key(&self) -> Result<Key> {
        let purpose = format!("register/{}", self.register().0);
        self.desk.ring.installation(&purpose, &*self.desk.entropy).await
    }
}

fn shared_place<T: SealedRecord>(register: RegisterId, id: uuid::Uuid, version: i64) -> Vec<u8> {
    format!(
        "{}|register|{}|{}|{id}|{version}",
        register.0,
        T::TABLE,
        T::COLUMN
    )
    .into_bytes()
}

/// What a sealed value is bound to: it opens at no other register, person, table, column, row or version.
pub(crate) fn place<T: SealedRecord>(
    register: RegisterId,
    subject: SubjectId,
    id: uuid::Uuid,
    version: i64,
) -> Vec<u8> {
    format!(
        "{}|{subject}|{}|{}|{id}|{version}",
        register.0,
        T::TABLE,
        T::COLUMN
    )
    .into_bytes()
}
