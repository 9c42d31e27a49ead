//! Giving rights, and ending them.

use jiff::civil::Date;
use serde_json::json;

use super::{GivenRight, NewRight, RightEnd, stored_addresses};
use crate::{
    AccountId, Desk, DeskError, RegisterId, Result, RightId, Visit,
    access::{Action, Basis, Role},
    account::{AccountState, closing, worker},
    audit::Outcome,
    database::Transaction,
    desk::raise_epoch,
    params,
};

const INSERT: &str = "INSERT INTO access_right (id, register, account, role, reveals_addresses, valid_from, valid_until, \
    granted_by, granted_at) VALUES (:id, :register, :account, :role, :addresses, :from, :until, :by, :now)";

const END: &str = "UPDATE access_right SET valid_until = :until, ended_at = :now, ended_by = :by \
    WHERE id = :id AND register = :register AND (valid_until IS NULL OR valid_until > :until)";

const MAIN_USERS: &str = "SELECT COUNT(*) AS others FROM access_right r JOIN account a ON a.id = r.account \
    WHERE r.register = :register AND r.role = :role AND r.id <> :id AND a.state = 'open' AND r.valid_from <= :today \
    AND (r.valid_until IS NULL OR r.valid_until > :until)";

pub(in crate::account) async fn insert(
    transaction: &mut Transaction,
    desk: &Desk,
    register: RegisterId,
    account: AccountId,
    right: &NewRight,
    by: Option<AccountId>,
) -> Result<RightId> {
    if right.valid_until.is_some_and(|until| until < right.valid_from) {
        return Err(DeskError::Refused("right-dates"));
    }
    if !Role::OF_WORKERS.contains(&right.role) {
        return Err(DeskError::Refused("right-role"));
    }
    let id = RightId(desk.new_id());
    let row = params! {
        "id" => id, "register" => register, "account" => account, "role" => right.role,
        "addresses" => stored_addresses(right.addresses), "from" => right.valid_from, "until" => right.valid_until,
        "by" => by, "now" => desk.clock.now(),
    };
    transaction.execute(INSERT, &row).await?;
    Ok(id)
}

impl Visit {
    /// Rights and accounts are the main user's to give (E1).
    pub(crate) fn as_main_user(&self) -> Result<()> {
        if self.role() == Role::MainUser {
            Ok(())
        } else {
            Err(DeskError::Forbidden)
        }
    }

    /// Enters a change of accounts or rights in the register's log.
    pub(in crate::account) async fn note_account(
        &self,
        transaction: &mut Transaction,
        what: &str,
        mut details: serde_json::Value,
    ) -> Result<()> {
        if let Some(details) = details.as_object_mut() {
            details.insert("what".to_owned(), json!(what));
        }
        let record = self.record(
            Action::Write,
            Basis::RegisterDuty,
            Outcome::Allowed,
            Vec::new(),
            details,
        );
        self.write_entry(transaction, &record).await
    }

    /// Gives a colleague of the same organisation a right in this register, by user name. A closed account opens
    /// again, without its old password.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the organisation has no such user, [`DeskError::Refused`] for dates that cannot be,
    /// [`DeskError::Forbidden`] to all but main users.
    pub async fn give_right(&self, user_name: &str, right: &NewRight) -> Result<GivenRight> {
        self.as_main_user()?;
        let user_name = worker::fold(user_name);
        let mut transaction = self.desk.database.writer().await?;
        let asked = params! { "user_name" => user_name, "organisation" => self.visitor().organisation };
        let sql = "SELECT id FROM account WHERE user_name = :user_name AND organisation = :organisation";
        let row = transaction
            .fetch_one(sql, &asked)
            .await?
            .ok_or(DeskError::Hidden)?;
        let account: AccountId = row.get("id")?;
        let state = closing::hold(&mut transaction, account).await?;
        let given = insert(
            &mut transaction,
            &self.desk,
            self.register(),
            account,
            right,
            Some(self.account()),
        )
        .await?;
        let enrolment = match state {
            AccountState::Open => None,
            AccountState::Closed => Some(self.desk.reopen(&mut transaction, account).await?),
        };
        let details = json!({ "account": account, "right": given, "given_role": right.role.name() });
        self.note_account(&mut transaction, "right-given", details)
            .await?;
        transaction.commit().await?;
        Ok(GivenRight {
            right: given,
            enrolment,
        })
    }

    /// Ends a right of this register. When it was the account's last, the account closes in the same moment, and its
    /// sessions and tokens end.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such right here, or it ends earlier already;
    /// [`DeskError::Refused`] when the register would be left without a main user.
    pub async fn end_right(&self, right: RightId, end: RightEnd) -> Result<()> {
        self.as_main_user()?;
        let until = match end {
            RightEnd::Now => self
                .today()
                .yesterday()
                .map_err(|_| DeskError::Refused("right-dates"))?,
            RightEnd::After(day) if day >= self.today() => day,
            RightEnd::After(_) => return Err(DeskError::Refused("right-dates")),
        };
        let mut transaction = self.desk.database.writer().await?;
        let asked = params! { "id" => right, "register" => self.register() };
        let sql = "SELECT account, role FROM access_right WHERE id = :id AND register = :register";
        let row = transaction
            .fetch_one(sql, &asked)
            .await?
            .ok_or(DeskError::Hidden)?;
        let account: AccountId = row.get("account")?;
        // Whoever else changes this register's rights, or this account's, waits here.
        raise_epoch(&mut transaction, self.register()).await?;
        closing::hold(&mut transaction, account).await?;
        if row.state::<Role>("role")? == Role::MainUser {
            self.keep_a_main_user(&mut transaction, right, until).await?;
        }
        let ended = params! {
            "id" => right, "register" => self.register(), "until" => until, "now" => self.now(), "by" => self.account(),
        };
        if transaction.execute(END, &ended).await? == 0 {
            return Err(DeskError::Hidden);
        }
        if end == RightEnd::Now {
            closing::leave_right(&mut transaction, right, self.now()).await?;
        }
        let details = json!({ "account": account, "right": right, "until": until });
        self.note_account(&mut transaction, "right-ended", details)
            .await?;
        self.desk.close_if_over(&mut transaction, account).await?;
        transaction.commit().await
    }

    async fn keep_a_main_user(
        &self,
        transaction: &mut Transaction,
        right: RightId,
        until: Date,
    ) -> Result<()> {
        let asked = params! {
            "id" => right, "register" => self.register(), "role" => Role::MainUser, "today" => self.today(), "until" => until,
        };
        let others: i64 = transaction
            .fetch_one(MAIN_USERS, &asked)
            .await?
            .ok_or(DeskError::Hidden)?
            .get("others")?;
        if others == 0 {
            Err(DeskError::Refused("last-main-user"))
        } else {
            Ok(())
        }
    }
}
