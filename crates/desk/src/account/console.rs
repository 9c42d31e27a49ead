//! By whose right the command line works in a register.

use serde_json::json;

use super::{AccountState, worker};
use crate::{Desk, RegisterId, Result, Visitor, access::Role, params};

const MAIN_USER: &str = "SELECT r.id AS access_right, r.account FROM access_right r JOIN account a ON a.id = r.account \
    WHERE a.user_name = :user_name AND r.register = :register AND r.role = :main_user AND a.state = :open \
    AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY r.id LIMIT 1";

impl Desk {
    /// A main user of a register, in whose name whoever holds the machine's keys works from the command line. The log
    /// tells that the operator did so, before anything else is done; nothing is when there is no such main user today.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn main_user_at_console(
        &self,
        register: RegisterId,
        user_name: &str,
        command: &'static str,
    ) -> Result<Option<Visitor>> {
        let mut transaction = self.database.writer().await?;
        let asked = params! {
            "user_name" => worker::fold(user_name), "register" => register, "main_user" => Role::MainUser,
            "open" => AccountState::Open, "today" => self.clock.today(),
        };
        let Some(row) = transaction.fetch_one(MAIN_USER, &asked).await? else {
            return Ok(None);
        };
        let (right, account): (crate::RightId, crate::AccountId) =
            (row.get("access_right")?, row.get("account")?);
        let details = json!({ "command": command, "account": account, "right": right });
        self.note_operator(&mut transaction, register, "command-in-the-name-of", details)
            .await?;
        transaction.commit().await?;
        self.visitor_by_right(right).await
    }
}
