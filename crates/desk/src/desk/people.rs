//! The alphabetical list of people, and rows about those who are on a page of it.

use std::collections::HashSet;

use serde_json::json;
use uuid::Uuid;

use super::{Listed, OwnedRow, Visit};
use crate::{
    DeskError, Result, SubjectId,
    access::{Action, Resource, filter, filter_of_named},
    audit::scribe::Pending,
    database::{ListStatement, Params},
    lookup::{PeoplePage, Sight, Turn},
};

/// The parameters that name people in a list's filter. A statement keeps one text however many there are.
const AMONG: [&str; 50] = [
    "among_0", "among_1", "among_2", "among_3", "among_4", "among_5", "among_6", "among_7", "among_8",
    "among_9", "among_10", "among_11", "among_12", "among_13", "among_14", "among_15", "among_16",
    "among_17", "among_18", "among_19", "among_20", "among_21", "among_22", "among_23", "among_24",
    "among_25", "among_26", "among_27", "among_28", "among_29", "among_30", "among_31", "among_32",
    "among_33", "among_34", "among_35", "among_36", "among_37", "among_38", "among_39", "among_40",
    "among_41", "among_42", "among_43", "among_44", "among_45", "among_46", "among_47", "among_48",
    "among_49",
];

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
            Some((statement, params)) => Sight::Among(self.narrowed(statement, params).await?),
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
        let action = self.check_listed(statement)?;
        if people.is_empty() {
            return Ok(Listed {
                visit: self,
                rows: Vec::new(),
            });
        }
        self.amend_look(people, statement.resource)?;
        let visible = filter_of_named(self.role(), action, statement.resource);
        let names: Vec<String> = AMONG.iter().map(|name| format!(":{name}")).collect();
        let visible = format!("({visible} AND s.id IN ({}))", names.join(", "));
        let sql = statement.sql.replace("{visible}", &visible);
        let mut rows = Vec::new();
        for part in people.chunks(AMONG.len()) {
            let ids = part
                .iter()
                .map(|subject| subject.0)
                .chain(std::iter::repeat(Uuid::nil()));
            let among = AMONG.into_iter().zip(ids).map(|(name, id)| (name, id.into()));
            let asked = self.bind_visitor(params.iter().cloned().chain(among).collect());
            for row in self.snapshot_fetch(&sql, &asked).await? {
                rows.push(OwnedRow {
                    subject: row.get("subject")?,
                    row,
                });
            }
        }
        Ok(Listed { visit: self, rows })
    }

    /// Adds a kind of data to the entry of the look that showed these people.
    fn amend_look(&self, people: &[SubjectId], resource: Resource) -> Result<()> {
        let mut pending = self.pending.lock().expect("pending");
        let showed = |entry: &Pending| {
            let shown: HashSet<&SubjectId> = entry.record.subjects.iter().collect();
            people.iter().all(|subject| shown.contains(subject))
        };
        let Some(entry) = pending.iter_mut().rev().find(|entry| showed(entry)) else {
            return Err(DeskError::Hidden);
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
