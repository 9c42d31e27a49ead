//! What the desk hands over: a person's rows, and no others.

use std::marker::PhantomData;

use serde::{Serialize, de::DeserializeOwned};
use tokio::sync::Mutex;

use super::{
    Alike, Identity, Subject, Visit,
    operation::{Looking, Operation, Write},
};
use crate::{
    DeskError, Result, Row, SubjectId,
    access::{Basis, Resource},
    database::{OwnedStatement, Params, Transaction},
    lookup::Likeness,
    params,
};

/// A value that is stored sealed, one per row, in a table with columns `id`, `version` and [`COLUMN`](Self::COLUMN).
pub trait SealedRecord: Serialize + DeserializeOwned {
    /// The table of its rows.
    const TABLE: &'static str;
    /// Its column.
    const COLUMN: &'static str = "sealed";
}

/// A row that belongs to somebody.
#[derive(Debug, Clone)]
pub struct OwnedRow {
    /// Whose it is. After a merge a person's page shows rows of both.
    pub subject: SubjectId,
    /// The row.
    pub row: Row,
}

impl std::ops::Deref for OwnedRow {
    type Target = Row;
    fn deref(&self) -> &Row {
        &self.row
    }
}

/// Whom a grant covers.
#[derive(Debug, Clone)]
pub(crate) struct Scope {
    /// Those who were asked for.
    pub(crate) primaries: Vec<SubjectId>,
    /// They, and those merged into them.
    pub(crate) covered: Vec<SubjectId>,
    /// Each who turned out to be somebody else, with who that is.
    pub(crate) merged: Vec<(SubjectId, SubjectId)>,
    pub(crate) resources: Vec<Resource>,
    pub(crate) basis: Basis,
}

pub(crate) enum Source<'visit> {
    Snapshot,
    Writing(Mutex<Transaction>),
    /// The transaction of a set, which whoever holds the set commits.
    Within(&'visit Mutex<Transaction>),
}

/// Leave to do one operation on one person's data. Made only by [`Visit::open`] and its kin.
///
/// What follows holds while compiling; the first of each pair shows that only the named thing is wrong with the second.
///
/// A grant cannot be copied, so that what was decided once is used once:
/// ```
/// fn keep<S: polku_desk::Subject>(grant: polku_desk::Granted<'_, S, polku_desk::Read>) {
///     let _one = grant;
/// }
/// ```
/// ```compile_fail,E0599
/// fn copy<S: polku_desk::Subject>(grant: polku_desk::Granted<'_, S, polku_desk::Read>) {
///     let _two = (grant.clone(), grant);
/// }
/// ```
/// A grant for looking changes nothing:
/// ```
/// # use polku_desk::{Client, Granted, Write, database::OwnedStatement, params};
/// async fn change(grant: &Granted<'_, Client, Write>, sql: OwnedStatement) {
///     drop(grant.execute(sql, params! {}).await);
/// }
/// ```
/// ```compile_fail,E0599
/// # use polku_desk::{Client, Granted, Read, database::OwnedStatement, params};
/// async fn change(grant: &Granted<'_, Client, Read>, sql: OwnedStatement) {
///     drop(grant.execute(sql, params! {}).await);
/// }
/// ```
/// A grant cannot be forged, and an id alone opens nothing:
/// ```compile_fail,E0451
/// # use polku_desk::{Client, Granted, Read, Visit};
/// fn forge<'v>(visit: &'v Visit, known: Granted<'v, Client, Read>) -> Granted<'v, Client, Read> {
///     Granted { visit, ..known }
/// }
/// ```
/// ```compile_fail,E0308
/// # use polku_desk::{SubjectId, Visit, database::OwnedStatement, params};
/// async fn bare(visit: &Visit, sql: OwnedStatement, _id: SubjectId) {
///     drop(visit.fetch(sql, params! {}).await);
/// }
/// ```
/// SQL on a person's rows names whose they are:
/// ```
/// polku_desk::statements! {
///     owned(Diary) WHOSE = "SELECT id FROM diary_entry WHERE register = :register AND subject = :subject";
/// }
/// # fn main() { let _ = WHOSE; }
/// ```
/// ```compile_fail,E0080
/// polku_desk::statements! {
///     owned(Diary) EVERYONES = "SELECT id FROM diary_entry WHERE register = :register";
/// }
/// # fn main() { let _ = EVERYONES; }
/// ```
#[must_use = "a grant that is not used was recorded for nothing"]
pub struct Granted<'visit, S, O> {
    pub(crate) visit: &'visit Visit,
    pub(crate) scope: Scope,
    pub(crate) source: Source<'visit>,
    pub(crate) kind: PhantomData<fn() -> (S, O)>,
}

