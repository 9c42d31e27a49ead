//! Holds in the database.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    Client, Granted, Operation, Result, SealedRecord, SubjectId, Visit, Write, params, statements,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::rules::Hold;

statements! {
    /// A person's, the latest first.
    owned(Retention) OF_PERSON = "SELECT h.id, h.version, h.until, h.placed_at, h.lifted_at, a.display_name AS placed, h.sealed \
        FROM legal_hold h JOIN account a ON a.id = h.placed_by WHERE h.register = :register AND h.subject = :subject \
        ORDER BY h.placed_at DESC, h.id DESC";
    /// A new one.
    owned(Retention) PLACE = "INSERT INTO legal_hold (register, subject, id, version, until, placed_by, placed_at, sealed) \
        VALUES (:register, :subject, :id, 1, :until, :account, :now, :sealed)";
    /// One is lifted.
    owned(Retention) LIFT = "UPDATE legal_hold SET version = :version, lifted_by = :account, lifted_at = :now, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :id AND version = :seen AND lifted_at IS NULL";
    /// Those of classes, the latest first.
    shared OF_CLASSES = "SELECT h.id, h.class, h.reason, h.until, h.placed_at, h.lifted_at, a.display_name AS placed \
        FROM class_hold h JOIN account a ON a.id = h.placed_by WHERE h.register = :register ORDER BY h.placed_at DESC, h.id DESC";
    /// A new one of a class.
    shared PLACE_ON_CLASS = "INSERT INTO class_hold (register, id, version, class, reason, until, placed_by, placed_at) \
        VALUES (:register, :id, 1, :class, :reason, :until, :account, :now)";
    /// One of a class is lifted.
    shared LIFT_FROM_CLASS = "UPDATE class_hold SET version = version + 1, lifted_by = :account, lifted_at = :now \
        WHERE register = :register AND id = :id AND lifted_at IS NULL";
}

/// What is secret in a hold.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct HoldWords {
    pub(crate) reason: String,
}

impl SealedRecord for HoldWords {
    const TABLE: &'static str = "legal_hold";
}

/// A hold on a person.
#[derive(Clone, Debug)]
pub(crate) struct PersonHold {
    pub(crate) id: Uuid,
    pub(crate) owner: SubjectId,
    pub(crate) version: i64,
    pub(crate) until: Option<Date>,
    pub(crate) placed: String,
    pub(crate) placed_at: Timestamp,
    pub(crate) lifted_at: Option<Timestamp>,
    pub(crate) words: HoldWords,
}

impl PersonHold {
    /// Whether it stands on a day.
    pub(crate) fn stands(&self, today: Date) -> bool {
        self.lifted_at.is_none() && self.until.is_none_or(|until| until >= today)
    }
}

/// A hold on a class.
#[derive(Clone, Debug)]
pub(crate) struct ClassHold {
    pub(crate) id: Uuid,
    pub(crate) class: String,
    pub(crate) reason: String,
    pub(crate) until: Option<Date>,
    pub(crate) placed: String,
    pub(crate) placed_at: Timestamp,
    pub(crate) lifted_at: Option<Timestamp>,
}

impl ClassHold {
    /// Whether it stands on a day.
    pub(crate) fn stands(&self, today: Date) -> bool {
        self.lifted_at.is_none() && self.until.is_none_or(|until| until >= today)
    }
}

/// A person's holds, the latest first.
pub(crate) async fn people<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<PersonHold>> {
    let rows = grant.fetch(OF_PERSON, params! {}).await?;
    let hold = |row: &polku_desk::OwnedRow| {
        Ok(PersonHold {
            id: row.get("id")?,
            owner: row.subject,
            version: row.get("version")?,
            until: row.get("until")?,
            placed: row.get("placed")?,
            placed_at: row.get("placed_at")?,
            lifted_at: row.get("lifted_at")?,
            words: grant.open(row)?,
        })
    };
    rows.iter().map(hold).collect()
}

/// Whether a person is under a hold today.
pub(crate) async fn on_person<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Hold> {
    let today = grant.visit().today();
    let stands = people(grant).await?.iter().any(|hold| hold.stands(today));
    Ok(if stands { Hold::Held } else { Hold::None })
}

/// Holds of classes, the latest first.
pub(crate) async fn classes(visit: &Visit) -> Result<Vec<ClassHold>> {
    let rows = visit.fetch(OF_CLASSES, params! {}).await?;
    let hold = |row: &polku_desk::Row| {
        Ok(ClassHold {
            id: row.get("id")?,
            class: row.get("class")?,
            reason: row.get("reason")?,
            until: row.get("until")?,
            placed: row.get("placed")?,
            placed_at: row.get("placed_at")?,
            lifted_at: row.get("lifted_at")?,
        })
    };
    rows.iter().map(hold).collect()
}

/// The classes under a hold today.
pub(crate) async fn on_classes(visit: &Visit) -> Result<BTreeSet<String>> {
    let today = visit.today();
    let standing = classes(visit)
        .await?
        .into_iter()
        .filter(|hold| hold.stands(today));
    Ok(standing.map(|hold| hold.class).collect())
}

/// Places a hold on a person.
pub(super) async fn place(
    grant: &Granted<'_, Client, Write>,
    reason: String,
    until: Option<Date>,
) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let words = HoldWords { reason };
    let row = params! {
        "id" => id, "until" => until, "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal(id, 1, &words)?,
    };
    grant.execute(PLACE, row).await?;
    Ok(id)
}

/// Lifts one.
pub(super) async fn lift(grant: &Granted<'_, Client, Write>, hold: &PersonHold) -> Result<()> {
    let (visit, version) = (grant.visit(), hold.version + 1);
    let row = params! {
        "id" => hold.id, "seen" => hold.version, "version" => version, "account" => visit.account(),
        "now" => visit.now(), "sealed" => grant.seal_for(hold.owner, hold.id, version, &hold.words)?,
    };
    grant.execute_one(hold.owner, LIFT, row).await
}

/// Places a hold on a class.
pub(super) async fn place_on_class(
    visit: &Visit,
    class: &str,
    reason: &str,
    until: Option<Date>,
) -> Result<()> {
    let row = params! {
        "id" => visit.new_id(), "class" => class, "reason" => reason, "until" => until,
        "account" => visit.account(), "now" => visit.now(),
    };
    visit.execute_one("class-hold-placed", PLACE_ON_CLASS, row).await
}

/// Lifts one of a class.
pub(super) async fn lift_from_class(visit: &Visit, id: Uuid) -> Result<()> {
    let row = params! { "id" => id, "account" => visit.account(), "now" => visit.now() };
    visit.execute_one("class-hold-lifted", LIFT_FROM_CLASS, row).await
}
