//! The log as rows that can be checked without the database.

use polku_ledger::{Actor, Entry, Pseudonym, Subjects};

use crate::{DeskError, EntryId, RegisterId, Result, Row, database::Transaction, params};

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

/// The leaf of one entry, with everyone it concerns.
pub(crate) async fn leaf_of(
    transaction: &mut Transaction,
    register: RegisterId,
    id: EntryId,
    sequence: u64,
) -> Result<Entry> {
    let asked = params! { "register" => register, "id" => id };
    let row = transaction
        .fetch_one(ENTRY, &asked)
        .await?
        .ok_or(DeskError::Stored("audit entry"))?;
    let sql = "SELECT pseudonym FROM audit_pseudonym WHERE register = :register AND entry = :id";
    let pseudonyms = transaction.fetch(sql, &asked).await?;
    let subjects = pseudonyms
        .iter()
        .map(|row| row.get("pseudonym").map(Pseudonym))
        .collect::<Result<Subjects>>()?;
    entry_of(&row, subjects, sequence)
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
