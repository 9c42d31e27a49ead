//! The log as rows that can be checked without the database.

use polku_ledger::{Actor, Entry, Pseudonym, Subjects};

use crate::{
    DeskError, EntryId, RegisterId, Result, Row,
    database::{Params, Transaction},
    params,
};

/// What a witness needs to check a register's log offline: no key of a person, no name.
#[derive(Debug, Clone)]
pub struct AuditExport {
    /// The rows in order.
    pub rows: Vec<polku_ledger::Row>,
    /// The signed checkpoints in order.
    pub checkpoints: Vec<String>,
    /// The key that checks their signatures.
    pub verifier: String,
}

const ENTRY: &str = "SELECT at, actor, action, purpose, basis, outcome, commitment FROM audit_entry \
    WHERE register = :register AND id = :id";

const PSEUDONYMS: &str = "SELECT pseudonym FROM audit_pseudonym WHERE register = :register AND entry = :id";

/// The leaf of one entry, with everyone it concerns.
pub(crate) async fn leaf_of(
    transaction: &mut Transaction,
    register: RegisterId,
    id: EntryId,
    sequence: u64,
) -> Result<Entry> {
    let leaves = leaves_of(transaction, register, &[id], sequence).await?;
    leaves.into_iter().next().ok_or(DeskError::Stored("audit entry"))
}

/// The leaves of some entries, the first of which has this place.
pub(crate) async fn leaves_of(
    transaction: &mut Transaction,
    register: RegisterId,
    ids: &[EntryId],
    first: u64,
) -> Result<Vec<Entry>> {
    let asked: Vec<Params> = ids
        .iter()
        .map(|id| params! { "register" => register, "id" => *id })
        .collect();
    let entries = transaction.fetch_same(ENTRY, &asked).await?;
    let pseudonyms = transaction.fetch_same(PSEUDONYMS, &asked).await?;
    let leaf = |(sequence, (entry, pseudonyms)): (u64, (&Vec<Row>, &Vec<Row>))| {
        let row = entry.first().ok_or(DeskError::Stored("audit entry"))?;
        let subjects = pseudonyms
            .iter()
            .map(|row| row.get("pseudonym").map(Pseudonym))
            .collect::<Result<Subjects>>()?;
        entry_of(row, subjects, sequence)
    };
    (first..).zip(entries.iter().zip(&pseudonyms)).map(leaf).collect()
}

fn entry_of(row: &Row, subjects: Subjects, sequence: u64) -> Result<Entry> {
    Ok(Entry {
        sequence,
        time: row.get("at")?,
        actor: actor(&row.get::<String>("actor")?)?,
        subjects,
        action: row.get("action")?,
        purpose: row.get("purpose")?,
        basis: row.get("basis")?,
        outcome: row.get("outcome")?,
        details_commitment: row.get("commitment")?,
    })
}

fn actor(stored: &str) -> Result<Actor> {
    let unknown = DeskError::Stored("actor");
    match stored.split_once(':') {
        Some(("account", id)) => id.parse().map(Actor::Account).map_err(|_| unknown),
        Some(("system", part)) => Ok(Actor::System(part.to_owned())),
        _ => Err(unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Database;

    /// The tree grows by an entry at the price of that entry, not of the whole log.
    #[tokio::test]
    async fn an_entry_is_found_by_its_id_and_its_people_by_the_entry() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("polku.db").display());
        let database = Database::open(&url).await.expect("a database");
        for sql in [ENTRY, PSEUDONYMS] {
            let plan = database.plan(sql).await.expect("a plan");
            let names_the_entry = plan
                .iter()
                .all(|step| step.contains("id=?") || step.contains("entry=?"));
            assert!(names_the_entry && !plan.is_empty(), "{sql}: {plan:?}");
        }
    }
}
