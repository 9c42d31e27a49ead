//! Goals in the database. Events are only ever added.

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, Write,
    access::Resource,
    database::{OwnedStatement, Params},
    params, statements,
};
use polku_web::{Answer, Failure, InvalidField};
use uuid::Uuid;

use super::goal::{Aim, Event, EventKind, EventWords, Goal, GoalState, GoalTitle, GoalWords, Step};

statements! {
    /// All goals, the earliest first.
    owned(Goals) ALL = "SELECT id, version, period, state, target, level, opened_on, closed_on, sealed FROM goal \
        WHERE register = :register AND subject = :subject ORDER BY opened_on, id";
    /// One goal.
    owned(Goals) ONE = "SELECT id, version, period, state, target, level, opened_on, closed_on, sealed FROM goal \
        WHERE register = :register AND subject = :subject AND id = :goal";
    /// A goal is set.
    owned(Goals) INSERT = "INSERT INTO goal (register, subject, id, version, period, state, target, level, opened_on, \
        account, created_at, sealed) VALUES (:register, :subject, :goal, 1, :period, :state, :target, :level, \
        :opened_on, :account, :now, :sealed)";
    /// A goal changes.
    owned(Goals) UPDATE = "UPDATE goal SET version = :version, period = :period, state = :state, target = :target, \
        level = :level, closed_on = :closed_on, sealed = :sealed WHERE register = :register AND subject = :subject \
        AND id = :goal AND version = :seen";
    /// Something happened to a goal.
    owned(Goals) INSERT_EVENT = "INSERT INTO goal_event (register, subject, id, version, goal, kind, level, dated, \
        account, written_at, sealed) VALUES (:register, :subject, :id, 1, :goal, :kind, :level, :dated, :account, \
        :now, :sealed)";
    /// What has happened to a goal, the latest first.
    owned(Goals) EVENTS = "SELECT e.id, e.version, e.kind, e.level, e.dated, e.written_at, a.display_name AS writer, \
        e.sealed FROM goal_event e JOIN account a ON a.id = e.account WHERE e.register = :register \
        AND e.subject = :subject AND e.goal = :goal ORDER BY e.dated DESC, e.id DESC";
}

/// What is to be entered in a goal's history.
#[derive(Debug)]
pub(super) struct NewEvent {
    pub(super) kind: EventKind,
    pub(super) dated: Date,
    pub(super) words: EventWords,
}

/// What [`all`] asks for.
pub(crate) fn asked() -> (OwnedStatement, Params) {
    (ALL, params! {})
}

/// All goals, the open ones first, then the earliest.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Goal>> {
    let (statement, params) = asked();
    let rows = grant.fetch(statement, params).await?;
    let mut goals = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    goals.sort_by_key(|goal| (goal.state, goal.opened_on, goal.id));
    Ok(goals)
}

/// One goal.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Goal> {
    let row = grant.fetch_one(ONE, params! { "goal" => id }).await?;
    read(grant, &row)
}

/// What has happened to a goal, the latest first.
pub(crate) async fn events<O: Operation>(grant: &Granted<'_, Client, O>, goal: Uuid) -> Result<Vec<Event>> {
    let rows = grant.fetch(EVENTS, params! { "goal" => goal }).await?;
    rows.iter().map(|row| event(grant, row)).collect()
}

/// Stores a new goal.
pub(super) async fn insert(grant: &Granted<'_, Client, Write>, goal: &Goal) -> Result<()> {
    let visit = grant.visit();
    let row = params! {
        "goal" => goal.id, "period" => goal.aim.period, "state" => goal.state, "target" => goal.aim.target.number(),
        "level" => goal.level.number(), "opened_on" => goal.opened_on, "account" => visit.account(),
        "now" => visit.now(), "sealed" => grant.seal(goal.id, 1, &goal.aim.words)?,
    };
    grant.put(INSERT, row).await?;
    let set = NewEvent {
        kind: EventKind::Set,
        dated: goal.opened_on,
        words: EventWords::default(),
    };
    enter(grant, goal, &set).await
}

