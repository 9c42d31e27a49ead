//! The tasks of one client in the database.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use polku_desk::{
    AccountId, Client, DeskError, Granted, Operation, OwnedRow, Result, Visit, Write,
    account::AccountState,
    database::{OwnedStatement, Params},
    params, statements,
};
use uuid::Uuid;

use super::{
    rules,
    task::{NewTask, Source, State, Task, Title},
};

statements! {
    /// A task is written down.
    owned(Contacts) INSERT = "INSERT INTO task (register, subject, id, version, due_on, responsible, state, source, \
        contact, created_by, created_at, sealed) VALUES (:register, :subject, :id, 1, :due_on, :responsible, :state, \
        :source, :contact, :author, :now, :sealed)";
    /// What is open, and what was settled since a moment.
    owned(Contacts) CURRENT = "SELECT t.id, t.version, t.due_on, t.responsible, a.display_name, t.state, t.source, \
        t.contact, t.settled_at, t.sealed FROM task t JOIN account a ON a.id = t.responsible \
        WHERE t.register = :register AND t.subject = :subject AND (t.state = :open OR t.settled_at >= :since) \
        ORDER BY t.due_on, t.id";
    /// One task.
    owned(Contacts) ONE = "SELECT t.id, t.version, t.due_on, t.responsible, a.display_name, t.state, t.source, \
        t.contact, t.settled_at, t.sealed FROM task t JOIN account a ON a.id = t.responsible \
        WHERE t.register = :register AND t.subject = :subject AND t.id = :id";
    /// The task that follows from a contact.
    owned(Contacts) OF_CONTACT = "SELECT t.id, t.version, t.due_on, t.responsible, a.display_name, t.state, \
        t.source, t.contact, t.settled_at, t.sealed FROM task t JOIN account a ON a.id = t.responsible \
        WHERE t.register = :register AND t.subject = :subject AND t.contact = :contact ORDER BY t.id DESC LIMIT 1";
    /// What, by when, by whom and where it stands, changed.
    owned(Contacts) UPDATE = "UPDATE task SET version = :version, due_on = :due_on, responsible = :responsible, \
        state = :state, settled_at = :settled_at, sealed = :sealed WHERE register = :register AND \
        subject = :subject AND id = :id AND version = :seen";
    /// Those who can do a task of this client: the client's workers today, and the asker.
    owned(Contacts) WORKERS = "SELECT a.id, a.display_name FROM account a WHERE a.id = :own OR (a.state = :open AND \
        (EXISTS (SELECT 1 FROM care c WHERE c.register = :register AND c.subject = :subject AND c.account = a.id \
        AND c.valid_from <= :today AND (c.valid_until IS NULL OR c.valid_until >= :today)) OR \
        EXISTS (SELECT 1 FROM workgroup_member m JOIN workgroup_coach w ON w.register = m.register AND \
        w.workgroup = m.workgroup WHERE m.register = :register AND m.subject = :subject AND w.account = a.id \
        AND m.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until >= :today) \
        AND w.valid_from <= :today AND (w.valid_until IS NULL OR w.valid_until >= :today)))) \
        ORDER BY a.display_name, a.id";
}

/// Somebody who can do a client's task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Worker {
    /// Whose account.
    pub(crate) account: AccountId,
    /// As colleagues know the worker.
    pub(crate) name: String,
}

/// The client's workers today, and the visitor.
pub(crate) async fn workers<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Worker>> {
    let visit = grant.visit();
    let asked = params! { "own" => visit.account(), "open" => AccountState::Open, "today" => visit.today() };
    let mut found = BTreeMap::new();
    for row in grant.fetch(WORKERS, asked).await? {
        let (name, account): (String, AccountId) = (row.get("display_name")?, row.get("id")?);
        found.insert((name, account.0), account);
    }
    let worker = |((name, _), account)| Worker { account, name };
    Ok(found.into_iter().map(worker).collect())
}

/// Writes a task down inside a write that is under way; whoever began the write commits it.
pub(crate) async fn add(
    grant: &Granted<'_, Client, Write>,
    new: &NewTask,
    source: Source,
    contact: Option<Uuid>,
) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "due_on" => new.due_on, "responsible" => new.responsible, "state" => State::Open,
        "source" => source, "contact" => contact, "author" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal(id, 1, &new.title)?,
    };
    grant.put(INSERT, row).await?;
    Ok(id)
}

/// What [`current`] asks for.
pub(crate) fn asked(visit: &Visit) -> (OwnedStatement, Params) {
    let since = visit.now() - (rules::LATELY * 24).hours();
    (CURRENT, params! { "open" => State::Open, "since" => since })
}

/// The client's tasks: those that are open, by their day, and after them those settled lately, the latest first.
pub(crate) async fn current<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Task>> {
    let (statement, asked) = asked(grant.visit());
    let rows = grant.fetch(statement, asked).await?;
    let mut tasks = rows
        .iter()
        .map(|row| read(row, grant.open(row)?))
        .collect::<Result<Vec<_>>>()?;
    tasks.sort_by_key(|task| (task.settled_at.map(std::cmp::Reverse), task.due_on, task.id));
    Ok(tasks)
}

/// One task of the client.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Task> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    read(&row, grant.open(&row)?)
}

/// The task that follows from a contact, if one does.
pub(crate) async fn of_contact<O: Operation>(
    grant: &Granted<'_, Client, O>,
    contact: Uuid,
) -> Result<Option<Task>> {
    let rows = grant.fetch(OF_CONTACT, params! { "contact" => contact }).await?;
    rows.first().map(|row| read(row, grant.open(row)?)).transpose()
}

/// Stores a task anew: its words, day, worker and state. Settled now when it leaves the open ones.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it first.
pub(crate) async fn update(grant: &Granted<'_, Client, Write>, task: &Task) -> Result<()> {
    let version = task.version + 1;
    let settled_at = (task.state != State::Open).then(|| grant.visit().now());
    let row = params! {
        "id" => task.id, "seen" => task.version, "version" => version, "due_on" => task.due_on,
        "responsible" => task.responsible, "state" => task.state, "settled_at" => settled_at,
        "sealed" => grant.seal_for(task.owner, task.id, version, &task.title)?,
    };
    grant.execute_one(task.owner, UPDATE, row).await
}

/// A task of a row that has all its columns.
pub(super) fn read(row: &OwnedRow, title: Title) -> Result<Task> {
    let due_on: Date = row.get("due_on")?;
    Ok(Task {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        title,
        due_on,
        responsible: row.get("responsible")?,
        responsible_name: row.get("display_name")?,
        state: row.state("state")?,
        source: row.state("source")?,
        contact: row.get("contact")?,
        settled_at: row.get("settled_at")?,
    })
}

/// Nothing is changed that the visitor has not seen as it is now.
pub(super) fn at_version(task: Task, seen: i64) -> Result<Task> {
    if task.version == seen {
        Ok(task)
    } else {
        Err(DeskError::Conflict)
    }
}
