//! Batches, their lines and their sums in the database.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use polku_desk::{
    AccountId, Client, DeskError, GrantedSet, OwnedRow, Result, SealedRecord, SubjectId, Visit, Write,
    database::{OwnedStatement, Params, SharedStatement},
    destruction::Destroyed,
    params, statements,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::certificates::CertifiedSum;

/// As many batches are listed.
const LISTED: i64 = 20;

macro_rules! batches {
    ($rest:literal) => {
        concat!(
            "SELECT b.id, b.version, b.state, b.proposed_by, b.proposed_at, b.approved_by, b.approved_at, b.done_at, b.job, \
             p.display_name AS proposer, a.display_name AS approver FROM destruction_batch b \
             JOIN account p ON p.id = b.proposed_by LEFT JOIN account a ON a.id = b.approved_by \
             WHERE b.register = :register ",
            $rest
        )
    };
}

statements! {
    /// The latest.
    shared LATEST = batches!("ORDER BY b.proposed_at DESC, b.id LIMIT :limit");
    /// One.
    shared ONE = batches!("AND b.id = :id");
    /// Those that are approved and not done.
    shared GOING_ON = batches!("AND b.state = 'approved' ORDER BY b.approved_at, b.id");
    /// A new one.
    shared INSERT = "INSERT INTO destruction_batch (register, id, version, state, proposed_by, proposed_at) \
        VALUES (:register, :id, 1, 'proposed', :account, :now)";
    /// It is approved, with the job that carries it out.
    shared APPROVE = "UPDATE destruction_batch SET version = version + 1, state = 'approved', approved_by = :account, \
        approved_at = :now, job = :job WHERE register = :register AND id = :id AND version = :seen AND state = 'proposed'";
    /// Another job goes on with it.
    shared GO_ON = "UPDATE destruction_batch SET job = :job WHERE register = :register AND id = :id AND state = 'approved'";
    /// It is withdrawn.
    shared WITHDRAW = "UPDATE destruction_batch SET version = version + 1, state = 'withdrawn' \
        WHERE register = :register AND id = :id AND version = :seen AND state = 'proposed'";
    /// It is done.
    shared FINISH = "UPDATE destruction_batch SET version = version + 1, state = 'done', done_at = :now \
        WHERE register = :register AND id = :id AND state = 'approved'";
    /// What part of it came to.
    shared ADD = "INSERT INTO destruction_sum (register, id, batch, class, year, people, documents, counted) \
        VALUES (:register, :id, :batch, :class, :year, :people, :documents, :counted)";
    /// What all of it came to.
    shared SUMS = "SELECT class, year, people, documents, counted FROM destruction_sum \
        WHERE register = :register AND batch = :batch";
    /// A line of a new batch.
    owned(Retention) LIST = "INSERT INTO destruction_line (register, subject, id, version, batch, class, year, records, \
        state, sealed) VALUES (:register, :subject, :id, 1, :batch, :class, :year, :records, 'listed', :sealed)";
    /// A line is taken out or kept, with the reason.
    owned(Retention) SETTLE = "UPDATE destruction_line SET version = :version, state = :state, settled_at = :now, \
        sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id AND version = :seen AND state = 'listed'";
    /// What is approved of a person is destroyed.
    owned(Retention) DESTROYED = "UPDATE destruction_line SET state = 'destroyed', settled_at = :now \
        WHERE register = :register AND subject = :subject AND batch = :batch AND state = 'listed'";
    /// The lines of a batch.
    listed(Retention) LINES = "SELECT l.subject AS subject, l.id, l.version, l.class, l.year, l.records, l.state, l.sealed \
        FROM destruction_line l JOIN subject s ON s.register = l.register AND s.id = l.subject \
        WHERE l.register = :register AND l.batch = :batch AND {visible_with_merged} ORDER BY l.class, l.year, l.id";
    /// Whose records of which classes are in batches under way.
    listed(Retention) IN_BATCHES = "SELECT l.subject AS subject, l.class AS class FROM destruction_line l JOIN subject s \
        ON s.register = l.register AND s.id = l.subject JOIN destruction_batch b ON b.register = l.register AND b.id = l.batch \
        WHERE l.register = :register AND l.state = 'listed' AND b.state IN ('proposed', 'approved') AND {visible_with_merged}";
    /// Who is under a hold.
    listed(Retention) HELD = "SELECT h.subject AS subject FROM legal_hold h JOIN subject s ON s.register = h.register \
        AND s.id = h.subject WHERE h.register = :register AND h.lifted_at IS NULL AND (h.until IS NULL OR h.until >= :today) \
        AND {visible_with_merged}";
}

