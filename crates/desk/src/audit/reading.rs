//! The log as those read it who may: who looked at a person, and how the log itself is.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Outcome,
    entry::{details_place, pseudonym},
};
use crate::{
    AccountId, DeskError, EntryId, Granted, Looking, RegisterId, Result, Row, Subject, Visit,
    access::{Action, Basis, Purpose},
    clock::date_in_finland,
    database::OwnedStatement,
    params,
};

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A worker, as colleagues know them.
    Worker(AccountId, String),
    /// A part of the program.
    Program(String),
}

/// What an entry says beside its columns. Names of what was changed or shown, never values.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The route that was asked.
    pub route: String,
    /// The role in which.
    pub role: String,
    /// The kinds of data that were opened, by name.
    pub data: Vec<String>,
    /// What was done, of a change.
    pub what: String,
    /// Which fields, of a change.
    pub changed: serde_json::Value,
    /// What was shown beyond the kinds of data.
    pub shown: serde_json::Value,
    /// The purpose and the legal basis as the register's profile had them that day; none behind a denial.
    pub legal: Option<ToldGround>,
}

/// A purpose and a legal basis by their keys in the register's profile (C2).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ToldGround {
    /// The purpose.
    pub purpose: String,
    /// The basis: article of the GDPR, act and section.
    pub basis: String,
}

/// An entry about a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// Which entry. Ids follow time.
    pub id: EntryId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// Did what.
    pub action: Action,
    /// For what.
    pub purpose: Purpose,
    /// On which ground.
    pub basis: Basis,
    /// Whether it was done.
    pub outcome: Outcome,
    /// What exactly; `None` once the year's key is destroyed.
    pub told: Option<Told>,
    /// Its place in the tree; `None` while it waits for one.
    pub place: Option<i64>,
}

/// How a register's log is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditState {
    /// How many entries the last checkpoint signs.
    pub signed: i64,
    /// When the last checkpoint was signed.
    pub signed_at: Option<Timestamp>,
    /// How many entries wait for their place.
    pub waiting: i64,
}

crate::statements! {
    /// The latest entries of a pseudonym before one of them. The person is in the pseudonym, which only the year's key
    /// can make; the grant binds the person all the same.
    owned(Oversight) BY_PSEUDONYM = "SELECT e.id, e.at, e.actor, e.action, e.purpose, e.basis, e.outcome, \
        e.details_sealed, e.sequence FROM audit_pseudonym p JOIN audit_entry e ON e.register = p.register AND e.id = p.entry \
        JOIN subject s ON s.register = p.register AND s.id = :subject \
        WHERE p.register = :register AND p.pseudonym = :pseudonym AND p.entry < :before ORDER BY p.entry DESC LIMIT :limit";
    /// The same of what was allowed, for whoever may know no more.
    owned(AccessLog) ALLOWED_BY_PSEUDONYM = "SELECT e.id, e.at, e.actor, e.action, e.purpose, e.basis, e.outcome, \
        e.details_sealed, e.sequence FROM audit_pseudonym p JOIN audit_entry e ON e.register = p.register AND e.id = p.entry \
        JOIN subject s ON s.register = p.register AND s.id = :subject \
        WHERE p.register = :register AND p.pseudonym = :pseudonym AND p.entry < :before AND e.outcome = 'allowed' \
        ORDER BY p.entry DESC LIMIT :limit";
    /// The first entry: with it the log's years begin.
    shared FIRST = "SELECT at FROM audit_entry WHERE register = :register ORDER BY id LIMIT 1";
    /// The last checkpoint.
    shared LAST_CHECKPOINT = "SELECT size, at FROM audit_checkpoint WHERE register = :register ORDER BY size DESC LIMIT 1";
    /// Entries without a place.
    shared WAITING = "SELECT COUNT(*) AS waiting FROM audit_entry WHERE register = :register AND sequence IS NULL";
    /// A worker's name.
    shared WORKER = "SELECT a.display_name FROM account a JOIN access_right r ON r.account = a.id \
        WHERE a.id = :account AND r.register = :register LIMIT 1";
}

/// An id after all others.
const END: Uuid = Uuid::from_u128(u128::MAX);

