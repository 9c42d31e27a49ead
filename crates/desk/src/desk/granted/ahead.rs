//! Rows that were read ahead, together: a page asks for them one by one.

use std::sync::Mutex;

use super::{Granted, OwnedRow, Source, identity::IDENTITY};
use crate::{
    Result,
    database::{OwnedStatement, Params},
    desk::operation::Operation,
    desk::subject::Subject,
};

/// What was read ahead: a statement, what it was given, and its rows.
#[derive(Debug, Default)]
pub(crate) struct Ahead(Mutex<Vec<(&'static str, Params, Vec<OwnedRow>)>>);

impl Ahead {
    pub(super) fn of(&self, statement: OwnedStatement, params: &Params) -> Option<Vec<OwnedRow>> {
        let known = self.0.lock().expect("rows read ahead");
        let found = known
            .iter()
            .find(|(sql, given, _)| *sql == statement.sql && given == params);
        found.map(|(.., rows)| rows.clone())
    }
}

impl<S: Subject, O: Operation> Granted<'_, S, O> {
    /// Reads what will be asked for, in one go: [`fetch`](Self::fetch) with the same statement and the same parameters
    /// then answers from it. It is all of one moment anyway, so this changes how long an answer takes and nothing else.
    /// What the grant does not include is left out; a grant that writes reads nothing ahead.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read_ahead(&self, asked: Vec<(OwnedStatement, Params)>) -> Result<()> {
        if !matches!(self.source, Source::Snapshot) {
            return Ok(());
        }
        // Whoever opens somebody's data begins with who they are.
        let asked: Vec<_> = std::iter::once((IDENTITY, Params::new()))
            .chain(asked)
            .filter(|(statement, _)| self.may(statement.resource))
            .collect();
        let each = asked.iter().flat_map(|(statement, params)| {
            let bound = |subject| (statement.sql, self.bind(subject, params.clone()));
            self.scope.covered.iter().copied().map(bound)
        });
        let each: Vec<(&str, Params)> = each.collect();
        let mut found = self.visit.snapshot_fetch_each(&each).await?.into_iter();
        let people = self.scope.covered.len();
        let rows = asked.into_iter().map(|(statement, params)| {
            let of_all = found.by_ref().take(people).collect();
            (statement.sql, params, self.owned(of_all))
        });
        let rows: Vec<_> = rows.collect();
        self.ahead.0.lock().expect("rows read ahead").extend(rows);
        Ok(())
    }
}