polku_desk::named_states! {
    /// How far a batch is.
    pub enum BatchState {
        /// Somebody proposed it.
        Proposed = "proposed",
        /// Somebody else approved it; it is being destroyed.
        Approved = "approved",
        /// It was taken back before that.
        Withdrawn = "withdrawn",
        /// It is destroyed.
        Done = "done",
    }
}

polku_desk::named_states! {
    /// What became of a line.
    pub enum LineState {
        /// It is to go.
        Listed = "listed",
        /// Somebody took it out, with a reason.
        TakenOut = "taken-out",
        /// It is destroyed.
        Destroyed = "destroyed",
        /// It stayed: a hold, or it was not due any more.
        Kept = "kept",
    }
}

/// What is secret in a line.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct LineWords {
    /// Why it was taken out, in the officer's words.
    pub(crate) reason: String,
    /// Why it was kept: the key of a text.
    pub(crate) why: String,
}

impl SealedRecord for LineWords {
    const TABLE: &'static str = "destruction_line";
}

/// A batch.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) state: BatchState,
    pub(crate) proposed_by: AccountId,
    pub(crate) proposer: String,
    pub(crate) proposed_at: Timestamp,
    pub(crate) approved_by: Option<AccountId>,
    pub(crate) approver: Option<String>,
    pub(crate) approved_at: Option<Timestamp>,
    pub(crate) done_at: Option<Timestamp>,
    pub(crate) job: Option<Uuid>,
}

/// A line of a batch.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) id: Uuid,
    pub(crate) owner: SubjectId,
    pub(crate) person: SubjectId,
    pub(crate) name: String,
    pub(crate) version: i64,
    pub(crate) class: String,
    pub(crate) year: i16,
    pub(crate) records: i64,
    pub(crate) state: LineState,
    pub(crate) words: LineWords,
}

/// A line to be listed.
#[derive(Clone, Debug)]
pub(super) struct NewLine {
    pub(super) subject: SubjectId,
    pub(super) class: String,
    pub(super) year: i16,
    pub(super) records: i64,
}

fn year_of(row: &polku_desk::Row) -> Result<i16> {
    i16::try_from(row.get::<i64>("year")?).map_err(|_| DeskError::Stored("year"))
}

fn batch(row: &polku_desk::Row) -> Result<Batch> {
    Ok(Batch {
        id: row.get("id")?,
        version: row.get("version")?,
        state: row.state("state")?,
        proposed_by: row.get("proposed_by")?,
        proposer: row.get("proposer")?,
        proposed_at: row.get("proposed_at")?,
        approved_by: row.get("approved_by")?,
        approver: row.get("approver")?,
        approved_at: row.get("approved_at")?,
        done_at: row.get("done_at")?,
        job: row.get("job")?,
    })
}

/// The latest batches.
pub(super) async fn latest(visit: &Visit) -> Result<Vec<Batch>> {
    let rows = visit.fetch(LATEST, params! { "limit" => LISTED }).await?;
    rows.iter().map(batch).collect()
}

/// One of them.
pub(super) async fn one(visit: &Visit, id: Uuid) -> Result<Batch> {
    let rows = visit.fetch(ONE, params! { "id" => id }).await?;
    batch(rows.first().ok_or(DeskError::Hidden)?)
}

/// Those that are approved and not done.
pub(super) async fn going_on(visit: &Visit) -> Result<Vec<Batch>> {
    let rows = visit.fetch(GOING_ON, params! {}).await?;
    rows.iter().map(batch).collect()
}

/// The lines of a batch, with the people's names.
pub(super) async fn lines(visit: &Visit, id: Uuid) -> Result<Vec<Line>> {
    let listed = visit.list(LINES, params! { "batch" => id }).await?;
    let line = |row: &OwnedRow| {
        Ok(Line {
            id: row.get("id")?,
            owner: row.subject,
            person: listed.person(row),
            name: listed.name(row),
            version: row.get("version")?,
            class: row.get("class")?,
            year: year_of(row)?,
            records: row.get("records")?,
            state: row.state("state")?,
            words: listed.open(row)?,
        })
    };
    listed.rows.iter().map(line).collect()
}

/// Whose records of which classes are in batches under way.
pub(super) async fn in_batches(visit: &Visit) -> Result<Vec<(String, SubjectId)>> {
    let listed = visit.list(IN_BATCHES, params! {}).await?;
    listed
        .rows
        .iter()
        .map(|row| Ok((row.get("class")?, listed.person(row))))
        .collect()
}

/// Who is under a hold.
pub(super) async fn held(visit: &Visit) -> Result<BTreeSet<SubjectId>> {
    let listed = visit.list(HELD, params! {}).await?;
    Ok(listed.rows.iter().map(|row| listed.person(row)).collect())
}

