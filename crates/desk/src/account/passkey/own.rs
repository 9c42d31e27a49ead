//! A worker's own passkeys.

use jiff::Timestamp;
use serde_json::json;

use crate::{
    Desk, DeskError, Result,
    account::{session::SignedIn, worker::Worker},
    database::Row,
    ids::PasskeyId,
    params,
};

/// One of a worker's own passkeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPasskey {
    /// Which passkey.
    pub id: PasskeyId,
    /// In the worker's words.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}

impl Desk {
    /// The worker's own passkeys.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_passkeys(&self, signed_in: &SignedIn) -> Result<Vec<HeldPasskey>> {
        let sql = "SELECT id, name, created_at, last_used_at FROM passkey WHERE account = :account ORDER BY created_at, id";
        let asked = params! { "account" => signed_in.account };
        let read = |row: &Row| {
            Ok(HeldPasskey {
                id: row.get("id")?,
                name: row.get("name")?,
                created_at: row.get("created_at")?,
                last_used_at: row.get("last_used_at")?,
            })
        };
        self.database
            .snapshot()
            .await?
            .fetch(sql, &asked)
            .await?
            .iter()
            .map(read)
            .collect()
    }

    /// Takes a passkey out of use, unless it is the last second factor.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when it is not the worker's, [`DeskError::Refused`] when it is the last,
    /// [`DeskError::StepUp`] without a fresh proof.
    pub async fn remove_passkey(&self, signed_in: &SignedIn, passkey: PasskeyId) -> Result<()> {
        signed_in.freshly_proven(self.clock.now())?;
        let mut transaction = self.database.writer().await?;
        let gone = params! { "id" => passkey, "account" => signed_in.account };
        if transaction
            .execute("DELETE FROM passkey WHERE id = :id AND account = :account", &gone)
            .await?
            == 0
        {
            return Err(DeskError::Hidden);
        }
        let worker = Worker::of(&mut transaction, signed_in.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        if !worker.has_second_factor() {
            return Err(DeskError::Refused("second-factor-last"));
        }
        self.note_own(
            &mut transaction,
            signed_in.account,
            "passkey-removed",
            json!({ "passkey": passkey }),
        )
        .await?;
        transaction.commit().await
    }
}
