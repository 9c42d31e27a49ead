//! The secret address of a worker's calendar feed.

use serde_json::json;

use super::{AccountState, secret, session::SignedIn};
use crate::{AccountId, Desk, Result, Visitor, params};

/// Whose calendar a secret opens.
#[derive(Debug, Clone)]
pub struct CalendarHolder {
    /// Whose.
    pub account: AccountId,
    /// The language of the feed's texts.
    pub locale: String,
    /// Who stands at the desk, once for each right that holds today.
    pub visitors: Vec<Visitor>,
}

impl Desk {
    /// Makes a new secret for the calendar's address, shown once; the earlier one dies.
    ///
    /// # Errors
    /// [`DeskError::StepUp`](crate::DeskError::StepUp) without a fresh proof of identity.
    pub async fn issue_calendar(&self, signed_in: &SignedIn) -> Result<String> {
        signed_in.freshly_proven(self.clock.now())?;
        let token = secret::new_token(&*self.entropy);
        self.set_calendar(signed_in, Some(secret::hash(&token)), "calendar-issued")
            .await?;
        Ok(token)
    }

    /// Ends the calendar's address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_calendar(&self, signed_in: &SignedIn) -> Result<()> {
        self.set_calendar(signed_in, None, "calendar-revoked").await
    }

    /// Whether the calendar has an address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_calendar(&self, signed_in: &SignedIn) -> Result<bool> {
        let sql = "SELECT 1 AS one FROM account WHERE id = :id AND calendar_hash IS NOT NULL";
        let asked = params! { "id" => signed_in.account };
        let found = self.database.snapshot().await?.fetch_one(sql, &asked).await?;
        Ok(found.is_some())
    }

    async fn set_calendar(&self, signed_in: &SignedIn, hash: Option<[u8; 32]>, what: &str) -> Result<()> {
        let mut transaction = self.database.writer().await?;
        let row = params! { "id" => signed_in.account, "hash" => hash };
        transaction
            .execute("UPDATE account SET calendar_hash = :hash WHERE id = :id", &row)
            .await?;
        self.note_own(&mut transaction, signed_in.account, what, json!({}))
            .await?;
        transaction.commit().await
    }

    /// Whose calendar a secret opens; `None` when it opens none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resolve_calendar(&self, token: &str) -> Result<Option<CalendarHolder>> {
        let sql =
            "SELECT id, display_name, locale FROM account WHERE calendar_hash = :hash AND state = :open";
        let asked = params! { "hash" => secret::hash(token), "open" => AccountState::Open };
        let mut snapshot = self.database.snapshot().await?;
        let Some(row) = snapshot.fetch_one(sql, &asked).await? else {
            return Ok(None);
        };
        let (account, name): (AccountId, String) = (row.get("id")?, row.get("display_name")?);
        let rights = self.rights_held(&mut snapshot, account).await?;
        let visitors: Vec<Visitor> = rights.iter().map(|right| right.visitor(account, &name)).collect();
        Ok((!visitors.is_empty()).then_some(CalendarHolder {
            account,
            locale: row.get("locale")?,
            visitors,
        }))
    }
}
