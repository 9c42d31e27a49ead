//! Breaches in the database.

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    Client, DeskError, GrantedSet, Result, Row, SubjectId, Visit, Write, database::Params,
    database::SharedStatement, outbox::News, params, statements,
};
use serde_json::json;
use uuid::Uuid;

use super::breach::{Affected, Breach, Event, EventKind, Told};

/// A breach with whoever reported it.
macro_rules! breaches_where {
    ($rest:literal) => {
        concat!(
            "SELECT b.id, b.version, b.state, b.found_at, b.aware_at, b.risk, b.people, b.notified_at, b.untold, \
             a.display_name AS reporter, b.reported_at, b.sealed FROM breach b JOIN account a ON a.id = b.reported_by \
             WHERE b.register = :register",
            $rest
        )
    };
}

statements! {
    /// All of them, the latest first.
    shared ALL = breaches_where!(" ORDER BY b.aware_at DESC, b.id DESC LIMIT 500");
    /// Those that are not closed, the most pressing first.
    shared OPEN = breaches_where!(" AND b.state = 'open' ORDER BY b.aware_at, b.id");
    /// One.
    shared ONE = breaches_where!(" AND b.id = :id");
    /// One is reported.
    shared INSERT = "INSERT INTO breach (register, id, version, state, found_at, aware_at, reported_by, reported_at, sealed) \
        VALUES (:register, :id, 1, 'open', :found, :aware, :account, :now, :sealed)";
    /// One is changed.
    shared UPDATE = "UPDATE breach SET version = :version, state = :state, risk = :risk, people = :people, \
        notified_at = :notified, untold = :untold, sealed = :sealed WHERE register = :register AND id = :id \
        AND version = :seen";
    /// What was done.
    shared EVENTS = "SELECT e.kind, e.at, a.display_name AS name FROM breach_event e JOIN account a ON a.id = e.account \
        WHERE e.register = :register AND e.breach = :breach ORDER BY e.at, e.id";
    /// Something was done.
    shared ADD_EVENT = "INSERT INTO breach_event (register, id, breach, kind, at, account) \
        VALUES (:register, :event, :breach, :kind, :now, :account)";
    /// Whose data it was.
    listed(Breaches) AFFECTED = "SELECT p.subject AS subject, p.told_on, p.told_how FROM breach_subject p \
        JOIN subject s ON s.register = p.register AND s.id = p.subject WHERE p.register = :register \
        AND p.breach = :breach AND {visible_with_merged} ORDER BY p.added_at, p.id";
    /// How many there are, and how many wait to be told: also those of merged records.
    listed(Breaches) NUMBERS = "SELECT COUNT(*) AS affected, COUNT(*) - COUNT(p.told_on) AS waiting FROM breach_subject p \
        JOIN subject s ON s.register = p.register AND s.id = p.subject WHERE p.register = :register \
        AND p.breach = :breach AND {visible_with_merged}";
    /// Somebody is found to be concerned.
    owned(Breaches) ADD = "INSERT INTO breach_subject (register, subject, id, breach, added_by, added_at) \
        VALUES (:register, :subject, :id, :breach, :account, :now) ON CONFLICT (register, breach, subject) DO NOTHING";
    /// Somebody turns out not to be.
    owned(Breaches) REMOVE = "DELETE FROM breach_subject WHERE register = :register AND subject = :subject \
        AND breach = :breach AND told_on IS NULL";
    /// Somebody was told.
    owned(Breaches) TELL = "UPDATE breach_subject SET told_on = :on, told_how = :how, told_by = :account \
        WHERE register = :register AND subject = :subject AND breach = :breach AND told_on IS NULL";
    /// Whether somebody is concerned.
    owned(Breaches) IS_AFFECTED = "SELECT id FROM breach_subject WHERE register = :register AND subject = :subject \
        AND breach = :breach";
}

/// All breaches, the latest first.
pub(super) async fn all(visit: &Visit) -> Result<Vec<Breach>> {
    read_all(visit, ALL, params! {}).await
}

/// Those that are not closed, the most pressing first.
pub(super) async fn open(visit: &Visit) -> Result<Vec<Breach>> {
    read_all(visit, OPEN, params! {}).await
}

/// One breach.
pub(super) async fn one(visit: &Visit, id: Uuid) -> Result<Breach> {
    let found = read_all(visit, ONE, params! { "id" => id }).await?;
    found.into_iter().next().ok_or(DeskError::Hidden)
}

/// What was done about it, the first first.
pub(super) async fn events(visit: &Visit, breach: Uuid) -> Result<Vec<Event>> {
    let rows = visit.fetch(EVENTS, params! { "breach" => breach }).await?;
    let event = |row: &Row| {
        Ok(Event {
            kind: row.state("kind")?,
            at: row.get("at")?,
            by: row.get("name")?,
        })
    };
    rows.iter().map(event).collect()
}

/// Enters a report; answers its id.
pub(super) async fn insert(visit: &Visit, breach: &Breach) -> Result<()> {
    let row = params! {
        "id" => breach.id, "found" => breach.found_at, "aware" => breach.aware_at, "account" => visit.account(),
        "now" => visit.now(), "sealed" => visit.seal_shared(breach.id, 1, &breach.words).await?,
    };
    let statements = vec![(INSERT, row), event(visit, breach.id, EventKind::Reported)];
    let changed = json!({ "breach": breach.id });
    visit
        .execute_all_and_tell("breach-reported", changed, statements, News::BreachReported)
        .await
}

