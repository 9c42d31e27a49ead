//! Changing a person's rows, and committing the change with its entry.

use tokio::sync::Mutex;

use super::{Granted, SealedRecord, Source};
use crate::{
    DeskError, Result, SubjectId,
    database::{OwnedStatement, Params, Transaction},
    desk::{Subject, Write, raise_epoch},
    jobs::JobId,
};

impl<S: Subject> Granted<'_, S, Write> {
    /// Seals a value for a row of this person.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the person's key is gone.
    pub fn seal<T: SealedRecord>(&self, id: uuid::Uuid, version: i64, record: &T) -> Result<Vec<u8>> {
        self.visit.seal_record(self.subject(), id, version, record)
    }

    /// Seals a value for a row that may have come by a merge.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the row is of somebody else.
    pub fn seal_for<T: SealedRecord>(
        &self,
        owner: SubjectId,
        id: uuid::Uuid,
        version: i64,
        record: &T,
    ) -> Result<Vec<u8>> {
        if !self.scope.covered.contains(&owner) {
            return Err(DeskError::Hidden);
        }
        self.visit.seal_record(owner, id, version, record)
    }

    /// Writes a new row of the person, with others: no later than when the grant reads, changes or commits something. That
    /// then fails if this does. Only for statements that insert.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include this kind of data.
    pub async fn put(&self, statement: OwnedStatement, params: Params) -> Result<()> {
        self.put_for(self.subject(), statement, params).await
    }

    /// Writes a new row beside one that may have come by a merge, as [`put`](Self::put) does.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the row is of somebody else.
    pub async fn put_for(&self, owner: SubjectId, statement: OwnedStatement, params: Params) -> Result<()> {
        self.check(statement)?;
        if !self.scope.covered.contains(&owner) {
            return Err(DeskError::Hidden);
        }
        let bound = self.bind(owner, params);
        self.transaction().lock().await.put(statement.sql, bound).await
    }

    /// Changes the person's rows; answers how many.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include this kind of data.
    pub async fn execute(&self, statement: OwnedStatement, params: Params) -> Result<u64> {
        self.execute_for(self.subject(), statement, params).await
    }

    /// Changes a row that may have come by a merge.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the row is of somebody else.
    pub async fn execute_for(
        &self,
        owner: SubjectId,
        statement: OwnedStatement,
        params: Params,
    ) -> Result<u64> {
        self.check(statement)?;
        if !self.scope.covered.contains(&owner) {
            return Err(DeskError::Hidden);
        }
        let bound = self.bind(owner, params);
        self.transaction()
            .lock()
            .await
            .execute(statement.sql, &bound)
            .await
    }

    /// Changes rows of those whom the grant covers by several statements, one after the other in one go; answers how many
    /// rows each changed.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when any row is of somebody else, or the grant does not include a kind of data.
    pub async fn execute_each(&self, changes: Vec<(SubjectId, OwnedStatement, Params)>) -> Result<Vec<u64>> {
        let mut bound = Vec::with_capacity(changes.len());
        for (owner, statement, params) in changes {
            self.check(statement)?;
            if !self.scope.covered.contains(&owner) {
                return Err(DeskError::Hidden);
            }
            bound.push((statement.sql, self.bind(owner, params)));
        }
        self.transaction().lock().await.execute_each(&bound).await
    }

    /// Changes exactly one row, named by its id and version, or nothing.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when somebody changed it first.
    pub async fn execute_one(
        &self,
        owner: SubjectId,
        statement: OwnedStatement,
        params: Params,
    ) -> Result<()> {
        match self.execute_for(owner, statement, params).await? {
            1 => Ok(()),
            _ => Err(DeskError::Conflict),
        }
    }

    /// Queues a job that is there only when this write is committed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn queue_job(&self, kind: &'static str, target: Option<uuid::Uuid>) -> Result<JobId> {
        let mut transaction = self.transaction().lock().await;
        self.visit.queue_job_in(&mut transaction, kind, target).await
    }

    /// Tells that who may see this person changes with this write.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn access_changed(&self) -> Result<()> {
        raise_epoch(&mut *self.transaction().lock().await, self.visit.register()).await
    }

    /// Makes it durable together with its entry. `details` names what changed, never the values.
    ///
    /// # Errors
    /// When the database fails; then nothing happened. [`DeskError::Forbidden`] for [one of a set](crate::GrantedSet::one),
    /// which is committed as a whole.
    pub async fn commit(self, what: &str, details: serde_json::Value) -> Result<()> {
        let Source::Writing(transaction) = self.source else {
            return Err(DeskError::Forbidden);
        };
        self.visit
            .commit_write(transaction.into_inner(), &self.scope, what, details)
            .await
    }

    pub(crate) fn transaction(&self) -> &Mutex<Transaction> {
        match &self.source {
            Source::Writing(transaction) => transaction,
            Source::Within(transaction) => transaction,
            Source::Snapshot => unreachable!("a write grant is made with a transaction"),
        }
    }
}
