//! Decisions in the database. What was decided is only ever inserted; that the client was told is entered beside it.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Operation, OwnedRow, Result, Write, params, statements};
use uuid::Uuid;

use super::decision::{Decision, NewDecision, Notice};

/// Decisions with whoever entered them and the one that took their place.
macro_rules! decisions_of {
    ($rest:literal) => {
        concat!(
            "SELECT d.id, d.version, d.decided_on, d.notified_by, d.notified_on, d.replaces, d.written_at, \
             a.display_name AS author, n.id AS next, d.sealed FROM decision d JOIN account a ON a.id = d.account \
             LEFT JOIN decision n ON n.register = d.register AND n.subject = d.subject AND n.replaces = d.id \
             WHERE d.register = :register AND d.subject = :subject",
            $rest
        )
    };
}

statements! {
    /// All of them.
    owned(Decisions) ALL = decisions_of!("");
    /// One of them.
    owned(Decisions) ONE = decisions_of!(" AND d.id = :id");
    /// A decision is entered.
    owned(Decisions) INSERT = "INSERT INTO decision (register, subject, id, version, decided_on, replaces, account, \
        written_at, sealed) VALUES (:register, :subject, :id, 1, :decided_on, :replaces, :account, :now, :sealed)";
    /// The client was told.
    owned(Decisions) NOTIFY = "UPDATE decision SET notified_by = :by, notified_on = :on WHERE register = :register \
        AND subject = :subject AND id = :id AND notified_on IS NULL";
}

/// All of the client's decisions, the latest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Decision>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut found = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|one| std::cmp::Reverse((one.decided_on, one.id)));
    Ok(found)
}

/// One decision of the client.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Decision> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    read(grant, &row)
}

/// Enters a decision; answers its id. One that replaces another lies beside it, also after a merge.
pub(crate) async fn insert(
    grant: &Granted<'_, Client, Write>,
    new: &NewDecision,
    replaced: Option<&Decision>,
) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let owner = replaced.map_or(grant.subject(), |replaced| replaced.owner);
    let row = params! {
        "id" => id, "decided_on" => new.decided_on, "replaces" => new.replaces, "account" => visit.account(),
        "now" => visit.now(), "sealed" => grant.seal_for(owner, id, 1, &new.words)?,
    };
    grant.execute_for(owner, INSERT, row).await?;
    Ok(id)
}

/// Enters that the client was told.
///
/// # Errors
/// [`polku_desk::DeskError::Conflict`] when it was entered already.
pub(super) async fn notify(
    grant: &Granted<'_, Client, Write>,
    decision: &Decision,
    notice: Notice,
) -> Result<()> {
    let row = params! { "id" => decision.id, "by" => notice.by, "on" => notice.on };
    grant.execute_one(decision.owner, NOTIFY, row).await
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Decision> {
    let told: Option<String> = row.get("notified_by")?;
    let on: Option<Date> = row.get("notified_on")?;
    let notice = match (told, on) {
        (Some(_), Some(on)) => Some(Notice {
            by: row.state("notified_by")?,
            on,
        }),
        _ => None,
    };
    Ok(Decision {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        decided_on: row.get("decided_on")?,
        words: grant.open(row)?,
        notice,
        replaces: row.get("replaces")?,
        replaced_by: row.get("next")?,
        author: row.get("author")?,
        written_at: row.get("written_at")?,
    })
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// What was decided stays as it was: whoever adds a statement that changes or deletes it learns it here.
    #[test]
    fn no_statement_changes_what_was_decided() {
        let touching: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| sql.contains(" decision "))
            .collect();
        assert!(
            touching.len() >= 3,
            "the statements are in the list: {touching:?}"
        );
        for sql in touching {
            let only_adds = sql.starts_with("SELECT") || sql.starts_with("INSERT INTO decision");
            let only_tells = sql.starts_with("UPDATE decision SET notified_by") && !sql.contains("sealed");
            assert!(only_adds || only_tells, "{sql}");
        }
    }
}
