//! Lists: the same rules as an SQL filter, and one entry for all who were shown.

use std::collections::HashSet;

use super::{GrantedSet, Looking, OwnedRow, SealedRecord, Subject, Visit, granted::Scope};
use crate::{
    DeskError, Result, Row, SubjectId,
    access::{Action, Basis, Purpose, Resource, filter},
    audit::scribe::About,
    database::{ListStatement, Params},
    lookup::Found,
    params,
};

/// Rows of the people that the visitor may see.
#[derive(Debug)]
pub struct Listed<'visit> {
    pub(super) visit: &'visit Visit,
    /// The rows; each knows whose it is.
    pub rows: Vec<OwnedRow>,
}

/// Rows that a search chose.
#[derive(Debug)]
pub struct Searched<'visit> {
    /// Them.
    pub listed: Listed<'visit>,
    /// The last row that was looked at, chosen or not: from it the search goes on. None when there was none.
    pub last: Option<Row>,
}

impl Listed<'_> {
    /// Opens the sealed value of a row.
    ///
    /// # Errors
    /// [`DeskError::Seal`] when the row is not as it was written.
    pub fn open<T: SealedRecord>(&self, row: &OwnedRow) -> Result<T> {
        self.visit.open_record(row.subject, &row.row)
    }

    /// Notes in the entry of this look what was shown of everyone, when it is more than the route says.
    pub fn shown(&self, what: &serde_json::Value) {
        self.visit.add_detail(what);
    }

    /// Whom a row is about: the person that its record turned out to be, when it was merged.
    #[must_use]
    pub fn person(&self, row: &OwnedRow) -> SubjectId {
        self.visit.person_of(row.subject)
    }

    /// The name of a row's person.
    #[must_use]
    pub fn name(&self, row: &OwnedRow) -> String {
        self.visit.name_of(self.person(row)).unwrap_or_default()
    }
}

