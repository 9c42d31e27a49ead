//! Marks in the database.

use std::collections::HashMap;

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, Granted, GrantedSet, Looking, Operation, OwnedRow, Read, Result, SubjectId, Visit,
    Write,
    database::{OwnedStatement, Params},
    ids::SessionId,
    params, statements,
};
use polku_values::{Mark, Minutes};
use serde_json::json;
use uuid::Uuid;

use super::{cell::StoredMark, circle::Circle, locks};

statements! {
    /// Who was in a group between two days.
    listed(Attendance) MEMBERS = "SELECT DISTINCT s.id AS subject FROM subject s JOIN workgroup_member m ON \
        m.register = s.register AND m.subject = s.id WHERE s.register = :register AND {visible} AND \
        m.workgroup = :workgroup AND m.valid_from <= :to AND (m.valid_until IS NULL OR m.valid_until >= :from)";
    /// Those the visitor is responsible for who are in none of the visitor's groups today.
    listed(Attendance) OWN = "SELECT DISTINCT s.id AS subject FROM subject s JOIN care o ON o.register = s.register AND \
        o.subject = s.id WHERE s.register = :register AND {visible} AND o.account = :account AND \
        o.valid_from <= :today AND (o.valid_until IS NULL OR o.valid_until >= :today) AND NOT EXISTS (SELECT 1 FROM \
        workgroup_member g JOIN workgroup_coach k ON k.register = g.register AND k.workgroup = g.workgroup WHERE \
        g.register = s.register AND g.subject = s.id AND g.valid_from <= :today AND (g.valid_until IS NULL OR \
        g.valid_until >= :today) AND k.account = :account AND k.valid_from <= :today AND (k.valid_until IS NULL OR \
        k.valid_until >= :today))";
    /// The marks between two days.
    owned(Attendance) MARKS = "SELECT a.date, a.mark, a.minutes, a.version, a.marked_at, w.display_name FROM \
        attendance a LEFT JOIN account w ON w.id = a.marked_by WHERE a.register = :register AND a.subject = :subject \
        AND a.date >= :from AND a.date <= :to";
    /// The changes between two days, the latest first.
    owned(Attendance) CHANGES = "SELECT c.date, c.mark, c.minutes, c.old_mark, c.old_minutes, c.changed_at, \
        w.display_name FROM attendance_change c JOIN account w ON w.id = c.changed_by WHERE c.register = :register AND \
        c.subject = :subject AND c.date >= :from AND c.date <= :to ORDER BY c.changed_at DESC, c.id DESC";
    /// A day is marked, unless somebody marked it since it was seen.
    owned(Attendance) SET = "INSERT INTO attendance (register, subject, id, date, mark, minutes, marked_by, marked_at, \
        version) VALUES (:register, :subject, :id, :date, :mark, :minutes, :account, :now, 1) \
        ON CONFLICT (register, subject, date) DO UPDATE SET mark = excluded.mark, minutes = excluded.minutes, \
        marked_by = excluded.marked_by, marked_at = excluded.marked_at, version = attendance.version + 1 \
        WHERE attendance.version = :seen";
    /// What a marking changes; written before it.
    owned(Attendance) ADD_CHANGE = "INSERT INTO attendance_change (register, subject, id, date, mark, minutes, old_mark, \
        old_minutes, changed_by, changed_at, session, batch, undoes) VALUES (:register, :subject, :id, :date, :mark, \
        :minutes, (SELECT a.mark FROM attendance a WHERE a.register = :register AND a.subject = :subject AND \
        a.date = :date), (SELECT a.minutes FROM attendance a WHERE a.register = :register AND a.subject = :subject \
        AND a.date = :date), :account, :now, :session, :batch, :undoes)";
    /// A day comes from an earlier register; what is marked here already stays.
    owned(Attendance) TAKE_IN = "INSERT INTO attendance (register, subject, id, date, mark, minutes, marked_at, version) \
        VALUES (:register, :subject, :id, :date, :mark, :minutes, :now, 1) ON CONFLICT (register, subject, date) DO NOTHING";
}

