//! What happens to accounts, in the audit log.

use serde_json::{Value as Json, json};

use crate::{
    AccountId, Desk, EntryId, RegisterId, Result,
    access::{Action, Basis, Denial, Purpose},
    audit::{
        Outcome,
        entry::{self, Record},
    },
    database::Transaction,
    desk::actor_of,
    params,
};

/// How the log names the part of the program that closes accounts.
const UPKEEP: &str = "system:accounts";

const REGISTER_OF: &str = "SELECT register FROM access_right WHERE account = :account \
    ORDER BY CASE WHEN valid_from <= :today AND (valid_until IS NULL OR valid_until >= :today) THEN 0 ELSE 1 END, \
    granted_at, id LIMIT 1";

impl Desk {
    /// Enters what a worker did to the own account. It is told in the register of the account's first right.
    pub(super) async fn note_own(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
        what: &str,
        details: Json,
    ) -> Result<()> {
        let record = self.account_record(actor_of(account), Purpose::OwnAccount, what, details);
        self.note(transaction, account, record).await
    }

    /// Enters an attempt on an account that failed.
    pub(super) async fn note_failure(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
        what: &str,
    ) -> Result<()> {
        let mut record = self.account_record(actor_of(account), Purpose::OwnAccount, what, json!({}));
        record.basis = Basis::None;
        record.outcome = Outcome::Denied(Denial::NoGround);
        self.note(transaction, account, record).await
    }

    /// Enters what the program itself did to an account.
    pub(super) async fn note_upkeep(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
        what: &str,
    ) -> Result<()> {
        let details = json!({ "account": account });
        let record = self.account_record(UPKEEP.to_owned(), Purpose::RegisterKeeping, what, details);
        self.note(transaction, account, record).await
    }

    /// Enters in one register what the installation's operator did from the command line.
    pub(crate) async fn note_operator(
        &self,
        transaction: &mut Transaction,
        register: RegisterId,
        what: &str,
        details: Json,
    ) -> Result<()> {
        let mut record = self.account_record(
            "system:operator".to_owned(),
            Purpose::RegisterKeeping,
            what,
            details,
        );
        record.register = register;
        entry::write(
            transaction,
            &self.ring,
            &*self.entropy,
            EntryId(self.new_id()),
            &record,
        )
        .await
    }

    /// Enters in another register what a main user did in the own one.
    pub(super) async fn note_elsewhere(
        &self,
        transaction: &mut Transaction,
        by: AccountId,
        register: RegisterId,
        what: &str,
        details: Json,
    ) -> Result<()> {
        let mut record = self.account_record(actor_of(by), Purpose::RegisterKeeping, what, details);
        record.basis = Basis::RegisterDuty;
        record.register = register;
        entry::write(
            transaction,
            &self.ring,
            &*self.entropy,
            EntryId(self.new_id()),
            &record,
        )
        .await
    }

    fn account_record(&self, actor: String, purpose: Purpose, what: &str, mut details: Json) -> Record {
        if let Some(details) = details.as_object_mut() {
            details.insert("what".to_owned(), json!(what));
        }
        Record {
            register: RegisterId(0),
            at: self.clock.now(),
            actor,
            action: Action::Write,
            purpose,
            basis: Basis::Upkeep,
            outcome: Outcome::Allowed,
            subjects: Vec::new(),
            details,
        }
    }

    /// An account without any right has no register, and so no log to tell it in: none such is ever made.
    async fn note(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
        mut record: Record,
    ) -> Result<()> {
        let asked = params! { "account" => account, "today" => self.clock.today() };
        if let Some(row) = transaction.fetch_one(REGISTER_OF, &asked).await? {
            record.register = row.get("register")?;
            entry::write(
                transaction,
                &self.ring,
                &*self.entropy,
                EntryId(self.new_id()),
                &record,
            )
            .await?;
        }
        Ok(())
    }
}