impl<S, O> std::fmt::Debug for Granted<'_, S, O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Granted")
            .field("basis", &self.scope.basis)
            .finish_non_exhaustive()
    }
}

impl<'visit, S: Subject, O: Operation> Granted<'visit, S, O> {
    /// Whose data this opens.
    #[must_use]
    pub fn subject(&self) -> SubjectId {
        self.scope.primaries[0]
    }

    /// The ground that the desk found.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.scope.basis
    }

    /// Whether this kind of data is part of the grant: sections without it do not exist on the page.
    #[must_use]
    pub fn may(&self, resource: Resource) -> bool {
        self.scope.resources.contains(&resource)
    }

    /// The visit that this belongs to.
    #[must_use]
    pub fn visit(&self) -> &'visit Visit {
        self.visit
    }

    /// Reads the person's rows; `:register` and `:subject` are bound by the grant.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include this kind of data.
    pub async fn fetch(&self, statement: OwnedStatement, params: Params) -> Result<Vec<OwnedRow>> {
        self.check(statement)?;
        let mut rows = Vec::new();
        for subject in &self.scope.covered {
            let bound = self.bind(*subject, params.clone());
            let found = match &self.source {
                Source::Snapshot => self.visit.snapshot_fetch(statement.sql, &bound).await?,
                Source::Writing(transaction) => transaction.lock().await.fetch(statement.sql, &bound).await?,
                Source::Within(transaction) => transaction.lock().await.fetch(statement.sql, &bound).await?,
            };
            rows.extend(found.into_iter().map(|row| OwnedRow {
                subject: *subject,
                row,
            }));
        }
        Ok(rows)
    }

    /// Reads the one row that the statement names.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is none.
    pub async fn fetch_one(&self, statement: OwnedStatement, params: Params) -> Result<OwnedRow> {
        self.fetch(statement, params)
            .await?
            .into_iter()
            .next()
            .ok_or(DeskError::Hidden)
    }

    /// Opens the sealed value of a row.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the row is not as it was written.
    pub fn open<T: SealedRecord>(&self, row: &OwnedRow) -> Result<T> {
        if !self.scope.covered.contains(&row.subject) {
            return Err(DeskError::Hidden);
        }
        self.visit.open_record(row.subject, &row.row)
    }

    /// The person's identity, with the version that a change must name.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn identity(&self) -> Result<(Identity, i64)> {
        let rows = self.fetch(IDENTITY, params! {}).await?;
        let own = rows
            .iter()
            .find(|row| row.subject == self.subject())
            .ok_or(DeskError::Hidden)?;
        Ok((self.open(own)?, own.get("version")?))
    }

    fn bind(&self, subject: SubjectId, mut params: Params) -> Params {
        params.push(("register", self.visit.register().into()));
        params.push(("subject", subject.into()));
        params
    }

    fn check(&self, statement: OwnedStatement) -> Result<()> {
        if self.may(statement.resource) {
            Ok(())
        } else {
            Err(DeskError::Hidden)
        }
    }
}

impl<S: Subject, O: Looking> Granted<'_, S, O> {
    /// Notes in the entry of this look what was shown, when it is more than the route says.
    pub fn shown(&self, what: &serde_json::Value) {
        self.visit.add_detail(what);
    }
}

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

    /// Stores the person's identity anew. Whoever has the same code goes to the main user's list (A9).
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when it is no longer at the version that was seen.
    pub async fn save_identity(&mut self, identity: &Identity, seen: i64) -> Result<()> {
        let row = self
            .fetch(IDENTITY, params! {})
            .await?
            .into_iter()
            .find(|row| row.subject == self.subject())
            .ok_or(DeskError::Hidden)?;
        let id: uuid::Uuid = row.get("id")?;
        let codes = self.open::<Identity>(&row)?.codes;
        let sealed = self.seal(id, seen + 1, identity)?;
        let params = params! { "seen" => seen, "version" => seen + 1, "sealed" => sealed };
        self.execute_one(self.subject(), UPDATE_IDENTITY, params).await?;
        if codes != identity.codes {
            self.note_same_codes(identity).await?;
        }
        self.visit.identity_changed(self.subject(), identity.clone());
        Ok(())
    }

    async fn note_same_codes(&self, identity: &Identity) -> Result<()> {
        let same: Vec<Alike> = self
            .visit
            .all_alike(identity)
            .filter(|alike| {
                alike.likeness == Likeness::SameCode && !self.scope.covered.contains(&alike.subject)
            })
            .collect();
        let mut transaction = self.transaction().lock().await;
        self.visit
            .note_suspicions(&mut transaction, self.subject(), &same)
            .await
    }

    /// Tells that who may see this person changes with this write.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn access_changed(&self) -> Result<()> {
        super::raise_epoch(&mut *self.transaction().lock().await, self.visit.register()).await
    }

    /// Makes it durable together with its entry. `details` names what changed, never the values.
    ///
    /// # Errors
    /// When the database fails; then nothing happened. [`DeskError::Forbidden`] for [one of a set](GrantedSet::one),
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

