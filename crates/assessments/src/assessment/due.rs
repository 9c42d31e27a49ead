//! What waits for the worker: assessments to which the client has answered and which are still open.

use futures::{FutureExt as _, future::BoxFuture};
use polku_casework::joining::{DueSource, Reminder, inventory};
use polku_desk::{Visit, clock::date_in_finland, params, statements};
use polku_profile::RecordKind;
use polku_web::Answer;
use uuid::Uuid;

use super::change::address;

statements! {
    /// Open assessments whose client has answered, the earliest first.
    listed(Assessments) ANSWERED = "SELECT o.subject AS subject, o.assessment, o.given_at FROM self_assessment o \
        JOIN subject s ON s.register = o.register AND s.id = o.subject \
        JOIN assessment a ON a.register = o.register AND a.subject = o.subject AND a.id = o.assessment \
        WHERE o.register = :register AND o.state = 'given' AND a.state = 'open' AND {visible} \
        ORDER BY o.given_at LIMIT :most";
}

inventory::submit! {
    DueSource { due }
}

fn due(visit: &Visit, most: i64) -> BoxFuture<'_, Answer<Vec<Reminder>>> {
    answered(visit, most).boxed()
}

async fn answered(visit: &Visit, most: i64) -> Answer<Vec<Reminder>> {
    if !polku_casework::keeping::keeps(visit, RecordKind::Assessment)? {
        return Ok(Vec::new());
    }
    let listed = visit.list(ANSWERED, params! { "most" => most }).await?;
    let mut reminders = Vec::with_capacity(listed.rows.len());
    for row in &listed.rows {
        let assessment: Uuid = row.get("assessment")?;
        reminders.push(Reminder {
            client: row.subject,
            name: listed.name(row),
            word: "assessments-due-answered",
            href: address(row.subject, assessment),
            on: date_in_finland(row.get("given_at")?),
        });
    }
    Ok(reminders)
}
