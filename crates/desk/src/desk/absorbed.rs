//! Rows of records that turned out to be somebody else's, in lists of the person's rows.
//!
//! A merge moves no row. A list that says `{visible_with_merged}` instead of `{visible}` shows the rows of absorbed
//! records too, under the name of the person who stayed. Whoever has no merged client pays nothing for it.

use super::Visit;
use crate::{
    Result, SubjectId,
    access::{Action, PRESENT, filter, filter_of_named},
    database::ListStatement,
    params,
};

/// Who a record turned out to be, at any depth: an expression on `m.id`.
const PERSON: &str = "(WITH RECURSIVE known_as (id, merged_into) AS (SELECT a.id, a.merged_into FROM subject a \
    WHERE a.register = :register AND a.id = m.id UNION SELECT b.id, b.merged_into FROM known_as k JOIN subject b \
    ON b.register = :register AND b.id = k.merged_into) SELECT k.id FROM known_as k WHERE k.merged_into IS NULL)";

impl Visit {
    /// The text of a list with the rules' filter in it.
    pub(super) async fn filtered(&self, statement: ListStatement, action: Action) -> Result<String> {
        let visible = filter(self.role(), action, statement.resource);
        if !statement.shows_merged() {
            return Ok(statement.sql.replace("{visible}", &visible));
        }
        let named = filter_of_named(self.role(), action, statement.resource);
        let absorbed = format!(
            "FROM subject m CROSS JOIN subject s WHERE m.register = :register AND m.merged_into IS NOT NULL \
             AND {} AND s.register = :register AND s.id = {PERSON} AND {named}",
            PRESENT.replace("s.staged_by", "m.staged_by")
        );
        let pairs = format!("SELECT m.id AS absorbed, s.id AS person {absorbed}");
        let rows = self
            .snapshot_fetch(&pairs, &self.bind_visitor(params! {}))
            .await?;
        let visible = if rows.is_empty() {
            visible
        } else {
            format!("({visible} OR s.id IN (SELECT m.id {absorbed}))")
        };
        let mut merged = self.merged.lock().expect("merged people");
        for row in rows {
            merged.insert(row.get("absorbed")?, row.get("person")?);
        }
        Ok(statement.sql.replace("{visible_with_merged}", &visible))
    }

    /// Who a listed row is about: the person that its record turned out to be.
    pub(super) fn person_of(&self, owner: SubjectId) -> SubjectId {
        let merged = self.merged.lock().expect("merged people");
        merged.get(&owner).copied().unwrap_or(owner)
    }
}