/// Leave to do one operation on several people at once, all or none: a group's attendance.
#[derive(Debug)]
pub struct GrantedSet<'visit, S, O>(pub(crate) Granted<'visit, S, O>);

impl<S: Subject, O: Operation> GrantedSet<'_, S, O> {
    /// Whose data this opens, as they were asked for.
    #[must_use]
    pub fn subjects(&self) -> &[SubjectId] {
        &self.0.scope.primaries
    }

    /// Reads everyone's rows.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include this kind of data.
    pub async fn fetch(&self, statement: OwnedStatement, params: Params) -> Result<Vec<OwnedRow>> {
        self.0.fetch(statement, params).await
    }

    /// Whom a row is about: the person who was asked for, also when the row came by a merge.
    #[must_use]
    pub fn person(&self, row: &OwnedRow) -> SubjectId {
        self.person_of(row.subject)
    }

    /// Who somebody turned out to be; the same when they were never merged.
    #[must_use]
    pub fn person_of(&self, subject: SubjectId) -> SubjectId {
        let merged = &self.0.scope.merged;
        merged
            .iter()
            .find(|(absorbed, _)| *absorbed == subject)
            .map_or(subject, |(_, person)| *person)
    }

    /// The visit that this belongs to.
    #[must_use]
    pub fn visit(&self) -> &Visit {
        self.0.visit
    }

    /// Opens the sealed value of a row.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the row is not as it was written.
    pub fn open<T: SealedRecord>(&self, row: &OwnedRow) -> Result<T> {
        self.0.open(row)
    }

    /// Whether this kind of data is part of the grant.
    #[must_use]
    pub fn may(&self, resource: Resource) -> bool {
        self.0.may(resource)
    }
}

impl<S: Subject> GrantedSet<'_, S, Write> {
    /// One of them, for what is written about a single person: it writes in the set's transaction and is committed
    /// with the set, never by itself.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the person is not one of them.
    pub fn one(&self, subject: SubjectId) -> Result<Granted<'_, S, Write>> {
        let scope = &self.0.scope;
        if !scope.primaries.contains(&subject) {
            return Err(DeskError::Hidden);
        }
        let merged = scope.merged.iter().filter(|(_, person)| *person == subject);
        let merged: Vec<_> = merged.copied().collect();
        let absorbed = merged.iter().map(|(absorbed, _)| *absorbed);
        Ok(Granted {
            visit: self.0.visit,
            scope: Scope {
                primaries: vec![subject],
                covered: std::iter::once(subject).chain(absorbed).collect(),
                merged,
                resources: scope.resources.clone(),
                basis: scope.basis,
            },
            source: Source::Within(self.0.transaction()),
            kind: PhantomData,
        })
    }

    /// Seals a value for a row of one of them.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the owner is not one of them.
    pub fn seal_for<T: SealedRecord>(
        &self,
        owner: SubjectId,
        id: uuid::Uuid,
        version: i64,
        record: &T,
    ) -> Result<Vec<u8>> {
        self.0.seal_for(owner, id, version, record)
    }

    /// Changes rows of one of them.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the owner is not one of them.
    pub async fn execute_for(
        &self,
        owner: SubjectId,
        statement: OwnedStatement,
        params: Params,
    ) -> Result<u64> {
        self.0.execute_for(owner, statement, params).await
    }

    /// Makes it durable together with one entry that names all of them.
    ///
    /// # Errors
    /// When the database fails; then nothing happened.
    pub async fn commit(self, what: &str, details: serde_json::Value) -> Result<()> {
        self.0.commit(what, details).await
    }
}

crate::statements! {
    owned(Identity) IDENTITY = "SELECT id, version, sealed FROM identity WHERE register = :register AND subject = :subject";
    owned(Identity) INSERT_IDENTITY = "INSERT INTO identity (register, subject, id, version, sealed) \
        VALUES (:register, :subject, :id, :version, :sealed)";
    owned(Identity) UPDATE_IDENTITY = "UPDATE identity SET version = :version, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND version = :seen";
}
