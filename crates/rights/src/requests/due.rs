//! Requests whose last day comes, on the day's list of those who answer them, and in their daily message.

use futures::FutureExt as _;
use jiff::ToSpan as _;
use polku_casework::joining::{DueForManagers, Reminder, inventory};
use polku_desk::Visit;
use polku_profile::RecordKind;
use polku_web::Answer;

use super::{change, store};

inventory::submit! { DueForManagers { due: |visit, most| due(visit, most).boxed() } }

async fn due(visit: &Visit, most: i64) -> Answer<Vec<Reminder>> {
    let profile = visit.profile()?;
    if !profile.keeps(RecordKind::Request) || !change::answers(visit)? {
        return Ok(Vec::new());
    }
    let horizon = visit
        .today()
        .saturating_add(i64::from(profile.reminders.request_due).days());
    let reminder = |one: store::Pressing| Reminder {
        href: change::address(one.client, one.id),
        client: one.client,
        name: one.name,
        word: "requests-due-reminder",
        on: one.due_on,
    };
    let pressing = store::pressing(visit, horizon, most).await?;
    Ok(pressing.into_iter().map(reminder).collect())
}