/// Stores a goal after something happened to it, which is entered in its history.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was read.
pub(super) async fn update(
    grant: &Granted<'_, Client, Write>,
    goal: &Goal,
    happened: &NewEvent,
) -> Result<()> {
    let version = goal.version + 1;
    let row = params! {
        "goal" => goal.id, "seen" => goal.version, "version" => version, "period" => goal.aim.period,
        "state" => goal.state, "target" => goal.aim.target.number(), "level" => goal.level.number(),
        "closed_on" => goal.closed_on, "sealed" => grant.seal_for(goal.owner, goal.id, version, &goal.aim.words)?,
    };
    grant.execute_one(goal.owner, UPDATE, row).await?;
    enter(grant, goal, happened).await
}

/// Stores what happened to a goal.
pub(super) async fn enter(
    grant: &Granted<'_, Client, Write>,
    goal: &Goal,
    happened: &NewEvent,
) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "goal" => goal.id, "kind" => happened.kind, "level" => goal.level.number(),
        "dated" => happened.dated, "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(goal.owner, id, 1, &happened.words)?,
    };
    grant.put_for(goal.owner, INSERT_EVENT, row).await
}

/// The titles of all goals; none where the role has no goals.
pub(crate) async fn titles<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<GoalTitle>> {
    titles_of(grant, |_| true).await
}

/// The titles of those that are worked towards.
pub(crate) async fn open_titles<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<GoalTitle>> {
    titles_of(grant, |goal| goal.state == GoalState::Open).await
}

async fn titles_of<O: Operation>(
    grant: &Granted<'_, Client, O>,
    is_meant: impl Fn(&Goal) -> bool,
) -> Result<Vec<GoalTitle>> {
    if !grant.may(Resource::Goals) {
        return Ok(Vec::new());
    }
    let title = |goal: Goal| GoalTitle {
        id: goal.id,
        title: goal.aim.words.title,
    };
    Ok(all(grant)
        .await?
        .into_iter()
        .filter(is_meant)
        .map(title)
        .collect())
}

/// Refuses links to goals that are not this client's.
pub(crate) async fn check_links<O: Operation>(grant: &Granted<'_, Client, O>, linked: &[Uuid]) -> Answer<()> {
    if linked.is_empty() {
        return Ok(());
    }
    let titles = titles(grant).await?;
    if linked
        .iter()
        .all(|goal| titles.iter().any(|title| title.id == *goal))
    {
        return Ok(());
    }
    Err(Failure::Invalid(vec![InvalidField {
        field: "goals",
        key: "diary-link-unknown",
    }]))
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Goal> {
    let words: GoalWords = grant.open(row)?;
    Ok(Goal {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        aim: Aim {
            words,
            target: step(row, "target")?,
            period: row.get("period")?,
        },
        state: row.state("state")?,
        level: step(row, "level")?,
        opened_on: row.get("opened_on")?,
        closed_on: row.get("closed_on")?,
    })
}

fn event<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Event> {
    Ok(Event {
        kind: row.state("kind")?,
        level: step(row, "level")?,
        dated: row.get("dated")?,
        words: grant.open(row)?,
        written_by: row.get("writer")?,
        written_at: row.get("written_at")?,
    })
}

fn step(row: &OwnedRow, column: &'static str) -> Result<Step> {
    Step::of(row.get(column)?).ok_or(DeskError::Stored(column))
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// B4: realisation is a history. Whoever adds a statement that changes or deletes an event learns it here.
    #[test]
    fn no_statement_changes_or_deletes_an_event() {
        let touching: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| sql.contains("goal_event"))
            .collect();
        assert!(
            touching.len() >= 2,
            "the statements are in the list: {touching:?}"
        );
        for sql in touching {
            let reads_or_adds = sql.starts_with("SELECT") || sql.starts_with("INSERT INTO goal_event");
            assert!(reads_or_adds, "{sql}");
        }
    }
}
