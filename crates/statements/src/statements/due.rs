//! What of statements is to be seen to: those with a day, final statements of periods that end, and those that wait for
//! a signature (B11).

use futures::{FutureExt as _, future::BoxFuture};
use jiff::{ToSpan as _, civil::Date};
use polku_casework::{joining::Reminder, keeping};
use polku_desk::{Visit, params, statements};
use polku_profile::{Activity, Profile, RecordKind};
use polku_web::Answer;
use uuid::Uuid;

use super::{
    change::{address, reminded_until},
    statement::{Kind, State},
};

/// A period that ended so many days ago, and nobody wrote, is history.
const FORGOTTEN_AFTER: i64 = 60;

statements! {
    /// Those that are not signed and have a day.
    listed(Statements) UNSIGNED = "SELECT t.subject AS subject, t.id, t.kind, t.state, t.due_on FROM statement t \
        JOIN subject s ON s.register = t.register AND s.id = t.subject WHERE t.register = :register \
        AND t.state <> 'signed' AND t.due_on <= :horizon AND {visible} ORDER BY t.due_on, t.id LIMIT :limit";
    /// Those that wait for a signature.
    listed(Statements) WAITING = "SELECT t.subject AS subject, t.id, t.kind, t.due_on FROM statement t \
        JOIN subject s ON s.register = t.register AND s.id = t.subject WHERE t.register = :register \
        AND t.state = 'waiting' AND {visible} ORDER BY t.written_at, t.id LIMIT :limit";
    /// Periods that end or have ended, of whose last statement nothing is written.
    listed(Statements) UNWRITTEN = "SELECT p.subject AS subject, p.id, COALESCE(p.ended_on, p.ends_on) AS ends \
        FROM service_period p JOIN subject s ON s.register = p.register AND s.id = p.subject \
        WHERE p.register = :register AND p.state <> 'planned' AND COALESCE(p.ended_on, p.ends_on) <= :horizon \
        AND COALESCE(p.ended_on, p.ends_on) >= :since AND {visible} AND NOT EXISTS (SELECT 1 FROM statement t \
        WHERE t.register = p.register AND t.subject = p.subject AND t.kind = :kind AND t.covers_until >= p.starts_on) \
        ORDER BY ends, p.id LIMIT :limit";
}

/// What a coach has to see to.
pub(super) fn for_coach(visit: &Visit, most: i64) -> BoxFuture<'_, Answer<Vec<Reminder>>> {
    async move {
        let profile = visit.profile()?;
        if Kind::kept(&profile).next().is_none() {
            return Ok(Vec::new());
        }
        let horizon = reminded_until(visit.today(), &profile);
        let mut due = unsigned(visit, horizon, most).await?;
        if let Some(kind) = last_kind(&profile) {
            due.extend(unwritten(visit, kind, horizon, most).await?);
        }
        Ok(due)
    }
    .boxed()
}

/// What waits for the visitor's signature, when the role may sign.
pub(super) fn for_signers(visit: &Visit, most: i64) -> BoxFuture<'_, Answer<Vec<Reminder>>> {
    async move {
        let profile = visit.profile()?;
        let may_sign = keeping::allows(visit, Activity::SignStatements)?;
        if !may_sign || Kind::kept(&profile).next().is_none() {
            return Ok(Vec::new());
        }
        let listed = visit.list(WAITING, params! { "limit" => most }).await?;
        let mut due = Vec::with_capacity(listed.rows.len());
        for row in &listed.rows {
            let on: Option<Date> = row.get("due_on")?;
            due.push(Reminder {
                client: row.subject,
                name: listed.name(row),
                word: "statements-due-sign",
                href: format!("{}/sign", address(row.subject, row.get::<Uuid>("id")?)),
                on: on.unwrap_or(visit.today()),
            });
        }
        Ok(due)
    }
    .boxed()
}

async fn unsigned(visit: &Visit, horizon: Date, most: i64) -> Answer<Vec<Reminder>> {
    let asked = params! { "horizon" => horizon, "limit" => most };
    let listed = visit.list(UNSIGNED, asked).await?;
    let signs = keeping::allows(visit, Activity::SignStatements)?;
    let mut due = Vec::with_capacity(listed.rows.len());
    for row in &listed.rows {
        // One that waits is already among what waits for those who may sign.
        if signs && row.state::<State>("state")? == State::Waiting {
            continue;
        }
        due.push(Reminder {
            client: row.subject,
            name: listed.name(row),
            word: word(row.state("kind")?),
            href: address(row.subject, row.get("id")?),
            on: row.get("due_on")?,
        });
    }
    Ok(due)
}

async fn unwritten(visit: &Visit, kind: Kind, horizon: Date, most: i64) -> Answer<Vec<Reminder>> {
    let since = visit.today().saturating_sub(FORGOTTEN_AFTER.days());
    let asked = params! { "horizon" => horizon, "since" => since, "kind" => kind, "limit" => most };
    let listed = visit.list(UNWRITTEN, asked).await?;
    let reminder = |row: &polku_desk::OwnedRow| {
        Ok(Reminder {
            client: row.subject,
            name: listed.name(row),
            word: word(kind),
            href: format!("/clients/{}/statements", row.subject),
            on: row.get("ends")?,
        })
    };
    listed.rows.iter().map(reminder).collect()
}

/// The kind that is written when a period ends.
fn last_kind(profile: &Profile) -> Option<Kind> {
    if !profile.keeps(RecordKind::Period) {
        return None;
    }
    [Kind::FinalStatement, Kind::ProgressSummary]
        .into_iter()
        .find(|kind| profile.keeps(kind.record()))
}

const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::InterimReport => "record-interim-report",
        Kind::FinalStatement => "record-final-statement",
        Kind::ProgressSummary => "record-progress-summary",
        Kind::InternalSummary => "record-internal-summary",
    }
}
