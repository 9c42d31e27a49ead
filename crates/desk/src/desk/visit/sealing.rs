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
    /// Seals a value of the register that belongs to no person of it: what a stranger asked for.
    ///
    /// # Errors
    /// When the key ring fails.
    pub async fn seal_for_register<T: SealedRecord>(
        &self,
        id: uuid::Uuid,
        version: i64,
        record: &T,
    ) -> Result<Vec<u8>> {
        let key = self.register_key().await?;
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(record)?);
        let place = place_of_register::<T>(self.register(), id, version);
        Ok(key.seal(&place, &plain, &*self.desk.entropy))
    }

    /// Opens the sealed value of a row that belongs to no person of the register.
    ///
    /// # Errors
    /// [`DeskError::Seal`](crate::DeskError::Seal) when the row is not as it was written.
    pub async fn open_for_register<T: SealedRecord>(&self, row: &Row) -> Result<T> {
        let key = self.register_key().await?;
        let place = place_of_register::<T>(self.register(), row.get("id")?, row.get("version")?);
        let plain = zeroize::Zeroizing::new(key.open(&place, &row.get::<Vec<u8>>(T::COLUMN)?)?);
        Ok(serde_json::from_slice(&plain)?)
    }

    async fn register_key(&self) -> Result<Key> {
        let purpose = format!("register-{}", self.register().0);
        self.desk.ring.installation(&purpose, &*self.desk.entropy).await
    }
}

fn place_of_register<T: SealedRecord>(register: RegisterId, id: uuid::Uuid, version: i64) -> Vec<u8> {
    format!("{}|register|{}|{}|{id}|{version}", register.0, T::TABLE, T::COLUMN).into_bytes()
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
