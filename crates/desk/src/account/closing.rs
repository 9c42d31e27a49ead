//! An account closes with its last right, and everything that could act for it ends in the same transaction.

use jiff::Timestamp;

use super::AccountState;
use crate::{AccountId, Desk, DeskError, Result, RightId, database::Transaction, params};

/// Open accounts all of whose rights are over.
const OVER: &str = "SELECT a.id FROM account a WHERE a.state = 'open' AND NOT EXISTS (SELECT 1 FROM access_right r \
    WHERE r.account = a.id AND (r.valid_until IS NULL OR r.valid_until >= :today))";

const CLOSE: &str = "UPDATE account SET state = :closed, closed_at = :now, password_hash = NULL, totp_sealed = NULL, \
    calendar_hash = NULL, version = version + 1 WHERE id = :account AND state = 'open'";

/// What could still act for a closed account.
const ENDED_WITH_IT: [&str; 5] = [
    "DELETE FROM session WHERE account = :account",
    "DELETE FROM passkey WHERE account = :account",
    "DELETE FROM enrolment WHERE account = :account",
    "DELETE FROM proof_challenge WHERE account = :account",
    "UPDATE api_token SET revoked_at = :now WHERE account = :account AND revoked_at IS NULL",
];

/// No session acts by this right any more, and its tokens end.
pub(super) async fn leave_right(transaction: &mut Transaction, right: RightId, now: Timestamp) -> Result<()> {
    let ended = params! { "right" => right, "now" => now };
    transaction
        .execute(
            "UPDATE session SET access_right = NULL WHERE access_right = :right",
            &ended,
        )
        .await?;
    transaction
        .execute(
            "UPDATE api_token SET revoked_at = :now WHERE access_right = :right AND revoked_at IS NULL",
            &ended,
        )
        .await?;
    Ok(())
}

/// Holds the account's row until the transaction ends, so that no right of it is given and ended at the same time.
pub(super) async fn hold(transaction: &mut Transaction, account: AccountId) -> Result<AccountState> {
    let sql = "UPDATE account SET version = version + 1 WHERE id = :account RETURNING state";
    let asked = params! { "account" => account };
    transaction
        .fetch_one(sql, &asked)
        .await?
        .ok_or(DeskError::Hidden)?
        .state("state")
}

impl Desk {
    /// Closes the account unless a right of it holds today or will hold.
    pub(super) async fn close_if_over(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
    ) -> Result<()> {
        let sql = format!("{OVER} AND a.id = :account");
        let asked = params! { "today" => self.clock.today(), "account" => account };
        if transaction.fetch_one(&sql, &asked).await?.is_some() {
            self.close(transaction, account).await?;
        }
        Ok(())
    }

    async fn close(&self, transaction: &mut Transaction, account: AccountId) -> Result<()> {
        let closed =
            params! { "account" => account, "now" => self.clock.now(), "closed" => AccountState::Closed };
        if transaction.execute(CLOSE, &closed).await? == 0 {
            return Ok(());
        }
        for sql in ENDED_WITH_IT {
            transaction.execute(sql, &closed).await?;
        }
        self.note_upkeep(transaction, account, "account-closed").await
    }

    /// Closes the accounts whose last right ended by its date: upkeep for every night. Until then such an account
    /// opens nothing either, since rights are looked at by date whenever a session or token is resumed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_ended_accounts(&self) -> Result<usize> {
        let mut transaction = self.database.writer().await?;
        let asked = params! { "today" => self.clock.today() };
        let rows = transaction.fetch(OVER, &asked).await?;
        for row in &rows {
            let account = row.get("id")?;
            hold(&mut transaction, account).await?;
            self.close_if_over(&mut transaction, account).await?;
        }
        transaction.commit().await?;
        Ok(rows.len())
    }

    /// Opens a closed account again; answers an enrolment link's token.
    pub(super) async fn reopen(&self, transaction: &mut Transaction, account: AccountId) -> Result<String> {
        let opened = params! { "account" => account, "open" => AccountState::Open };
        let sql =
            "UPDATE account SET state = :open, closed_at = NULL, version = version + 1 WHERE id = :account";
        transaction.execute(sql, &opened).await?;
        self.issue_enrolment(transaction, account).await
    }
}
