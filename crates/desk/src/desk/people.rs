//! The alphabetical list of people, and rows about those who are on a page of it.

use std::{collections::HashSet, sync::Arc};

use serde_json::json;
use uuid::Uuid;

use super::{Listed, OwnedRow, Visit, among};
use crate::{
    DeskError, Result, SubjectId,
    access::{Action, Resource, filter, filter_of_named},
    audit::scribe::Pending,
    database::{ListStatement, Params},
    lookup::{PeoplePage, Sight, Turn},
};

impl Visit {
    /// A page of the alphabetical list of those whom the visitor may see, and enters who was shown. `within` narrows it
    /// to the people whom a statement lists by their names' visibility; without it a role that sees the whole register
    /// pays for the page only, not for the register.
    ///
    /// # Errors
    /// [`DeskError::Stored`] when the route does not say that it lists names.
    pub async fn page_of_people(
        &self,
        turn: Turn,
        limit: usize,
        within: Option<(ListStatement, Params)>,
    ) -> Result<PeoplePage> {
        let epoch = self.snapshot_epoch().await?;
        let sight = match within {
            None => self.sight(Resource::Identity).await?,
            Some((statement, params)) => Sight::Among(Arc::new(self.narrowed(statement, params).await?)),
        };
        let page = self.desk.lookup.page(self.register(), turn, limit, &sight);
        self.note_list(
            Action::Read,
            Resource::Identity,
            page.subjects.iter().copied(),
            epoch,
        );
        Ok(page)
    }

    async fn narrowed(&self, statement: ListStatement, params: Params) -> Result<HashSet<Uuid>> {
        if statement.resource != Resource::Identity {
            return Err(DeskError::Stored("names are listed by the rules on names"));
        }
        let action = self.check_listed(statement)?;
        let sql = statement
            .sql
            .replace("{visible}", &filter(self.role(), action, statement.resource));
        let rows = self.snapshot_fetch(&sql, &self.bind_visitor(params)).await?;
        rows.iter().map(|row| row.get("subject")).collect()
    }

    /// Rows about people whom this visit has just found or listed: their groups, their periods. They are entered with
    /// that look, not as another one. A role without this kind of data gets none.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when somebody was not listed before.
    pub async fn rows_about(
        &self,
        statement: ListStatement,
        people: &[SubjectId],
        params: Params,
    ) -> Result<Listed<'_>> {
        let mut listed = self.rows_about_each(&[(statement, params)], people).await?;
        listed.pop().ok_or(DeskError::Stored("rows about people"))
    }

    /// The same for several statements, in one go. A role that lacks one of the kinds of data gets none of its rows.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when somebody was not listed before.
    pub async fn rows_about_each(
        &self,
        statements: &[(ListStatement, Params)],
        people: &[SubjectId],
    ) -> Result<Vec<Listed<'_>>> {
        let mut listed = Vec::with_capacity(statements.len());
        let mut asked: Vec<(String, Params)> = Vec::new();
        for (statement, params) in statements {
            let action = self.check_listed(*statement)?;
            listed.push(Listed {
                visit: self,
                rows: Vec::new(),
            });
            if people.is_empty() {
                continue;
            }
            self.amend_look(people, statement.resource)?;
            let visible = filter_of_named(self.role(), action, statement.resource);
            for (width, named) in among::parts(people) {
                let visible = format!("({visible} AND s.id IN ({}))", width.list());
                let sql = statement.sql.replace("{visible}", &visible);
                asked.push((
                    sql,
                    self.bind_visitor(params.iter().cloned().chain(named).collect()),
                ));
            }
        }
        let parts = asked.len() / statements.len().max(1);
        let asked: Vec<(&str, &Params)> = asked.iter().map(|(sql, params)| (sql.as_str(), params)).collect();
        for (place, rows) in self.snapshot_fetch_each(&asked).await?.into_iter().enumerate() {
            for row in rows {
                listed[place / parts].rows.push(OwnedRow {
                    subject: row.get("subject")?,
                    row,
                });
            }
        }
        Ok(listed)
    }

    /// Adds a kind of data to the entry of the look that showed these people.
    fn amend_look(&self, people: &[SubjectId], resource: Resource) -> Result<()> {
        let mut pending = self.pending.lock().expect("pending");
        let showed = |entry: &Pending| {
            let shown: HashSet<&SubjectId> = entry.record.subjects.iter().collect();
            people.iter().all(|subject| shown.contains(subject))
        };
        let Some(entry) = pending.iter_mut().rev().find(|entry| showed(entry)) else {
            // What was entered with a write stays as it is: this is another look.
            let durable = self.durable.lock().expect("durable");
            let mut again = durable
                .iter()
                .rev()
                .find(|entry| showed(entry))
                .cloned()
                .ok_or(DeskError::Hidden)?;
            again.record.details["data"] = json!([resource.name()]);
            for decided in &mut again.decided {
                decided.ask.resources.push(resource);
            }
            pending.push(again);
            return Ok(());
        };
        entry.name_kinds(&[json!(resource.name())]);
        for decided in &mut entry.decided {
            decided.ask.resources.push(resource);
        }
        Ok(())
    }

    /// The age of somebody whom this visit opened or listed, in full years today.
    #[must_use]
    pub fn age_of(&self, subject: SubjectId) -> Option<u8> {
        self.has_seen(subject)
            .then(|| self.desk.lookup.birth_date(self.register(), subject))
            .flatten()
            .and_then(|born| polku_values::dates::age_on(born, self.today()))
    }
}
