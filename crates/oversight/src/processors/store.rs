//! Processors and systems in the database.

use polku_desk::{DeskError, Result, Row, Visit, database::Params, params, statements};
use polku_profile::Adequacy;
use serde_json::json;
use uuid::Uuid;

use super::processor::{Described, Processor};

statements! {
    /// All of them, by name.
    shared ALL = "SELECT p.id, p.version, p.kind, p.profile_key, p.name, p.purpose, p.data, p.run_by, p.country, \
        p.adequacy, p.safeguard, p.contract, p.contract_from, p.contract_until, p.ended_on, a.display_name AS author, \
        p.written_at FROM processor p JOIN account a ON a.id = p.written_by WHERE p.register = :register \
        ORDER BY p.kind, p.name, p.id";
    /// One is written.
    shared INSERT = "INSERT INTO processor (register, id, version, kind, profile_key, name, purpose, data, run_by, country, \
        adequacy, safeguard, contract, contract_from, contract_until, written_by, written_at) VALUES (:register, :id, 1, \
        :kind, :profile_key, :name, :purpose, :data, :run_by, :country, :adequacy, :safeguard, :contract, \
        :contract_from, :contract_until, :account, :now)";
    /// One is written anew.
    shared UPDATE = "UPDATE processor SET version = version + 1, kind = :kind, profile_key = :profile_key, name = :name, \
        purpose = :purpose, data = :data, run_by = :run_by, country = :country, adequacy = :adequacy, \
        safeguard = :safeguard, contract = :contract, contract_from = :contract_from, \
        contract_until = :contract_until, written_by = :account, written_at = :now WHERE register = :register \
        AND id = :id AND version = :seen AND ended_on IS NULL";
    /// One processes no more.
    shared END = "UPDATE processor SET version = version + 1, ended_on = :today WHERE register = :register AND id = :id \
        AND ended_on IS NULL";
}

/// All of them, by name.
pub(super) async fn all(visit: &Visit) -> Result<Vec<Processor>> {
    visit.fetch(ALL, params! {}).await?.iter().map(read).collect()
}

/// One.
pub(super) async fn one(visit: &Visit, id: Uuid) -> Result<Processor> {
    let all = all(visit).await?;
    all.into_iter().find(|one| one.id == id).ok_or(DeskError::Hidden)
}

/// Writes one.
pub(super) async fn insert(visit: &Visit, id: Uuid, described: &Described) -> Result<()> {
    let mut row = columns(visit, described);
    row.push(("id", id.into()));
    let changed = json!({ "processor": id });
    visit
        .execute_all("processor-written", changed, vec![(INSERT, row)])
        .await
}

/// Writes one anew.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody else wrote it since.
pub(super) async fn update(visit: &Visit, id: Uuid, seen: i64, described: &Described) -> Result<()> {
    let mut row = columns(visit, described);
    row.push(("id", id.into()));
    row.push(("seen", seen.into()));
    let changed = json!({ "processor": id });
    visit
        .execute_all("processor-written", changed, vec![(UPDATE, row)])
        .await
}

/// Ends one.
///
/// # Errors
/// [`DeskError::Conflict`] when it has ended already.
pub(super) async fn end(visit: &Visit, id: Uuid) -> Result<()> {
    let row = params! { "id" => id, "today" => visit.today() };
    let changed = json!({ "processor": id });
    visit
        .execute_all("processor-ended", changed, vec![(END, row)])
        .await
}

fn columns(visit: &Visit, described: &Described) -> Params {
    params! {
        "kind" => described.kind, "profile_key" => described.profile_key.clone(), "name" => &described.name,
        "purpose" => &described.purpose, "data" => &described.data, "run_by" => &described.run_by,
        "country" => &described.country, "adequacy" => described.adequacy.key(), "safeguard" => &described.safeguard,
        "contract" => &described.contract, "contract_from" => described.contract_from,
        "contract_until" => described.contract_until, "account" => visit.account(), "now" => visit.now(),
    }
}

fn read(row: &Row) -> Result<Processor> {
    let adequacy: String = row.get("adequacy")?;
    Ok(Processor {
        id: row.get("id")?,
        version: row.get("version")?,
        described: Described {
            kind: row.state("kind")?,
            profile_key: row.get("profile_key")?,
            name: row.get("name")?,
            purpose: row.get("purpose")?,
            data: row.get("data")?,
            run_by: row.get("run_by")?,
            country: row.get("country")?,
            adequacy: Adequacy::from_key(&adequacy).ok_or(DeskError::Stored("adequacy"))?,
            safeguard: row.get("safeguard")?,
            contract: row.get("contract")?,
            contract_from: row.get("contract_from")?,
            contract_until: row.get("contract_until")?,
        },
        ended_on: row.get("ended_on")?,
        written_by: row.get("author")?,
        written_at: row.get("written_at")?,
    })
}
