//! Decisions about the register in the database. They are only ever inserted.

use jiff::civil::Date;
use polku_desk::{DeskError, Result, Row, Visit, params, statements};
use serde_json::json;
use uuid::Uuid;

use super::decision::{NewDecision, RegisterDecision};

statements! {
    /// All of them, the latest first.
    shared ALL = "SELECT d.id, d.kind, d.title, d.content, d.decided_by, d.power, d.decided_on, d.valid_from, \
        d.valid_until, d.heard_on, d.replaces, a.display_name AS recorder, d.recorded_at, n.id AS next, \
        n.valid_from AS next_from FROM register_decision d JOIN account a ON a.id = d.recorded_by \
        LEFT JOIN register_decision n ON n.register = d.register AND n.replaces = d.id \
        WHERE d.register = :register ORDER BY d.valid_from DESC, d.id DESC";
    /// One is entered.
    shared INSERT = "INSERT INTO register_decision (register, id, kind, title, content, decided_by, power, decided_on, \
        valid_from, valid_until, heard_on, replaces, recorded_by, recorded_at) VALUES (:register, :id, :kind, :title, \
        :content, :decided_by, :power, :decided_on, :valid_from, :valid_until, :heard_on, :replaces, :account, :now)";
}

/// All decisions, the latest first.
pub(super) async fn all(visit: &Visit) -> Result<Vec<RegisterDecision>> {
    visit.fetch(ALL, params! {}).await?.iter().map(read).collect()
}

/// One decision.
pub(super) async fn one(visit: &Visit, id: Uuid) -> Result<RegisterDecision> {
    let all = all(visit).await?;
    all.into_iter().find(|one| one.id == id).ok_or(DeskError::Hidden)
}

/// Enters a decision.
pub(super) async fn insert(visit: &Visit, id: Uuid, new: &NewDecision) -> Result<()> {
    let row = params! {
        "id" => id, "kind" => new.kind, "title" => &new.title, "content" => &new.content,
        "decided_by" => &new.decided_by, "power" => &new.power, "decided_on" => new.decided_on,
        "valid_from" => new.valid_from, "valid_until" => new.valid_until, "heard_on" => new.heard_on,
        "replaces" => new.replaces, "account" => visit.account(), "now" => visit.now(),
    };
    let changed = json!({ "decision": id, "kind": new.kind });
    visit
        .execute_all("register-decision-entered", changed, vec![(INSERT, row)])
        .await
}

fn read(row: &Row) -> Result<RegisterDecision> {
    let next: Option<Uuid> = row.get("next")?;
    let next_from: Option<Date> = row.get("next_from")?;
    let new = NewDecision {
        kind: row.state("kind")?,
        title: row.get("title")?,
        content: row.get("content")?,
        decided_by: row.get("decided_by")?,
        power: row.get("power")?,
        decided_on: row.get("decided_on")?,
        valid_from: row.get("valid_from")?,
        valid_until: row.get("valid_until")?,
        heard_on: row.get("heard_on")?,
        replaces: row.get("replaces")?,
    };
    Ok(RegisterDecision {
        id: row.get("id")?,
        kind: new.kind,
        new,
        replaced_by: next.zip(next_from),
        recorded_by: row.get("recorder")?,
        recorded_at: row.get("recorded_at")?,
    })
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// What was decided stays as it was: whoever adds a statement that changes or deletes it learns it here.
    #[test]
    fn no_statement_changes_what_was_decided_e7() {
        let touching: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| sql.contains("register_decision"))
            .collect();
        assert!(
            touching.len() >= 2,
            "the statements are in the list: {touching:?}"
        );
        for sql in touching {
            assert!(sql.starts_with("SELECT") || sql.starts_with("INSERT"), "{sql}");
        }
    }
}
