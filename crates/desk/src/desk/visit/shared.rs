//! Tables that hold no person's data.

use serde_json::json;

use super::Visit;
use crate::{
    DeskError, Result, Row,
    access::{Action, Basis},
    audit::Outcome,
    database::{Params, SharedStatement, Transaction},
    desk::raise_epoch,
    outbox::News,
};

impl Visit {
    /// Reads tables that hold no person's data; `:register` is bound.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn fetch(&self, statement: SharedStatement, mut params: Params) -> Result<Vec<Row>> {
        params.push(("register", self.register().into()));
        self.snapshot_fetch(statement.sql, &params).await
    }

    /// Changes tables that hold no person's data, with an entry in the log; `:register` is bound.
    ///
    /// # Errors
    /// When the database fails; then nothing happened.
    pub async fn execute(&self, what: &str, statements: Vec<(SharedStatement, Params)>) -> Result<u64> {
        let (transaction, changed) = self.change_shared(statements).await?;
        self.commit_shared(transaction, what).await?;
        Ok(changed)
    }

    /// Changes exactly one row of such a table, named by its id and version, or nothing.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when somebody changed it first.
    pub async fn execute_one(&self, what: &str, statement: SharedStatement, params: Params) -> Result<()> {
        match self.change_shared(vec![(statement, params)]).await? {
            (transaction, 1) => self.commit_shared(transaction, what).await,
            _ => Err(DeskError::Conflict),
        }
    }

    /// The same, with a job that is there only when the change is committed; the statement is given the job's id as `:job`.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when somebody changed the row first.
    pub async fn execute_with_job(
        &self,
        what: &str,
        (statement, mut params): (SharedStatement, Params),
        (kind, target): (&'static str, Option<uuid::Uuid>),
    ) -> Result<()> {
        let mut transaction = self.desk.database.writer().await?;
        let job = self.queue_job_in(&mut transaction, kind, target).await?;
        params.push(("register", self.register().into()));
        params.push(("job", job.into()));
        match transaction.execute(statement.sql, &params).await? {
            1 => self.commit_shared(transaction, what).await,
            _ => Err(DeskError::Conflict),
        }
    }

    /// Changes exactly one row by each statement, or nothing at all. The entry names what was changed: never a value that is
    /// sealed.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when a statement finds no such row, or more.
    pub async fn execute_all(
        &self,
        what: &str,
        changed: serde_json::Value,
        statements: Vec<(SharedStatement, Params)>,
    ) -> Result<()> {
        let transaction = self.change_all(statements).await?;
        self.commit_entry(transaction, json!({ "what": what, "changed": changed }))
            .await
    }

    /// The same, with messages to those who answer, which go only when the change is committed.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when a statement finds no such row, or more.
    pub async fn execute_all_and_tell(
        &self,
        what: &str,
        changed: serde_json::Value,
        statements: Vec<(SharedStatement, Params)>,
        news: News,
    ) -> Result<()> {
        let mut transaction = self.change_all(statements).await?;
        self.queue_news_in(&mut transaction, news).await?;
        self.commit_entry(transaction, json!({ "what": what, "changed": changed }))
            .await
    }

    async fn change_all(&self, statements: Vec<(SharedStatement, Params)>) -> Result<Transaction> {
        let mut transaction = self.desk.database.writer().await?;
        for (statement, mut params) in statements {
            params.push(("register", self.register().into()));
            if transaction.execute(statement.sql, &params).await? != 1 {
                return Err(DeskError::Conflict);
            }
        }
        Ok(transaction)
    }

    async fn change_shared(&self, statements: Vec<(SharedStatement, Params)>) -> Result<(Transaction, u64)> {
        let mut transaction = self.desk.database.writer().await?;
        let mut changed = 0;
        for (statement, mut params) in statements {
            params.push(("register", self.register().into()));
            changed += transaction.execute(statement.sql, &params).await?;
        }
        Ok((transaction, changed))
    }

    /// Commits a change of a paper that is nobody's yet, with its entry.
    pub(crate) async fn commit_unsorted(
        &self,
        mut transaction: Transaction,
        what: &str,
        id: uuid::Uuid,
    ) -> Result<()> {
        let record = self.record(
            Action::Write,
            Basis::RegisterDuty,
            Outcome::Allowed,
            Vec::new(),
            json!({ "what": what, "unsorted": id }),
        );
        self.write_entry(&mut transaction, &record).await?;
        transaction.commit().await
    }

    async fn commit_shared(&self, transaction: Transaction, what: &str) -> Result<()> {
        self.commit_entry(transaction, json!({ "what": what })).await
    }

    async fn commit_entry(&self, mut transaction: Transaction, details: serde_json::Value) -> Result<()> {
        let record = self.record(
            Action::Write,
            Basis::RegisterDuty,
            Outcome::Allowed,
            Vec::new(),
            details,
        );
        let looks = self.enter_looks(&mut transaction).await?;
        self.write_entry(&mut transaction, &record).await?;
        raise_epoch(&mut transaction, self.register()).await?;
        transaction.commit().await?;
        self.entered(looks);
        Ok(())
    }
}
