//! Destroying people's data for good, so that no copy of the database brings it back (D4, F1).
//!
//! Whoever is destroyed gets a *tombstone* in the key ring: apart from the database and its back-ups, so that restoring an
//! older database meets it. The order, and why (ADR 0063):
//!
//! 1. rows of every table about people are deleted in one transaction with the entry in the log and the certificate, which
//!    is not committed yet;
//! 2. in one transaction of the key ring the tombstone is written and the key goes: from here on all that was sealed with
//!    it is closed, wherever it lies. When this fails, nothing has happened;
//! 3. the content of documents is removed from the store;
//! 4. the transaction of the first step is committed;
//! 5. the ring's file is rewritten and the logs before both files are cut off, so that the old bytes are gone from the disk.
//!
//! Whatever happens between 2 and 4 ends destroyed: opening the desk [replays](crate::Desk::replay_tombstones) the tombstones before
//! anything is read, and so does a restore.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `schema` | which tables are about people, and which rows go with which: read from the database, so none is forgotten |
//! | `people` | destroying whole people |
//! | `records` | destroying some records of a person |
//! | `replay` | destroying again what a restored database still holds |
//! | `holdings` | how much there is of somebody |
//! | `watch` | whether the clock can be believed |

mod holdings;
mod people;
mod records;
mod replay;
mod schema;
mod watch;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    DeskError, Result, SubjectId,
    database::{OwnedStatement, Params, SharedStatement, Transaction},
    params,
};

pub use crate::sealing::{Tombstone, WhatLies, carry_tombstones};
pub use holdings::Holdings;
pub use records::Chosen;
pub use replay::Replayed;
pub(crate) use schema::PeopleTables;
pub use watch::{ClockVerdict, ClockWatch, LONGEST_JUMP, judge};

/// What is written about a destruction, from what it destroyed.
pub type Beside<'a> = dyn Fn(&Destroyed) -> Result<Vec<(SharedStatement, Params)>> + Send + Sync + 'a;

/// Who or what decided, and what is to be written in the same commit.
pub struct Order<'a> {
    /// The id of the decision: an erasure, or a batch. It stands in the tombstone and in the log.
    pub decision: Uuid,
    /// What the log calls it.
    pub what: &'static str,
    /// Changes of the person's own rows in the commit of a destruction that leaves the person: what was decided is done.
    pub own: Vec<(OwnedStatement, Params)>,
    /// Rows about nobody that are written in the commit of the destruction: a certificate, the sums of a batch.
    pub with: &'a Beside<'a>,
}

impl std::fmt::Debug for Order<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Order")
            .field("what", &self.what)
            .finish_non_exhaustive()
    }
}

/// What went. Numbers, and nobody's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destroyed {
    /// How many records of people: more than one when records had been joined.
    pub people: usize,
    /// How many rows of which tables.
    pub rows: BTreeMap<String, u64>,
    /// How many files of documents.
    pub documents: usize,
}

impl Destroyed {
    /// How many rows together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.rows.values().sum()
    }

    fn count(&mut self, table: &str, rows: u64) {
        if rows > 0 {
            *self.rows.entry(table.to_owned()).or_default() += rows;
        }
    }
}

/// A legal hold that stands against destruction. In a restore none does: what a tombstone names was destroyed.
const HELD: &str = "SELECT 1 AS held FROM legal_hold WHERE register = :register AND subject = :subject AND lifted_at IS NULL \
    AND (until IS NULL OR until >= :today)";

/// Refuses to destroy anything of somebody under a legal hold.
async fn refuse_held(
    transaction: &mut Transaction,
    register: crate::RegisterId,
    people: &[SubjectId],
    today: jiff::civil::Date,
) -> Result<()> {
    for subject in people {
        let asked = params! { "register" => register, "subject" => *subject, "today" => today };
        if transaction.fetch_one(HELD, &asked).await?.is_some() {
            return Err(DeskError::Refused("retention-held"));
        }
    }
    Ok(())
}
