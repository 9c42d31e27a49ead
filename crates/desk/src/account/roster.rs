//! The accounts that a main user sees: those that have or had a right in the register.

use jiff::{Timestamp, civil::Date};

use super::{AccountState, right::addresses_of};
use crate::{
    AccountId, Result, RightId, Visit,
    access::{AddressPrivilege, Role},
    database::Row,
    params,
};

/// An account of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedAccount {
    /// Which account.
    pub account: AccountId,
    /// The user name.
    pub user_name: String,
    /// As colleagues know the worker.
    pub display_name: String,
    /// Whether it can be used.
    pub state: AccountState,
    /// Whether the worker has set a password yet.
    pub enrolment: EnrolmentState,
    /// Its rights in this register, past ones too.
    pub rights: Vec<ListedRight>,
}

/// Whether a worker has taken the account into use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnrolmentState {
    /// A password is set.
    Done,
    /// The link waits.
    Waiting,
}

/// A right in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRight {
    /// Which right.
    pub id: RightId,
    /// In which role.
    pub role: Role,
    /// Whether protected addresses may be shown to the worker (A7).
    pub addresses: AddressPrivilege,
    /// The first day.
    pub valid_from: Date,
    /// The last day, if one is set.
    pub valid_until: Option<Date>,
    /// When it was given.
    pub granted_at: Timestamp,
    /// When it was last reviewed.
    pub reviewed_at: Option<Timestamp>,
}

const ROSTER: &str = "SELECT a.id AS account, a.user_name, a.display_name, a.state, \
    CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END AS enrolled, r.id, r.role, r.reveals_addresses, r.valid_from, \
    r.valid_until, r.granted_at, r.reviewed_at FROM access_right r JOIN account a ON a.id = r.account \
    WHERE r.register = :register ORDER BY a.display_name, a.id, r.valid_from, r.id";

impl Visit {
    /// The register's accounts with their rights in it. What rights they have elsewhere is not shown.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`](crate::DeskError::Forbidden) to all but main users.
    pub async fn accounts(&self) -> Result<Vec<ListedAccount>> {
        self.as_main_user()?;
        let asked = params! { "register" => self.register() };
        let rows = self.desk.database.snapshot().await?.fetch(ROSTER, &asked).await?;
        let mut accounts: Vec<ListedAccount> = Vec::new();
        for row in &rows {
            let account: AccountId = row.get("account")?;
            match accounts.last_mut().filter(|last| last.account == account) {
                Some(last) => last.rights.push(listed_right(row)?),
                None => accounts.push(listed_account(account, row)?),
            }
        }
        Ok(accounts)
    }
}

fn listed_account(account: AccountId, row: &Row) -> Result<ListedAccount> {
    Ok(ListedAccount {
        account,
        user_name: row.get("user_name")?,
        display_name: row.get("display_name")?,
        state: row.state("state")?,
        enrolment: if row.get::<i64>("enrolled")? == 1 {
            EnrolmentState::Done
        } else {
            EnrolmentState::Waiting
        },
        rights: vec![listed_right(row)?],
    })
}

fn listed_right(row: &Row) -> Result<ListedRight> {
    Ok(ListedRight {
        id: row.get("id")?,
        role: row.state("role")?,
        addresses: addresses_of(row)?,
        valid_from: row.get("valid_from")?,
        valid_until: row.get("valid_until")?,
        granted_at: row.get("granted_at")?,
        reviewed_at: row.get("reviewed_at")?,
    })
}