/// Stores a new batch without lines.
pub(super) async fn insert(visit: &Visit, id: Uuid) -> Result<()> {
    let row = params! { "id" => id, "account" => visit.account(), "now" => visit.now() };
    visit.execute_one("destruction-batch-proposed", INSERT, row).await
}

/// Stores its lines.
pub(super) async fn list(
    set: &GrantedSet<'_, Client, Write>,
    visit: &Visit,
    batch: Uuid,
    lines: &[NewLine],
) -> Result<()> {
    for line in lines {
        let id = visit.new_id();
        let row = params! {
            "id" => id, "batch" => batch, "class" => &line.class, "year" => i64::from(line.year),
            "records" => line.records, "sealed" => set.seal_for(line.subject, id, 1, &LineWords::default())?,
        };
        set.execute_for(line.subject, LIST, row).await?;
    }
    Ok(())
}

/// Takes a line out, or keeps it.
pub(super) async fn settle(
    grant: &polku_desk::Granted<'_, Client, Write>,
    line: &Line,
    state: LineState,
    words: &LineWords,
) -> Result<()> {
    let version = line.version + 1;
    let row = params! {
        "id" => line.id, "seen" => line.version, "version" => version, "state" => state, "now" => grant.visit().now(),
        "sealed" => grant.seal_for(line.owner, line.id, version, words)?,
    };
    grant.execute_one(line.owner, SETTLE, row).await
}

/// That all that is approved of a person is destroyed, in the commit of it.
pub(super) fn destroyed(batch: Uuid, now: Timestamp) -> (OwnedStatement, Params) {
    (DESTROYED, params! { "batch" => batch, "now" => now })
}

/// What part of a batch came to, in the commit of it.
pub(super) fn add(
    id: Uuid,
    batch: Uuid,
    (class, year): (&str, i16),
    destroyed: &Destroyed,
) -> Result<(SharedStatement, Params)> {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let row = params! {
        "id" => id, "batch" => batch, "class" => class, "year" => i64::from(year),
        "people" => number(destroyed.people), "documents" => number(destroyed.documents),
        "counted" => serde_json::to_string(&destroyed.rows)?,
    };
    Ok((ADD, row))
}

/// Approves a batch, with the job that carries it out.
pub(super) async fn approve(visit: &Visit, batch: &Batch) -> Result<()> {
    let row = params! {
        "id" => batch.id, "seen" => batch.version, "account" => visit.account(), "now" => visit.now(),
    };
    let job = (super::DESTROY_BATCH, Some(batch.id));
    visit
        .execute_with_job("destruction-batch-approved", (APPROVE, row), job)
        .await
}

/// Has another job go on with a batch.
pub(super) async fn go_on(visit: &Visit, batch: &Batch) -> Result<()> {
    let job = (super::DESTROY_BATCH, Some(batch.id));
    visit
        .execute_with_job(
            "destruction-batch-goes-on",
            (GO_ON, params! { "id" => batch.id }),
            job,
        )
        .await
}

/// Takes a batch back.
pub(super) async fn withdraw(visit: &Visit, batch: &Batch) -> Result<()> {
    let row = params! { "id" => batch.id, "seen" => batch.version };
    visit
        .execute_one("destruction-batch-withdrawn", WITHDRAW, row)
        .await
}

/// The row that says that a batch is done.
pub(super) fn finish(id: Uuid, now: Timestamp) -> (SharedStatement, Params) {
    (FINISH, params! { "id" => id, "now" => now })
}

/// What a batch came to, by class and year, and in rows by table.
pub(super) async fn sums(visit: &Visit, batch: Uuid) -> Result<(Vec<CertifiedSum>, BTreeMap<String, u64>)> {
    let mut sums: BTreeMap<(String, i16), CertifiedSum> = BTreeMap::new();
    let mut all: BTreeMap<String, u64> = BTreeMap::new();
    for row in visit.fetch(SUMS, params! { "batch" => batch }).await? {
        let (class, year) = (row.get::<String>("class")?, year_of(&row)?);
        let counted: BTreeMap<String, u64> = serde_json::from_str(&row.get::<String>("counted")?)?;
        let sum = sums.entry((class.clone(), year)).or_insert_with(|| CertifiedSum {
            class,
            year,
            ..CertifiedSum::default()
        });
        sum.people += row.get::<i64>("people")?.unsigned_abs();
        sum.documents += row.get::<i64>("documents")?.unsigned_abs();
        for (table, rows) in counted {
            sum.rows += rows;
            *all.entry(table).or_default() += rows;
        }
    }
    Ok((sums.into_values().collect(), all))
}
