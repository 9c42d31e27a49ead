//! New accounts.

use serde_json::json;

use super::{
    AccountState,
    password::{self, Company, Surroundings},
    right::{self, NewRight},
    worker,
};
use crate::{
    AccountId, Desk, DeskError, OrganisationId, RegisterId, Result, RightId, Visit,
    access::{AddressPrivilege, Role},
    database::Transaction,
    params,
};

/// An account to be added with its first right.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What the worker types to sign in; personal, never shared (E1).
    pub user_name: String,
    /// As colleagues know the worker.
    pub display_name: String,
    /// The right without which there is no account.
    pub right: NewRight,
}

/// An account that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedAccount {
    /// Which account.
    pub account: AccountId,
    /// Its first right.
    pub right: RightId,
    /// The token of the enrolment link, shown once: who has it sets the password.
    pub enrolment: String,
}

const INSERT: &str = "INSERT INTO account (id, organisation, user_name, display_name, state, created_at) \
    VALUES (:id, :organisation, :user_name, :display_name, :state, :now)";

impl Visit {
    /// Adds an account with its first right in this register.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for names or dates that cannot be, [`DeskError::Conflict`] when the user name is taken,
    /// [`DeskError::Forbidden`] to all but main users.
    pub async fn add_account(&self, new: &NewAccount) -> Result<AddedAccount> {
        self.as_main_user()?;
        let mut transaction = self.desk.database.writer().await?;
        let organisation = self.visitor().organisation;
        let account = self
            .desk
            .insert_account(&mut transaction, organisation, &new.user_name, &new.display_name)
            .await?;
        let by = Some(self.account());
        let right = right::insert(
            &mut transaction,
            &self.desk,
            self.register(),
            account,
            &new.right,
            by,
        )
        .await?;
        let enrolment = self.desk.issue_enrolment(&mut transaction, account).await?;
        let details = json!({ "account": account, "right": right, "given_role": new.right.role.name() });
        self.note_account(&mut transaction, "account-added", details)
            .await?;
        transaction.commit().await?;
        Ok(AddedAccount {
            account,
            right,
            enrolment,
        })
    }
}

impl Desk {
    /// Adds a register's main user from the command line: the first one, or another when all are gone.
    ///
    /// # Errors
    /// As [`Visit::add_account`].
    pub async fn add_first_main_user(
        &self,
        organisation: OrganisationId,
        register: RegisterId,
        user_name: &str,
        display_name: &str,
    ) -> Result<AddedAccount> {
        let mut transaction = self.database.writer().await?;
        let account = self
            .insert_account(&mut transaction, organisation, user_name, display_name)
            .await?;
        let first = NewRight {
            role: Role::MainUser,
            valid_from: self.clock.today(),
            valid_until: None,
            addresses: AddressPrivilege::Hidden,
        };
        let right = right::insert(&mut transaction, self, register, account, &first, None).await?;
        let enrolment = self.issue_enrolment(&mut transaction, account).await?;
        let details = json!({ "account": account, "right": right });
        self.note_operator(&mut transaction, register, "main-user-added", details)
            .await?;
        transaction.commit().await?;
        Ok(AddedAccount {
            account,
            right,
            enrolment,
        })
    }

    /// Adds an account whose password and one-time secret somebody else knows: for demo data only, which is about
    /// nobody. Answers the account and its right.
    ///
    /// # Errors
    /// As [`Visit::add_account`], and [`DeskError::Refused`] for a password that would not be accepted from a worker.
    pub async fn add_account_with_password(
        &self,
        organisation: OrganisationId,
        register: RegisterId,
        new: &NewAccount,
        password: &str,
        totp_secret: Option<&[u8]>,
    ) -> Result<(AccountId, RightId)> {
        let typed = password::normalise(password);
        let company = if totp_secret.is_some() {
            Company::SecondFactor
        } else {
            Company::Alone
        };
        password::check(
            &typed,
            company,
            &Surroundings::of(&[&new.user_name, &new.display_name]),
        )?;
        let hash = password::hash(&typed, &*self.entropy).await?;
        let mut transaction = self.database.writer().await?;
        let account = self
            .insert_account(&mut transaction, organisation, &new.user_name, &new.display_name)
            .await?;
        let right = right::insert(&mut transaction, self, register, account, &new.right, None).await?;
        let row = params! { "id" => account, "hash" => hash };
        transaction
            .execute("UPDATE account SET password_hash = :hash WHERE id = :id", &row)
            .await?;
        if let Some(secret) = totp_secret {
            self.store_totp(&mut transaction, account, secret).await?;
        }
        self.note_operator(
            &mut transaction,
            register,
            "demo-account-added",
            json!({ "account": account }),
        )
        .await?;
        transaction.commit().await?;
        Ok((account, right))
    }

    /// Gives a demo account a further right; see [`Desk::add_account_with_password`].
    ///
    /// # Errors
    /// [`DeskError::Refused`] for dates that cannot be.
    pub async fn add_demo_right(
        &self,
        account: AccountId,
        register: RegisterId,
        right: &NewRight,
    ) -> Result<RightId> {
        let mut transaction = self.database.writer().await?;
        let id = right::insert(&mut transaction, self, register, account, right, None).await?;
        self.note_operator(
            &mut transaction,
            register,
            "demo-right-added",
            json!({ "account": account }),
        )
        .await?;
        transaction.commit().await?;
        Ok(id)
    }

    async fn insert_account(
        &self,
        transaction: &mut Transaction,
        organisation: OrganisationId,
        user_name: &str,
        display_name: &str,
    ) -> Result<AccountId> {
        let (user_name, display_name) = (worker::fold(user_name), display_name.trim());
        if !worker::is_user_name(&user_name) {
            return Err(DeskError::Refused("user-name"));
        }
        if display_name.is_empty() || display_name.chars().count() > 100 {
            return Err(DeskError::Refused("display-name"));
        }
        let id = AccountId(self.new_id());
        let row = params! {
            "id" => id, "organisation" => organisation, "user_name" => user_name, "display_name" => display_name,
            "state" => AccountState::Open, "now" => self.clock.now(),
        };
        transaction.execute(INSERT, &row).await?;
        Ok(id)
    }
}
