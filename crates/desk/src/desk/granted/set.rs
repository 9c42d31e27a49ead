//! Several people at once.

use std::marker::PhantomData;

use super::{Ahead, Granted, OwnedRow, Scope, SealedRecord, Source};
use crate::{
    DeskError, Result, SubjectId,
    access::Resource,
    database::{OwnedStatement, Params},
    desk::{Operation, Subject, Visit, Write},
};

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
            ahead: Ahead::default(),
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

    /// Changes rows of several of them, one statement after the other in one go; answers how many rows each changed.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when an owner is not one of them.
    pub async fn execute_each(&self, changes: Vec<(SubjectId, OwnedStatement, Params)>) -> Result<Vec<u64>> {
        self.0.execute_each(changes).await
    }

    /// Makes it durable together with one entry that names all of them.
    ///
    /// # Errors
    /// When the database fails; then nothing happened.
    pub async fn commit(self, what: &str, details: serde_json::Value) -> Result<()> {
        self.0.commit(what, details).await
    }
}