/// Writes a breach anew, with what was done.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody else wrote it since.
pub(super) async fn update(visit: &Visit, breach: &Breach, seen: i64, kind: EventKind) -> Result<()> {
    let version = seen + 1;
    let row = params! {
        "id" => breach.id, "seen" => seen, "version" => version, "state" => breach.state,
        "risk" => breach.risk.map(super::breach::Risk::name), "people" => breach.people,
        "notified" => breach.notified_at, "untold" => breach.untold.map(super::breach::Untold::name),
        "sealed" => visit.seal_shared(breach.id, version, &breach.words).await?,
    };
    let statements = vec![(UPDATE, row), event(visit, breach.id, kind)];
    let changed = json!({ "breach": breach.id, "event": kind });
    visit.execute_all("breach-changed", changed, statements).await
}

fn event(visit: &Visit, breach: Uuid, kind: EventKind) -> (SharedStatement, Params) {
    let row = params! {
        "event" => visit.new_id(), "breach" => breach, "kind" => kind, "now" => visit.now(),
        "account" => visit.account(),
    };
    (ADD_EVENT, row)
}

/// Whose data it was, in the order of finding.
pub(super) async fn affected(visit: &Visit, breach: Uuid) -> Result<Vec<Affected>> {
    let listed = visit.list(AFFECTED, params! { "breach" => breach }).await?;
    let mut affected: Vec<Affected> = Vec::new();
    for row in &listed.rows {
        let on: Option<Date> = row.get("told_on")?;
        let told = match on {
            Some(on) => Some((on, row.state("told_how")?)),
            None => None,
        };
        let one = Affected {
            client: listed.person(row),
            name: listed.name(row),
            told,
        };
        affected.push(one);
    }
    Ok(affected)
}

/// How many are concerned, and how many of them wait to be told.
pub(super) async fn numbers(visit: &Visit, breach: Uuid) -> Result<(i64, i64)> {
    let rows = visit.numbers(NUMBERS, params! { "breach" => breach }).await?;
    let Some(row) = rows.first() else {
        return Ok((0, 0));
    };
    Ok((row.get("affected")?, row.get("waiting")?))
}

/// Enters that somebody is concerned.
pub(super) async fn add(visit: &Visit, breach: Uuid, client: SubjectId) -> Result<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let row = params! {
        "id" => visit.new_id(), "breach" => breach, "account" => visit.account(), "now" => visit.now(),
    };
    grant.execute(ADD, row).await?;
    grant
        .commit("breach-person-added", json!({ "breach": breach }))
        .await
}

/// Takes somebody off who was not concerned and was not told.
pub(super) async fn remove(visit: &Visit, breach: Uuid, client: SubjectId) -> Result<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let mut removed = 0;
    for owner in grant.fetch(IS_AFFECTED, params! { "breach" => breach }).await? {
        removed += grant
            .execute_for(owner.subject, REMOVE, params! { "breach" => breach })
            .await?;
    }
    if removed == 0 {
        return Err(DeskError::Hidden);
    }
    grant
        .commit("breach-person-removed", json!({ "breach": breach }))
        .await
}

/// Enters that these were told. Those who were told already stay as they are.
pub(super) async fn tell(
    visit: &Visit,
    breach: Uuid,
    clients: &[SubjectId],
    how: Told,
    on: Date,
) -> Result<()> {
    let set: GrantedSet<'_, Client, Write> = visit.open_set_for_change(clients).await?;
    let mut told = 0;
    for row in set.fetch(IS_AFFECTED, params! { "breach" => breach }).await? {
        let telling = params! { "breach" => breach, "on" => on, "how" => how, "account" => visit.account() };
        told += set.execute_for(row.subject, TELL, telling).await?;
    }
    if told == 0 {
        return Err(DeskError::Conflict);
    }
    set.commit("breach-person-told", json!({ "breach": breach, "how": how }))
        .await
}

async fn read_all(visit: &Visit, statement: SharedStatement, asked: Params) -> Result<Vec<Breach>> {
    let mut breaches = Vec::new();
    for row in visit.fetch(statement, asked).await? {
        breaches.push(read(visit, &row).await?);
    }
    Ok(breaches)
}

async fn read(visit: &Visit, row: &Row) -> Result<Breach> {
    let risk: Option<String> = row.get("risk")?;
    let untold: Option<String> = row.get("untold")?;
    let notified_at: Option<Timestamp> = row.get("notified_at")?;
    Ok(Breach {
        id: row.get("id")?,
        version: row.get("version")?,
        state: row.state("state")?,
        found_at: row.get("found_at")?,
        aware_at: row.get("aware_at")?,
        risk: risk.map(|name| name.parse()).transpose()?,
        people: row.get("people")?,
        notified_at,
        untold: untold.map(|name| name.parse()).transpose()?,
        reported_by: row.get("reporter")?,
        reported_at: row.get("reported_at")?,
        words: visit.open_shared(row).await?,
    })
}