/// One day of one client, to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marking {
    /// Who.
    pub(crate) client: SubjectId,
    /// Which day.
    pub(crate) day: Date,
    /// What is marked; [`Mark::Expected`] takes a mark back.
    pub(crate) mark: Mark,
    /// The version of the cell that it was marked on.
    pub(crate) seen: i64,
}

/// In which session something is marked, and what it takes back.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Occasion {
    /// The session, in which it can be undone; none when a program marks.
    pub(crate) session: Option<SessionId>,
    /// The batch that is taken back.
    pub(crate) undoes: Option<Uuid>,
}

/// The marks of several people between two days. After a merge the person's own mark counts before that of the other
/// record; what came beside a record after its month was confirmed does not count.
pub async fn marks<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
    from: Date,
    to: Date,
) -> Result<HashMap<(SubjectId, Date), StoredMark>> {
    let rows = set.fetch(MARKS, params! { "from" => from, "to" => to }).await?;
    let mut marks = HashMap::with_capacity(rows.len());
    let is_beside = |row: &OwnedRow| row.subject != set.person(row);
    let locks = if rows.iter().any(is_beside) {
        locks(set, from, to).await?
    } else {
        HashMap::new()
    };
    for row in &rows {
        let key: (SubjectId, Date) = (set.person(row), row.get("date")?);
        let stored = stored_mark(row)?;
        let own_locks = locks.get(&key.0).map_or(&[][..], Vec::as_slice);
        if row.subject == key.0 {
            marks.insert(key, stored);
        } else if locks::locked_at(own_locks, key.1).is_none_or(|at| stored.at <= at) {
            marks.entry(key).or_insert(stored);
        }
    }
    Ok(marks)
}

/// What [`marks_of`] asks for.
pub(super) fn marks_asked(from: Date, to: Date) -> (OwnedStatement, Params) {
    (MARKS, params! { "from" => from, "to" => to })
}

/// The marks of one client between two days, by day.
pub(super) async fn marks_of<O: Operation>(
    grant: &Granted<'_, Client, O>,
    from: Date,
    to: Date,
) -> Result<HashMap<Date, StoredMark>> {
    let (statement, params) = marks_asked(from, to);
    let rows = grant.fetch(statement, params).await?;
    let mut marks = HashMap::with_capacity(rows.len());
    let locks = if rows.iter().any(|row| row.subject != grant.subject()) {
        locks::locks_of(grant, from, to).await?
    } else {
        Vec::new()
    };
    for row in &rows {
        let (day, stored) = (row.get("date")?, stored_mark(row)?);
        if row.subject == grant.subject() {
            marks.insert(day, stored);
        } else if locks::locked_at(&locks, day).is_none_or(|at| stored.at <= at) {
            marks.entry(day).or_insert(stored);
        }
    }
    Ok(marks)
}

/// What was marked of one client between two days, by day: days that nobody marked are left out.
pub(crate) async fn all_of(
    grant: &Granted<'_, Client, Read>,
    from: Date,
    to: Date,
) -> Result<Vec<(Date, Mark)>> {
    let marks = marks_of(grant, from, to).await?;
    let mut days: Vec<(Date, Mark)> = marks
        .into_iter()
        .map(|(day, stored)| (day, stored.mark))
        .collect();
    days.retain(|(_, mark)| *mark != Mark::Expected);
    days.sort_by_key(|(day, _)| *day);
    Ok(days)
}

/// A change of a mark.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Of which day.
    pub(crate) day: Date,
    /// What stood there; none the first time.
    pub(crate) from: Option<Mark>,
    /// What stands there since.
    pub(crate) to: Mark,
    /// When.
    pub(crate) at: jiff::Timestamp,
    /// By whom.
    pub(crate) by: String,
}

/// The changes of one client's days between two days, the latest first.
pub(super) async fn changes(grant: &Granted<'_, Client, Read>, from: Date, to: Date) -> Result<Vec<Change>> {
    let rows = grant
        .fetch(CHANGES, params! { "from" => from, "to" => to })
        .await?;
    let changes = rows.iter().map(|row| {
        Ok(Change {
            day: row.get("date")?,
            from: mark_in(row, "old_mark", "old_minutes")?,
            to: mark_in(row, "mark", "minutes")?.ok_or(DeskError::Stored("mark"))?,
            at: row.get("changed_at")?,
            by: row.get("display_name")?,
        })
    });
    changes.collect()
}

