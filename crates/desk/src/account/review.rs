//! The periodic review of rights (E1, E6).

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde_json::json;

use crate::{
    AccountId, DeskError, Result, RightId, Visit, access::Role, clock::finland, database::Row, params,
};

/// A right that nobody has looked at for longer than the register's profile allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightToReview {
    /// Which right.
    pub right: RightId,
    /// Whose.
    pub account: AccountId,
    /// The user name.
    pub user_name: String,
    /// As colleagues know the worker.
    pub display_name: String,
    /// In which role.
    pub role: Role,
    /// The last day, if one is set.
    pub valid_until: Option<Date>,
    /// When it was given or last reviewed.
    pub since: Timestamp,
}

const DUE: &str = "SELECT r.id, r.account, a.user_name, a.display_name, r.role, r.valid_until, \
    COALESCE(r.reviewed_at, r.granted_at) AS since FROM access_right r JOIN account a ON a.id = r.account \
    WHERE r.register = :register AND a.state = 'open' AND (r.valid_until IS NULL OR r.valid_until >= :today) \
    AND COALESCE(r.reviewed_at, r.granted_at) <= :before ORDER BY since, r.id";

const MARK: &str = "UPDATE access_right SET reviewed_at = :now, reviewed_by = :by WHERE id = :id AND register = :register \
    AND (valid_until IS NULL OR valid_until >= :today)";

impl Visit {
    /// The rights of this register that are due for review, the oldest first.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] to all but main users.
    pub async fn rights_to_review(&self) -> Result<Vec<RightToReview>> {
        self.as_main_user()?;
        let months = i64::from(self.profile()?.sign_in.review_months);
        let before = self
            .now()
            .to_zoned(finland())
            .checked_sub(months.months())
            .map_err(|_| DeskError::Stored("review"))?;
        let asked = params! { "register" => self.register(), "today" => self.today(), "before" => before.timestamp() };
        self.desk
            .database
            .snapshot()
            .await?
            .fetch(DUE, &asked)
            .await?
            .iter()
            .map(due)
            .collect()
    }

    /// Notes that a right was reviewed and is still needed; one that is not is ended by
    /// [`end_right`](Visit::end_right).
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when no such right holds in this register.
    pub async fn mark_reviewed(&self, right: RightId) -> Result<()> {
        self.as_main_user()?;
        let mut transaction = self.desk.database.writer().await?;
        let marked = params! {
            "id" => right, "register" => self.register(), "now" => self.now(), "by" => self.account(), "today" => self.today(),
        };
        if transaction.execute(MARK, &marked).await? == 0 {
            return Err(DeskError::Hidden);
        }
        self.note_account(&mut transaction, "right-reviewed", json!({ "right": right }))
            .await?;
        transaction.commit().await
    }
}

fn due(row: &Row) -> Result<RightToReview> {
    Ok(RightToReview {
        right: row.get("id")?,
        account: row.get("account")?,
        user_name: row.get("user_name")?,
        display_name: row.get("display_name")?,
        role: row.state("role")?,
        valid_until: row.get("valid_until")?,
        since: row.get("since")?,
    })
}