impl Visit {
    /// Lists rows. The statement selects a column `subject`; `:register`, `:account`, `:today` and `:now` are bound.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when the route does not say that it touches this kind of data.
    pub async fn list(&self, statement: ListStatement, params: Params) -> Result<Listed<'_>> {
        let action = self.check_listed(statement)?;
        let sql = self.filtered(statement, action).await?;
        let epoch = self.snapshot_epoch().await?;
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params)).await?;
        let rows: Vec<OwnedRow> = rows
            .into_iter()
            .map(|row| {
                Ok(OwnedRow {
                    subject: row.get("subject")?,
                    row,
                })
            })
            .collect::<Result<_>>()?;
        self.note_list(
            action,
            statement.resource,
            rows.iter().map(|row| self.person_of(row.subject)),
            epoch,
        );
        Ok(Listed { visit: self, rows })
    }

    /// Looks through sealed values of the people whom the visitor may see, in memory, and shows those rows that are
    /// chosen: only they are entered as a look. The statement bounds how many are looked through.
    ///
    /// # Errors
    /// As [`Visit::list`]; [`DeskError::Seal`] when a row is not as it was written.
    pub async fn search<T: SealedRecord>(
        &self,
        statement: ListStatement,
        params: Params,
        mut choose: impl FnMut(&OwnedRow, T) -> bool + Send,
    ) -> Result<Searched<'_>> {
        /// After so many values others get their turn: opening them is work for the processor.
        const TURN: usize = 20;
        let action = self.check_listed(statement)?;
        let sql = self.filtered(statement, action).await?;
        let epoch = self.snapshot_epoch().await?;
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params)).await?;
        let last = rows.last().cloned();
        let mut chosen = Vec::new();
        for (number, row) in rows.into_iter().enumerate() {
            if number % TURN == TURN - 1 {
                tokio::task::yield_now().await;
            }
            let row = OwnedRow {
                subject: row.get("subject")?,
                row,
            };
            let value: T = self.open_record(row.subject, &row.row)?;
            if choose(&row, value) {
                chosen.push(row);
            }
        }
        if !chosen.is_empty() {
            let shown = chosen.iter().map(|row| self.person_of(row.subject));
            self.note_list(action, statement.resource, shown, epoch);
        }
        let listed = Listed {
            visit: self,
            rows: chosen,
        };
        Ok(Searched { listed, last })
    }

    /// Refuses what the route does not say that it lists; answers what listing is called in the log.
    pub(super) fn check_listed(&self, statement: ListStatement) -> Result<Action> {
        let (action, resources) = self
            .spec
            .touches
            .ok_or(DeskError::Stored("the route touches nobody"))?;
        if !resources.contains(&statement.resource) {
            return Err(DeskError::Stored("the route does not say that it lists this"));
        }
        Ok(if action == Action::Export {
            Action::Export
        } else {
            Action::Read
        })
    }

    /// How many people the visitor may see: a number, which shows nobody.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_visible(&self, resource: Resource) -> Result<i64> {
        let sql = format!(
            "SELECT COUNT(*) AS number FROM subject s WHERE s.register = :register AND {}",
            filter(self.role(), Action::Read, resource)
        );
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params! {})).await?;
        rows.first().map_or(Ok(0), |row| row.get("number"))
    }

    /// A number over rows of the people that the visitor may see, selected as `number`. It shows nobody, so no look is
    /// entered.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when the route does not say that it touches this kind of data.
    pub async fn count(&self, statement: ListStatement, params: Params) -> Result<i64> {
        let action = self.check_listed(statement)?;
        let sql = self.filtered(statement, action).await?;
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params)).await?;
        rows.first().map_or(Ok(0), |row| row.get("number"))
    }

    /// Finds people by what was typed, among those that the visitor may see, and enters who was shown.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find(&self, text: &str, limit: usize) -> Result<Vec<Found>> {
        let epoch = self.snapshot_epoch().await?;
        let sight = self.sight(Resource::Identity).await?;
        let found = self.desk.lookup.find(self.register(), text, limit, &sight);
        self.note_list(
            Action::Read,
            Resource::Identity,
            found.iter().map(|found| found.subject),
            epoch,
        );
        Ok(found)
    }

    pub(super) fn bind_visitor(&self, mut params: Params) -> Params {
        params.push(("register", self.register().into()));
        params.push(("account", self.account().into()));
        params.push(("today", self.today().into()));
        params.push(("now", self.now().into()));
        params
    }

    /// One entry for a whole answer, however many lists it shows. Its decisions are the filter's; the ground is that of
    /// the role's rule.
    pub(crate) fn note_list(
        &self,
        action: Action,
        resource: Resource,
        shown: impl Iterator<Item = SubjectId>,
        epoch: i64,
    ) {
        let subjects: Vec<SubjectId> = shown.collect::<HashSet<_>>().into_iter().collect();
        let basis = match Purpose::of_role(self.role()) {
            Purpose::Coaching => Basis::CareRelationship,
            Purpose::Steering => Basis::ServiceManagement,
            Purpose::DataProtection => Basis::OversightDuty,
            Purpose::JointService => Basis::Consent,
            _ => Basis::RegisterDuty,
        };
        let scope = Scope {
            primaries: subjects.clone(),
            covered: subjects,
            merged: Vec::new(),
            resources: vec![resource],
            basis,
        };
        let ask = self.ask(action, vec![resource]);
        let look = self.look(action, &scope, epoch, ask, About::Listed);
        let mut pending = self.pending.lock().expect("pending");
        match pending
            .iter_mut()
            .find(|earlier| earlier.about == About::Listed && earlier.record.action == action)
        {
            Some(earlier) => earlier.take_in(look),
            None => pending.push(look),
        }
    }

    /// How many of what: rows of numbers, one a group or a kind, about the people whom the visitor may see. Numbers
    /// show nobody, so nothing is entered; a statement that selects `subject` is refused.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when the route does not say that it touches this kind of data.
    pub async fn numbers(&self, statement: ListStatement, params: Params) -> Result<Vec<Row>> {
        let action = self.check_listed(statement)?;
        let sql = self.filtered(statement, action).await?;
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params)).await?;
        if rows
            .first()
            .is_some_and(|row| row.names().iter().any(|name| name == "subject"))
        {
            return Err(DeskError::Stored("numbers do not say whose they are"));
        }
        Ok(rows)
    }

    /// Opens all whom a list names, with one decision and one entry for all: a group's attendance.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when the route does not say that it touches this kind of data.
    pub async fn open_listed<S: Subject, O: Looking>(
        &self,
        statement: ListStatement,
        params: Params,
    ) -> Result<GrantedSet<'_, S, O>> {
        let action = self.check_listed(statement)?;
        let sql = self.filtered(statement, action).await?;
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params)).await?;
        let subjects: Vec<SubjectId> = rows.iter().map(|row| row.get("subject")).collect::<Result<_>>()?;
        self.open_set(&subjects).await
    }

    /// People whom this visit opened or listed, in the alphabetical order of their names.
    #[must_use]
    pub fn in_order(&self, people: impl IntoIterator<Item = SubjectId>) -> Vec<SubjectId> {
        let seen = people.into_iter().filter(|subject| self.has_seen(*subject));
        self.desk.lookup.in_order(self.register(), seen)
    }
}