/// Marks days of several people in one commit, all or none.
///
/// # Errors
/// [`DeskError::Conflict`] when one of the days was marked since it was seen, [`DeskError::Hidden`] when one of the
/// people is not the visitor's, [`DeskError::Refused`] when a month was confirmed for payers.
pub(crate) async fn save(visit: &Visit, occasion: Occasion, markings: &[Marking]) -> Result<()> {
    let mut people: Vec<SubjectId> = markings.iter().map(|marking| marking.client).collect();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return Ok(());
    }
    let mut days: Vec<Date> = markings.iter().map(|marking| marking.day).collect();
    days.sort_unstable();
    days.dedup();
    let set = visit.open_set_for_change::<Client>(&people).await?;
    locks::hold(&set).await?;
    locks::refuse_locked(&set, markings).await?;
    let batch = visit.new_id();
    let changes: Vec<_> = markings
        .iter()
        .flat_map(|marking| changes_of(visit, occasion, batch, marking))
        .collect();
    let written = set.execute_each(changes).await?;
    // Of each marking, what it changes is written first, and then the day.
    if written.chunks(2).any(|pair| pair != [1, 1]) {
        return Err(DeskError::Conflict);
    }
    let details = json!({ "days": days, "marks": markings.len() });
    set.commit("attendance-marked", details).await
}

/// What a marking writes: its place in the history, and the day.
fn changes_of(
    visit: &Visit,
    occasion: Occasion,
    batch: Uuid,
    marking: &Marking,
) -> [(SubjectId, OwnedStatement, Params); 2] {
    let change = params! {
        "id" => visit.new_id(), "date" => marking.day, "mark" => marking.mark.letter(),
        "minutes" => marking.mark.minutes().0, "account" => visit.account(), "now" => visit.now(),
        "session" => occasion.session.map(|session| session.0), "batch" => batch, "undoes" => occasion.undoes,
    };
    let mark = params! {
        "id" => visit.new_id(), "date" => marking.day, "mark" => marking.mark.letter(),
        "minutes" => marking.mark.minutes().0, "account" => visit.account(), "now" => visit.now(),
        "seen" => marking.seen,
    };
    [(marking.client, ADD_CHANGE, change), (marking.client, SET, mark)]
}

/// Takes a day in from an earlier register. A day that is marked here already stays as it is, so that the same file
/// twice changes nothing. What is taken in has no worker and is never late.
pub(crate) async fn take_in(grant: &Granted<'_, Client, Write>, day: Date, mark: Mark) -> Result<()> {
    let visit = grant.visit();
    let row = params! {
        "id" => visit.new_id(), "date" => day, "mark" => mark.letter(), "minutes" => mark.minutes().0,
        "now" => visit.now(),
    };
    grant.put(TAKE_IN, row).await
}

/// Opens everyone of a circle for looking, with one decision and one entry in the log for all.
pub async fn open<O: Looking>(
    visit: &Visit,
    circle: Circle,
    from: Date,
    to: Date,
) -> Result<GrantedSet<'_, Client, O>> {
    match circle {
        Circle::Group(id) => {
            let asked = params! { "workgroup" => id, "from" => from, "to" => to };
            visit.open_listed(MEMBERS, asked).await
        }
        Circle::Own => visit.open_listed(OWN, params! {}).await,
    }
}

pub(super) fn stored_mark(row: &OwnedRow) -> Result<StoredMark> {
    Ok(StoredMark {
        mark: mark_in(row, "mark", "minutes")?.ok_or(DeskError::Stored("mark"))?,
        version: row.get("version")?,
        at: row.get("marked_at")?,
        by: row.get("display_name")?,
    })
}

/// The mark in two columns of a row; none when there is none.
pub(super) fn mark_in(row: &OwnedRow, mark: &'static str, minutes: &'static str) -> Result<Option<Mark>> {
    let Some(letter) = row.get::<Option<String>>(mark)? else {
        return Ok(None);
    };
    let minutes = Minutes(row.get(minutes)?);
    Mark::from_letter(&letter, minutes)
        .map(Some)
        .ok_or(DeskError::Stored("mark"))
}