impl<S: Subject, O: Looking> Granted<'_, S, O> {
    /// The entries about the person, and about those merged into them, the latest first; `before` an entry of an
    /// earlier page. Reading them is itself in the log.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include oversight.
    pub async fn traces(&self, before: Option<EntryId>, limit: usize) -> Result<Vec<Trace>> {
        let found = self.entries(BY_PSEUDONYM, before, limit).await?;
        self.visit().traces_of(found).await
    }

    /// The same, of what was allowed.
    pub(super) async fn allowed(&self, before: Option<EntryId>, limit: usize) -> Result<Vec<Trace>> {
        let found = self.entries(ALLOWED_BY_PSEUDONYM, before, limit).await?;
        self.visit().traces_of(found).await
    }

    async fn entries(
        &self,
        statement: OwnedStatement,
        before: Option<EntryId>,
        limit: usize,
    ) -> Result<Vec<(EntryId, Row)>> {
        let visit = self.visit();
        let before = before.map_or(END, |entry| entry.0);
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut found: HashMap<EntryId, Row> = HashMap::new();
        for year in visit.log_years().await? {
            let Some(key) = visit.desk.ring.known_audit_year(visit.register(), year)? else {
                continue;
            };
            for subject in &self.scope.covered {
                let asked = params! {
                    "pseudonym" => pseudonym(key.bytes(), visit.register(), *subject), "before" => before, "limit" => most,
                };
                for owned in self.fetch(statement, asked).await? {
                    found.insert(owned.row.get("id")?, owned.row);
                }
            }
        }
        let mut latest: Vec<(EntryId, Row)> = found.into_iter().collect();
        latest.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
        latest.truncate(limit);
        Ok(latest)
    }
}

impl Visit {
    /// How the register's log is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit_state(&self) -> Result<AuditState> {
        let checkpoint = self.fetch(LAST_CHECKPOINT, params! {}).await?;
        let (signed, signed_at) = match checkpoint.first() {
            Some(row) => (row.get("size")?, Some(row.get("at")?)),
            None => (0, None),
        };
        let waiting = self.fetch(WAITING, params! {}).await?;
        let waiting = waiting.first().map_or(Ok(0), |row| row.get("waiting"))?;
        Ok(AuditState {
            signed,
            signed_at,
            waiting,
        })
    }

    /// The years of the log, the latest first.
    async fn log_years(&self) -> Result<Vec<i16>> {
        let rows = self.fetch(FIRST, params! {}).await?;
        let first = match rows.first() {
            Some(row) => date_in_finland(row.get("at")?).year(),
            None => return Ok(Vec::new()),
        };
        Ok((first..=self.today().year()).rev().collect())
    }

    async fn traces_of(&self, entries: Vec<(EntryId, Row)>) -> Result<Vec<Trace>> {
        let mut names = HashMap::new();
        let mut traces = Vec::with_capacity(entries.len());
        for (id, row) in entries {
            traces.push(self.trace(id, &row, &mut names).await?);
        }
        Ok(traces)
    }

    async fn trace(&self, id: EntryId, row: &Row, names: &mut HashMap<AccountId, String>) -> Result<Trace> {
        let at: Timestamp = row.get("at")?;
        Ok(Trace {
            id,
            at,
            actor: self.actor(&row.get::<String>("actor")?, names).await?,
            action: row.state("action")?,
            purpose: row.state("purpose")?,
            basis: row.state("basis")?,
            outcome: outcome(&row.get::<String>("outcome")?)?,
            told: self.told(id, date_in_finland(at), row)?,
            place: row.get("sequence")?,
        })
    }

    async fn actor(&self, stored: &str, names: &mut HashMap<AccountId, String>) -> Result<Actor> {
        let account: AccountId = match stored.split_once(':') {
            Some(("account", id)) => id.parse().map_err(|_| DeskError::Stored("actor"))?,
            Some(("system", part)) => return Ok(Actor::Program(part.to_owned())),
            _ => return Err(DeskError::Stored("actor")),
        };
        if let Some(name) = names.get(&account) {
            return Ok(Actor::Worker(account, name.clone()));
        }
        let rows = self.fetch(WORKER, params! { "account" => account }).await?;
        let name: String = rows
            .first()
            .map_or(Ok(String::new()), |row| row.get("display_name"))?;
        names.insert(account, name.clone());
        Ok(Actor::Worker(account, name))
    }

    fn told(&self, id: EntryId, day: Date, row: &Row) -> Result<Option<Told>> {
        let register: RegisterId = self.register();
        let Some(key) = self.desk.ring.known_audit_year(register, day.year())? else {
            return Ok(None);
        };
        let plain = key.open(
            &details_place(register, id),
            &row.get::<Vec<u8>>("details_sealed")?,
        )?;
        // The salt of the commitment stands before the details.
        let details = plain.get(32..).ok_or(DeskError::Stored("details"))?;
        Ok(Some(serde_json::from_slice(details)?))
    }
}

/// How an ask ended, from its stored name.
fn outcome(stored: &str) -> Result<Outcome> {
    match stored.strip_prefix("denied:") {
        Some(denial) => denial.parse().map(Outcome::Denied),
        None if stored == "allowed" => Ok(Outcome::Allowed),
        None => Err(DeskError::Stored("outcome")),
    }
}
