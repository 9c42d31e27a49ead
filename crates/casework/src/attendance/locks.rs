//! Months that were confirmed for payers: from then on nobody marks their days (B6).
//!
//! The room of payments confirms months by [`lock`] and changes a day of one by [`correct`], with a reason of its own;
//! nothing unlocks a month. Whoever marks or confirms [`hold`]s the people first, so that on any database one waits for
//! the other: a mark is either in the month when it is confirmed, or refused.

use std::collections::HashMap;

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, Granted, GrantedSet, Operation, OwnedRow, Result, SubjectId, Write, database::Backend,
    params, statements,
};
use polku_values::{Mark, dates::Month};
use uuid::Uuid;

use super::store::Marking;

statements! {
    /// Makes whoever else changes this person's attendance wait.
    owned(Attendance) HOLD = "UPDATE subject SET created_at = created_at WHERE register = :register AND id = :subject";
    /// The confirmed months between two.
    owned(Attendance) LOCKED = "SELECT m.month, m.confirmed_at, a.display_name FROM attendance_month m JOIN account a \
        ON a.id = m.confirmed_by WHERE m.register = :register AND m.subject = :subject AND m.month >= :from AND \
        m.month <= :to";
    /// A month is confirmed; once is enough.
    owned(Attendance) LOCK = "INSERT INTO attendance_month (register, subject, id, month, confirmed_by, confirmed_at) \
        VALUES (:register, :subject, :id, :month, :account, :now) ON CONFLICT (register, subject, month) DO NOTHING";
    /// A day of a confirmed month is corrected, unless it stands otherwise by now.
    owned(Attendance) CORRECT = "UPDATE attendance SET mark = :mark, minutes = :minutes, marked_by = :account, \
        marked_at = :now, version = version + 1 WHERE register = :register AND subject = :subject AND date = :date";
    /// A day of a confirmed month that nobody had marked.
    owned(Attendance) ADD = "INSERT INTO attendance (register, subject, id, date, mark, minutes, marked_by, marked_at, \
        version) VALUES (:register, :subject, :id, :date, :mark, :minutes, :account, :now, 1)";
    /// The history of a corrected day.
    owned(Attendance) ADD_CHANGE = "INSERT INTO attendance_change (register, subject, id, date, mark, minutes, old_mark, \
        old_minutes, changed_by, changed_at, session, batch, undoes) VALUES (:register, :subject, :id, :date, :mark, \
        :minutes, :old_mark, :old_minutes, :account, :now, :session, :batch, :undoes)";
}

/// A month that was confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Which.
    pub month: Month,
    /// By whom.
    pub by: String,
    /// When.
    pub at: jiff::Timestamp,
}

/// The confirmed months of several people between two days, by person.
pub async fn locks<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
    from: Date,
    to: Date,
) -> Result<HashMap<SubjectId, Vec<Lock>>> {
    let rows = set.fetch(LOCKED, between(from, to)).await?;
    let mut locks: HashMap<SubjectId, Vec<Lock>> = HashMap::new();
    for row in &rows {
        locks.entry(set.person(row)).or_default().push(lock_of(row)?);
    }
    Ok(locks)
}

/// The confirmed months of one client between two days.
pub async fn locks_of<O: Operation>(
    grant: &Granted<'_, Client, O>,
    from: Date,
    to: Date,
) -> Result<Vec<Lock>> {
    let rows = grant.fetch(LOCKED, between(from, to)).await?;
    rows.iter().map(lock_of).collect()
}

/// Makes everyone else who changes these people's attendance wait until this is committed.
pub async fn hold(set: &GrantedSet<'_, Client, Write>) -> Result<()> {
    if set.visit().desk().database().backend() == Backend::Sqlite {
        // It has one writer at a time: everyone else waits already.
        return Ok(());
    }
    // In one order, so that two who hold the same people never wait for each other.
    let mut people = set.subjects().to_vec();
    people.sort_unstable();
    for person in people {
        set.execute_for(person, HOLD, params! {}).await?;
    }
    Ok(())
}

/// Confirms a person's month. It was read within the same write, after [`hold`].
pub async fn lock(set: &GrantedSet<'_, Client, Write>, person: SubjectId, month: Month) -> Result<()> {
    let visit = set.visit();
    let row = params! {
        "id" => visit.new_id(), "month" => month.to_string(), "account" => visit.account(), "now" => visit.now(),
    };
    set.execute_for(person, LOCK, row).await.map(drop)
}

/// Changes a day of a confirmed month: for corrections only, which say why.
pub async fn correct(grant: &Granted<'_, Client, Write>, day: Date, old: Mark, new: Mark) -> Result<()> {
    let visit = grant.visit();
    let row = |id: Uuid| {
        params! {
            "id" => id, "date" => day, "mark" => new.letter(), "minutes" => new.minutes().0,
            "account" => visit.account(), "now" => visit.now(),
        }
    };
    let mut change = row(visit.new_id());
    change.extend(params! {
        "old_mark" => old.letter(), "old_minutes" => old.minutes().0, "session" => None::<Uuid>,
        "batch" => visit.new_id(), "undoes" => None::<Uuid>,
    });
    grant.execute(ADD_CHANGE, change).await?;
    let update = row(visit.new_id()).into_iter().filter(|(name, _)| *name != "id");
    if grant.execute(CORRECT, update.collect()).await? == 0 {
        grant.execute(ADD, row(visit.new_id())).await?;
    }
    Ok(())
}

/// Refuses markings of confirmed months.
///
/// # Errors
/// [`DeskError::Refused`] with the text that says what to do instead.
pub(super) async fn refuse_locked(set: &GrantedSet<'_, Client, Write>, markings: &[Marking]) -> Result<()> {
    let days = || markings.iter().map(|marking| marking.day);
    let (Some(from), Some(to)) = (days().min(), days().max()) else {
        return Ok(());
    };
    let locks = locks(set, from, to).await?;
    let is_locked = |marking: &Marking| {
        let own = locks.get(&set.person_of(marking.client));
        own.is_some_and(|own| own.iter().any(|lock| lock.month.contains(marking.day)))
    };
    if markings.iter().any(is_locked) {
        return Err(DeskError::Refused("attendance-month-locked"));
    }
    Ok(())
}

/// When a day's month was confirmed, if it was.
pub(super) fn locked_at(locks: &[Lock], day: Date) -> Option<jiff::Timestamp> {
    let lock = locks.iter().find(|lock| lock.month.contains(day));
    lock.map(|lock| lock.at)
}

fn between(from: Date, to: Date) -> polku_desk::database::Params {
    params! { "from" => Month::of(from).to_string(), "to" => Month::of(to).to_string() }
}

fn lock_of(row: &OwnedRow) -> Result<Lock> {
    let month: String = row.get("month")?;
    Ok(Lock {
        month: month.parse().map_err(|_| DeskError::Stored("month"))?,
        by: row.get("display_name")?,
        at: row.get("confirmed_at")?,
    })
}
