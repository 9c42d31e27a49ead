//! One entry of the log.

use jiff::Timestamp;
use polku_ledger::leaf::{Pseudonym, details_commitment};

use crate::{
    Entropy, EntryId, RegisterId, Result, SubjectId, Value,
    access::{Action, Basis, Denial, Purpose},
    clock::date_in_finland,
    database::{Params, Transaction},
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
    let mut pseudonyms: Vec<[u8; 16]> = record
        .subjects
        .iter()
        .map(|subject| pseudonym(key.bytes(), register, *subject))
        .collect();
    pseudonyms.sort_unstable();
    pseudonyms.dedup();
    transaction.put(INSERT, entry).await?;
    for some in pseudonyms.chunks(MOST_NAMED) {
        let (sql, row) = named(register, id, some);
        transaction.put(sql, row).await?;
    }
    Ok(())
}

const INSERT: &str = "INSERT INTO audit_entry (register, id, at, actor, action, purpose, basis, outcome, commitment, \
    details_sealed) VALUES (:register, :id, :at, :actor, :action, :purpose, :basis, :outcome, :commitment, :details)";

/// The people of an entry in one statement. It names as many as there are places, and places may stay empty, so that few
/// texts are prepared.
macro_rules! name {
    ($($place:literal),+) => {
        (
            concat!(
                "INSERT INTO audit_pseudonym (register, entry, pseudonym) \
                 SELECT :register, :entry, v.column1 FROM (VALUES ",
                name!(@list $($place),+),
                ") AS v WHERE v.column1 IS NOT NULL"
            ),
            &[$($place),+],
        )
    };
    (@list $first:literal $(, $place:literal)*) => { concat!("(:", $first, ")" $(, ", (:", $place, ")")*) };
}

const ONE: (&str, &[&str]) = (
    "INSERT INTO audit_pseudonym (register, entry, pseudonym) VALUES (:register, :entry, :p0)",
    &["p0"],
);
const FEW: (&str, &[&str]) = name!("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7");
const MANY: (&str, &[&str]) = name!(
    "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", "p15",
    "p16", "p17", "p18", "p19", "p20", "p21", "p22", "p23", "p24", "p25", "p26", "p27", "p28", "p29", "p30",
    "p31", "p32", "p33", "p34", "p35", "p36", "p37", "p38", "p39"
);
/// As many as one statement names.
const MOST_NAMED: usize = MANY.1.len();

fn named(register: RegisterId, entry: EntryId, pseudonyms: &[[u8; 16]]) -> (&'static str, Params) {
    let (sql, places) = match pseudonyms.len() {
        ..=1 => ONE,
        few if few <= FEW.1.len() => FEW,
        _ => MANY,
    };
    let mut row = params! { "register" => register, "entry" => entry };
    let named = pseudonyms.iter().map(|pseudonym| Value::from(*pseudonym));
    row.extend(
        places
            .iter()
            .copied()
            .zip(named.chain(std::iter::repeat(Value::Blob(None)))),
    );
    (sql, row)
}

/// How a person is called in one year's log: nothing without that year's key.
pub(crate) fn pseudonym(year_key: &[u8; 32], register: RegisterId, subject: SubjectId) -> [u8; 16] {
    Pseudonym::of(year_key, &register.0.to_string(), subject.0.as_bytes()).0
}
