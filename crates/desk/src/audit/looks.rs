//! The looks at a person as the person may know them (E4, D2, D8): who, when, what, why, on which basis.
//!
//! How a worker shows is settled here and nowhere else, so that no page can say more: by name to the data protection
//! officer, whose task it is, and to everybody else as the register's profile says (Court of Justice, C-579/21: the
//! person gets dates and purposes, the worker's name not always). What was tried and denied opened nothing; only the
//! officer sees it.

use std::collections::{HashMap, hash_map::Entry};

use jiff::Timestamp;
use polku_profile::WorkerShownAs;

use super::{Actor, Outcome, Told, ToldGround, Trace};
use crate::{
    AccountId, EntryId, Granted, Looking, Result, Subject, Visit,
    access::{Action, Basis, Purpose, Resource, Role},
    params,
};

crate::statements! {
    /// Where a worker belongs.
    shared UNIT = "SELECT o.name FROM account a JOIN organisation o ON o.id = a.organisation \
        JOIN access_right r ON r.account = a.id WHERE a.id = :account AND r.register = :register LIMIT 1";
}

/// Who looked, as far as the reader may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A worker by name.
    Named(AccountId, String),
    /// A worker of whom only the role shows: see [`Look::role`].
    Worker,
    /// A worker of this unit.
    OfUnit(String),
    /// A part of the program, by its name.
    Program(String),
}

/// A look at a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// Which entry of the log. Ids follow time.
    pub entry: EntryId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: Who,
    /// In which role.
    pub role: Option<Role>,
    /// Did what.
    pub action: Action,
    /// The kinds of data that were opened, by name; `None` once the year's key is destroyed.
    pub data: Option<Vec<String>>,
    /// For what.
    pub purpose: Purpose,
    /// On which ground.
    pub basis: Basis,
    /// The purpose and the legal basis as the register's profile had them that day.
    pub legal: Option<ToldGround>,
    /// Whether it was done; whoever is not the officer sees only what was.
    pub outcome: Outcome,
    /// Its place in the tree; `None` while it waits for one, and then nothing proves it yet.
    pub place: Option<i64>,
    /// What the program noted in its own words: for the officer alone.
    pub details: Option<Told>,
}

impl<S: Subject, O: Looking> Granted<'_, S, O> {
    /// The looks at the person, and at those merged into them, the latest first; `before` an entry of an earlier page.
    /// Reading them is itself in the log.
    ///
    /// # Errors
    /// [`DeskError::Hidden`](crate::DeskError::Hidden) when the grant does not include the access log.
    pub async fn looks(&self, before: Option<EntryId>, limit: usize) -> Result<Vec<Look>> {
        let visit = self.visit();
        let watches = self.may(Resource::Oversight);
        let traces = if watches {
            self.traces(before, limit).await?
        } else {
            self.allowed(before, limit).await?
        };
        let shown_as = if watches {
            WorkerShownAs::Name
        } else {
            visit.profile()?.register.worker_shown_as
        };
        let mut units = HashMap::new();
        let mut looks = Vec::with_capacity(traces.len());
        for trace in traces {
            let who = visit.who(&trace.actor, shown_as, &mut units).await?;
            looks.push(look(trace, who, watches));
        }
        Ok(looks)
    }
}

impl Visit {
    async fn who(
        &self,
        actor: &Actor,
        shown_as: WorkerShownAs,
        units: &mut HashMap<AccountId, String>,
    ) -> Result<Who> {
        let (account, name) = match actor {
            Actor::Worker(account, name) => (*account, name),
            Actor::Program(part) => return Ok(Who::Program(part.clone())),
        };
        Ok(match shown_as {
            WorkerShownAs::Name => Who::Named(account, name.clone()),
            WorkerShownAs::Role => Who::Worker,
            WorkerShownAs::Unit => {
                let unit = match units.entry(account) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(unknown) => {
                        let rows = self.fetch(UNIT, params! { "account" => account }).await?;
                        let unit = rows.first().map_or(Ok(String::new()), |row| row.get("name"))?;
                        unknown.insert(unit)
                    }
                };
                Who::OfUnit(unit.clone())
            }
        })
    }
}

fn look(trace: Trace, who: Who, watches: bool) -> Look {
    let told = trace.told.as_ref();
    Look {
        entry: trace.id,
        at: trace.at,
        who,
        role: told.and_then(|told| told.role.parse().ok()),
        action: trace.action,
        data: told.map(|told| told.data.clone()),
        purpose: trace.purpose,
        basis: trace.basis,
        legal: told.and_then(|told| told.legal.clone()),
        outcome: trace.outcome,
        place: trace.place,
        details: trace.told.filter(|_| watches),
    }
}
