//! Who the person is: the one record that everyone in the register has.

use super::Granted;
use crate::{
    DeskError, Result,
    desk::{Alike, Identity, Operation, Subject, Write},
    lookup::Likeness,
    params,
};

impl<S: Subject, O: Operation> Granted<'_, S, O> {
    /// The person's identity, with the version that a change must name.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn identity(&self) -> Result<(Identity, i64)> {
        let rows = self.fetch(IDENTITY, params! {}).await?;
        let own = rows
            .iter()
            .find(|row| row.subject == self.subject())
            .ok_or(DeskError::Hidden)?;
        Ok((self.open(own)?, own.get("version")?))
    }
}

impl<S: Subject> Granted<'_, S, Write> {
    /// Stores the person's identity anew. Whoever has the same code goes to the main user's list (A9).
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when it is no longer at the version that was seen.
    pub async fn save_identity(&mut self, identity: &Identity, seen: i64) -> Result<()> {
        let row = self
            .fetch(IDENTITY, params! {})
            .await?
            .into_iter()
            .find(|row| row.subject == self.subject())
            .ok_or(DeskError::Hidden)?;
        let id: uuid::Uuid = row.get("id")?;
        let codes = self.open::<Identity>(&row)?.codes;
        let sealed = self.seal(id, seen + 1, identity)?;
        let params = params! { "seen" => seen, "version" => seen + 1, "sealed" => sealed };
        self.execute_one(self.subject(), UPDATE_IDENTITY, params).await?;
        if codes != identity.codes {
            self.note_same_codes(identity).await?;
        }
        self.visit.identity_changed(self.subject(), identity.clone());
        Ok(())
    }

    async fn note_same_codes(&self, identity: &Identity) -> Result<()> {
        let same: Vec<Alike> = self
            .visit
            .all_alike(identity)
            .filter(|alike| {
                alike.likeness == Likeness::SameCode && !self.scope.covered.contains(&alike.subject)
            })
            .collect();
        let mut transaction = self.transaction().lock().await;
        self.visit
            .note_suspicions(&mut transaction, self.subject(), &same)
            .await
    }
}

crate::statements! {
    owned(Identity) IDENTITY = "SELECT id, version, sealed FROM identity WHERE register = :register AND subject = :subject";
    owned(Identity) INSERT_IDENTITY = "INSERT INTO identity (register, subject, id, version, sealed) \
        VALUES (:register, :subject, :id, :version, :sealed)";
    owned(Identity) UPDATE_IDENTITY = "UPDATE identity SET version = :version, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND version = :seen";
}
