//! Tasks across clients: one's own or everybody's, as far as one may see the clients.

use jiff::{ToSpan, civil::Date};
use polku_desk::{Listed, Result, SubjectId, Visit, params, statements};
use polku_web::Answer;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    rules, store,
    task::{NamedTask, State},
};

/// The most tasks on a page.
pub(super) const PAGE: i64 = 200;
/// The most that were settled lately.
const SETTLED: i64 = 20;

statements! {
    /// The visitor's open tasks, by their day.
    listed(Contacts) MINE = "SELECT t.subject AS subject, t.id, t.version, t.due_on, t.responsible, a.display_name, \
        t.state, t.source, t.contact, t.settled_at, t.sealed FROM task t \
        JOIN subject s ON s.register = t.register AND s.id = t.subject JOIN account a ON a.id = t.responsible \
        WHERE t.register = :register AND t.responsible = :account AND t.state = :open AND t.due_on <= :until \
        AND (t.due_on > :after_day OR (t.due_on = :after_day AND t.id > :after_id)) AND {visible_with_merged} \
        ORDER BY t.due_on, t.id LIMIT :limit";
    /// Everybody's open tasks, by their day.
    listed(Contacts) EVERYBODYS = "SELECT t.subject AS subject, t.id, t.version, t.due_on, t.responsible, \
        a.display_name, t.state, t.source, t.contact, t.settled_at, t.sealed FROM task t \
        JOIN subject s ON s.register = t.register AND s.id = t.subject JOIN account a ON a.id = t.responsible \
        WHERE t.register = :register AND t.state = :open AND t.due_on <= :until \
        AND (t.due_on > :after_day OR (t.due_on = :after_day AND t.id > :after_id)) AND {visible_with_merged} \
        ORDER BY t.due_on, t.id LIMIT :limit";
    /// The visitor's tasks that were settled since a moment, the latest first.
    listed(Contacts) SETTLED_LATELY = "SELECT t.subject AS subject, t.id, t.version, t.due_on, t.responsible, \
        a.display_name, t.state, t.source, t.contact, t.settled_at, t.sealed FROM task t \
        JOIN subject s ON s.register = t.register AND s.id = t.subject JOIN account a ON a.id = t.responsible \
        WHERE t.register = :register AND t.responsible = :account AND t.settled_at >= :since AND {visible_with_merged} \
        ORDER BY t.settled_at DESC, t.id LIMIT :limit";
    /// How many of the visitor's tasks are due by a day.
    listed(Contacts) DUE_COUNT = "SELECT COUNT(*) AS number FROM task t \
        JOIN subject s ON s.register = t.register AND s.id = t.subject \
        WHERE t.register = :register AND t.responsible = :account AND t.state = :open AND t.due_on <= :until \
        AND {visible_with_merged}";
}

/// Whose tasks are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Whose {
    /// One's own.
    #[default]
    Mine,
    /// Everybody's.
    Everybody,
}

/// Where a page of a list begins: after this task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct After {
    /// Its day.
    pub(crate) due_on: Date,
    /// Its id.
    pub(crate) id: Uuid,
}

impl After {
    /// As it stands in an address: `2026-11-23_<id>`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (day, id) = text.split_once('_')?;
        Some(Self {
            due_on: day.parse().ok()?,
            id: id.parse().ok()?,
        })
    }
}

impl std::fmt::Display for After {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{}", self.due_on, self.id)
    }
}

/// A task that is due, for the page of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueTask {
    /// Whom it concerns.
    pub subject: SubjectId,
    /// That client's name.
    pub name: String,
    /// What is to be done.
    pub title: String,
    /// By which day.
    pub due_on: Date,
}

/// Open tasks by their day, a page of them.
pub(super) async fn open(
    visit: &Visit,
    whose: Whose,
    until: Date,
    after: Option<After>,
    limit: i64,
) -> Result<Vec<NamedTask>> {
    let statement = match whose {
        Whose::Mine => MINE,
        Whose::Everybody => EVERYBODYS,
    };
    let asked = params! {
        "open" => State::Open, "until" => until, "limit" => limit,
        "after_day" => after.map(|after| after.due_on.to_string()).unwrap_or_default(),
        "after_id" => after.map_or_else(Uuid::nil, |after| after.id),
    };
    named(&visit.list(statement, asked).await?)
}

/// The visitor's tasks that were done or dropped lately.
pub(super) async fn settled_lately(visit: &Visit) -> Result<Vec<NamedTask>> {
    let since = visit.now() - (rules::LATELY * 24).hours();
    let asked = params! { "since" => since, "limit" => SETTLED };
    named(&visit.list(SETTLED_LATELY, asked).await?)
}

/// The visitor's tasks that are due by a day, the most urgent first.
///
/// # Errors
/// When the route does not say that it lists contacts.
pub async fn due(visit: &Visit, until: Date, limit: i64) -> Answer<Vec<DueTask>> {
    let tasks = open(visit, Whose::Mine, until, None, limit).await?;
    let due = |named: NamedTask| DueTask {
        subject: named.task.owner,
        name: named.name,
        title: named.task.title.title,
        due_on: named.task.due_on,
    };
    Ok(tasks.into_iter().map(due).collect())
}

/// How many of the visitor's tasks are due by a day: a number, which shows nobody.
///
/// # Errors
/// When the route does not say that it lists contacts.
pub async fn due_count(visit: &Visit, until: Date) -> Answer<i64> {
    let asked = params! { "open" => State::Open, "until" => until };
    Ok(visit.count(DUE_COUNT, asked).await?)
}

fn named(listed: &Listed<'_>) -> Result<Vec<NamedTask>> {
    listed
        .rows
        .iter()
        .map(|row| {
            Ok(NamedTask {
                task: store::read(row, listed.open(row)?)?,
                name: listed.name(row),
            })
        })
        .collect()
}
