//! Whose right a job acts by.

use super::AccountState;
use crate::{Desk, Result, RightId, Visitor, params};

const HOLDER: &str = "SELECT a.id AS account, a.display_name, r.id, r.register, r.role, r.reveals_addresses \
    FROM access_right r JOIN account a ON a.id = r.account WHERE r.id = :right AND a.state = :open \
    AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today)";

impl Desk {
    /// The visitor of a right that holds today: a job ends with the right that asked for it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn visitor_by_right(&self, right: RightId) -> Result<Option<Visitor>> {
        let asked = params! { "right" => right, "today" => self.clock.today(), "open" => AccountState::Open };
        let Some(row) = self.database.snapshot().await?.fetch_one(HOLDER, &asked).await? else {
            return Ok(None);
        };
        let held = self.held_right(&row)?;
        Ok(Some(held.visitor(
            row.get("account")?,
            &row.get::<String>("display_name")?,
        )))
    }
}
