//! A worker changes the own password.

use serde_json::json;

use super::{Company, Surroundings, check, hash, normalise};
use crate::{
    Desk, DeskError, OrganisationId, Result,
    account::{
        session::{self, SignedIn},
        worker::Worker,
    },
    database::Transaction,
    params,
};

impl Desk {
    /// Sets a new password after a fresh proof of identity; the worker's other sessions end.
    ///
    /// # Errors
    /// [`DeskError::StepUp`] without a fresh proof; [`DeskError::Refused`] with what is wrong with the password.
    pub async fn change_password(&self, signed_in: &SignedIn, new: &str) -> Result<()> {
        signed_in.freshly_proven(self.clock.now())?;
        let mut snapshot = self.database.snapshot().await?;
        let worker = Worker::of(&mut snapshot, signed_in.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        let company = if worker.has_second_factor() {
            Company::SecondFactor
        } else {
            Company::Alone
        };
        let hash = self.accepted(&mut snapshot, &worker, new, company).await?;
        drop(snapshot);
        let mut transaction = self.database.writer().await?;
        let row = params! { "id" => signed_in.account, "hash" => hash };
        transaction
            .execute("UPDATE account SET password_hash = :hash WHERE id = :id", &row)
            .await?;
        session::end_others(&mut transaction, signed_in).await?;
        self.note_own(&mut transaction, signed_in.account, "password-changed", json!({}))
            .await?;
        transaction.commit().await
    }

    /// The hash of a password that is good enough for this worker.
    pub(in super::super) async fn accepted(
        &self,
        snapshot: &mut Transaction,
        worker: &Worker,
        typed: &str,
        company: Company,
    ) -> Result<String> {
        let organisation = organisation_name(snapshot, worker.organisation).await?;
        let around = Surroundings::of(&[&worker.user_name, &worker.display_name, &organisation]);
        let typed = normalise(typed);
        check(&typed, company, &around)?;
        hash(&typed, &*self.entropy).await
    }
}

async fn organisation_name(snapshot: &mut Transaction, organisation: OrganisationId) -> Result<String> {
    let asked = params! { "id" => organisation };
    let row = snapshot
        .fetch_one("SELECT name FROM organisation WHERE id = :id", &asked)
        .await?;
    row.ok_or(DeskError::Hidden)?.get("name")
}
