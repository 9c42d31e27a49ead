//! One entry of the log.

use jiff::Timestamp;
use polku_ledger::leaf::{Pseudonym, details_commitment};

use crate::{
    Entropy, EntryId, RegisterId, Result, SubjectId,
    access::{Action, Basis, Denial, Purpose},
    clock::date_in_finland,
    database::Transaction,
    params,
    sealing::KeyRing,
};

/// How an ask ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Allowed,
    /// Not done, and why.
    Denied(Denial),
}

impl Outcome {
    /// The stored name.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Allowed => "allowed".to_owned(),
            Self::Denied(denial) => format!("denied:{denial}"),
        }
    }
}

/// What an entry tells, before it is written.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) register: RegisterId,
    pub(crate) at: Timestamp,
    /// `account:<id>` or `system:<name>`.
    pub(crate) actor: String,
    pub(crate) action: Action,
    pub(crate) purpose: Purpose,
    pub(crate) basis: Basis,
    pub(crate) outcome: Outcome,
    pub(crate) subjects: Vec<SubjectId>,
    /// What exactly: the route, the kinds of data, the names of changed fields. Sealed.
    pub(crate) details: serde_json::Value,
}

/// The place that an entry's details are sealed for.
pub(crate) fn details_place(register: RegisterId, entry: EntryId) -> Vec<u8> {
    format!("{}|audit_entry|details|{entry}", register.0).into_bytes()
}

/// Writes an entry in the given transaction; it counts when that commits.
pub(crate) async fn write(
    transaction: &mut Transaction,
    ring: &KeyRing,
    entropy: &dyn Entropy,
    id: EntryId,
    record: &Record,
) -> Result<()> {
    let register = record.register;
    let year = date_in_finland(record.at).year();
    let key = ring.audit_year(register, year, entropy).await?;
    let mut salt = [0_u8; 32];
    entropy.fill(&mut salt);
    let details = serde_json::to_vec(&record.details)?;
    let commitment = details_commitment(&salt, &details);
    let sealed = key.seal(
        &details_place(register, id),
        &[salt.as_slice(), &details].concat(),
        entropy,
    );
    let entry = params! {
        "register" => register, "id" => id, "at" => record.at, "actor" => &record.actor,
        "action" => record.action, "purpose" => record.purpose, "basis" => record.basis,
        "outcome" => record.outcome.name(), "commitment" => commitment, "details" => sealed,
    };
    transaction
        .execute(
            "INSERT INTO audit_entry (register, id, at, actor, action, purpose, basis, outcome, commitment, details_sealed) \
             VALUES (:register, :id, :at, :actor, :action, :purpose, :basis, :outcome, :commitment, :details)",
            &entry,
        )
        .await?;
    let mut pseudonyms: Vec<[u8; 16]> = record
        .subjects
        .iter()
        .map(|subject| pseudonym(key.bytes(), register, *subject))
        .collect();
    pseudonyms.sort_unstable();
    pseudonyms.dedup();
    for pseudonym in pseudonyms {
        let row = params! { "register" => register, "entry" => id, "pseudonym" => pseudonym };
        transaction
            .execute("INSERT INTO audit_pseudonym (register, entry, pseudonym) VALUES (:register, :entry, :pseudonym)", &row)
            .await?;
    }
    Ok(())
}

/// How a person is called in one year's log: nothing without that year's key.
pub(crate) fn pseudonym(year_key: &[u8; 32], register: RegisterId, subject: SubjectId) -> [u8; 16] {
    Pseudonym::of(year_key, &register.0.to_string(), subject.0.as_bytes()).0
}
