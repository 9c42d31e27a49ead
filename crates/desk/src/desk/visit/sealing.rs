//! Sealing and opening values under a person's key, each at its place.

use super::Visit;
use crate::{RegisterId, Result, Row, SubjectId, desk::SealedRecord};

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
