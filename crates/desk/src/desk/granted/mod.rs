//! What the desk hands over: a person's rows, and no others.
//!
//! A [`Granted`] reads here, changes things in [`writing`], and several people at once are a [`GrantedSet`].

mod ahead;
mod freezing;
mod identity;
mod record;
mod scope;
mod set;
mod writing;

use std::marker::PhantomData;

pub(crate) use ahead::Ahead;
pub(super) use identity::INSERT_IDENTITY;
pub use record::{OwnedRow, SealedRecord};
pub(crate) use scope::{Scope, Source};
pub use set::GrantedSet;

use super::{
    Subject, Visit,
    operation::{Looking, Operation},
};
use crate::{
    DeskError, Result, Row, SubjectId,
    access::{Action, Basis, Resource, rules::conditions},
    database::{OwnedStatement, Params},
};

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
    pub(crate) ahead: Ahead,
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

    /// Whether the ground of this grant lets the visitor do something else to this person as well: pages show no button
    /// that answers with nothing.
    #[must_use]
    pub fn may_also(&self, action: Action, resource: Resource) -> bool {
        let role = self.visit.role();
        conditions(role, action, resource).any(|condition| condition.basis(role) == self.scope.basis)
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
        if let Some(rows) = self.ahead.of(statement, &params) {
            return Ok(rows);
        }
        let asked: Vec<Params> = self
            .scope
            .covered
            .iter()
            .map(|subject| self.bind(*subject, params.clone()))
            .collect();
        let found = match &self.source {
            Source::Snapshot => self.visit.snapshot_fetch_same(statement.sql, &asked).await?,
            Source::Writing(transaction) => {
                transaction.lock().await.fetch_same(statement.sql, &asked).await?
            }
            Source::Within(transaction) => transaction.lock().await.fetch_same(statement.sql, &asked).await?,
        };
        Ok(self.owned(found))
    }

    /// The rows of everyone covered, each person's after the other's.
    fn owned(&self, found: Vec<Vec<Row>>) -> Vec<OwnedRow> {
        let of = |(subject, rows): (&SubjectId, Vec<Row>)| {
            let subject = *subject;
            rows.into_iter().map(move |row| OwnedRow { subject, row })
        };
        self.scope.covered.iter().zip(found).flat_map(of).collect()
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
        if self.visit.has_written(&self.scope) {
            // The entry of the write does not tell this. No epoch is the register's, so the ground is looked at again.
            let ask = self.visit.ask(O::ACTION, self.scope.resources.clone());
            self.visit.note_look(O::ACTION, &self.scope, i64::MIN, ask);
        }
        self.visit.add_detail(what);
    }
}
