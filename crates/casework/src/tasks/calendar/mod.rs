//! The calendar feed: a worker's meetings and due tasks, without anybody's name (B11).
//!
//! A calendar program knows no sign-in, so the address itself is the secret; whoever has it learns when something is
//! and nothing about whom. Still the clients' rows are read, so each reading goes through a visit of the holder's and
//! is in the log before it is answered.

mod feed;

use axum::extract::State;
use jiff::ToSpan;
use polku_desk::{
    DeskError, Visit,
    access::{AccessSpec, Action, Role},
    clock, params, statements,
};
use polku_pages::{Locale, Texts};
use polku_values::dates::parse_clock_time;
use polku_web::{Answer, App, IntoResponse, Method, Path, Routes, header};
use sha2::{Digest as _, Sha256};

use self::feed::{Entry, Kind};
use super::task;
use crate::today::{self, DueThing};

/// The address as the log names it.
const ROUTE: &str = "/calendar/{file}";
/// What the holder's visits read.
const READ: AccessSpec =
    AccessSpec::people(Action::Read, today::DUE).only(&[Role::Coach, Role::ServiceManager]);
/// How far back meetings and done days are told, in days.
const BEHIND: i32 = 31;
/// The most entries of each kind.
const MOST: i64 = 500;

statements! {
    /// The visitor's open tasks: when, not what.
    listed(Contacts) TASKS = "SELECT t.subject AS subject, t.id, t.due_on FROM task t \
        JOIN subject s ON s.register = t.register AND s.id = t.subject WHERE t.register = :register \
        AND t.responsible = :account AND t.state = :open AND {visible} ORDER BY t.due_on LIMIT :most";
    /// The meetings that the visitor wrote down: when, not with whom.
    listed(Contacts) MEETINGS = "SELECT c.subject AS subject, c.id, c.held_on, c.held_at FROM contact c \
        JOIN subject s ON s.register = c.register AND s.id = c.subject WHERE c.register = :register \
        AND c.author = :account AND c.held_on >= :since AND c.kind IN ('meeting', 'video', 'home-visit', \
        'network-meeting') AND {visible} ORDER BY c.held_on LIMIT :most";
}

/// The route of the feed.
pub(super) fn routes() -> Routes {
    Routes::new().page(Method::GET, ROUTE, AccessSpec::anyone(), show)
}

/// The feed of whoever's secret it is; nothing here when it is nobody's.
async fn show(State(app): State<App>, Path(file): Path<String>) -> Answer {
    // Some calendar programs ask for the ending.
    let secret = file.strip_suffix(".ics").unwrap_or(&file);
    let holder = app
        .desk
        .resolve_calendar(secret)
        .await?
        .ok_or(DeskError::Hidden)?;
    let texts = Texts::new(Locale::parse(&holder.locale).unwrap_or_default());
    let mut entries = Vec::new();
    for visitor in holder.visitors {
        if !READ.admits(visitor.role) {
            continue;
        }
        let visit = app.desk.visit(visitor, READ, ROUTE).await?;
        entries.extend(read(&visit).await?);
        visit.settle().await?;
    }
    entries.sort_by_key(|entry| (entry.on, entry.at, entry.id));
    // Two roles of one account in one register see the same task.
    entries.dedup();
    let now = app.desk.clock().now();
    let body = feed::feed(texts, &entries, &app.settings.origin, now, &clock::finland());
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, body).into_response())
}

async fn read(visit: &Visit) -> Answer<Vec<Entry>> {
    let mut entries = Vec::new();
    let asked = params! { "open" => task::State::Open, "most" => MOST };
    for row in visit.list(TASKS, asked).await?.rows {
        entries.push(Entry {
            id: row.get("id")?,
            kind: Kind::Task,
            on: row.get("due_on")?,
            at: None,
        });
    }
    let since = visit.today().saturating_sub(BEHIND.days());
    let asked = params! { "since" => since, "most" => MOST };
    for row in visit.list(MEETINGS, asked).await?.rows {
        let at: Option<String> = row.get("held_at")?;
        entries.push(Entry {
            id: row.get("id")?,
            kind: Kind::Meeting,
            on: row.get("held_on")?,
            at: at.and_then(|at| parse_clock_time(&at).ok()),
        });
    }
    // A task stands in the feed as such; what else is due stands there by its day alone.
    let others = today::things(visit)
        .await?
        .into_iter()
        .filter(|thing| thing.said.is_none());
    entries.extend(others.filter_map(|thing| reminder(&thing)));
    Ok(entries)
}

/// The same thing keeps its id while it is due, and the id tells nothing of anyone.
fn reminder(thing: &DueThing) -> Option<Entry> {
    let digest = Sha256::new()
        .chain_update(thing.word)
        .chain_update(thing.client.0.as_bytes())
        .chain_update(&thing.href)
        .finalize();
    let bytes: [u8; 16] = digest.get(..16)?.try_into().ok()?;
    Some(Entry {
        id: uuid::Builder::from_custom_bytes(bytes).into_uuid(),
        kind: Kind::Reminder,
        on: thing.on?,
        at: None,
    })
}
