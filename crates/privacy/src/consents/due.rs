//! Consents that end soon, on the day's list.

use futures::FutureExt as _;
use polku_casework::joining::{DueSource, Reminder, inventory};
use polku_desk::Visit;
use polku_profile::RecordKind;
use polku_web::Answer;

use super::store;

inventory::submit! { DueSource { due: |visit, most| due(visit, most).boxed() } }

async fn due(visit: &Visit, most: i64) -> Answer<Vec<Reminder>> {
    let profile = visit.profile()?;
    if !profile.keeps(RecordKind::Consent) {
        return Ok(Vec::new());
    }
    let ending = store::ending(visit, profile.reminders.consent_ends, most).await?;
    let reminder = |ending: store::Ending| Reminder {
        client: ending.client,
        name: ending.name,
        word: "consents-due",
        href: format!("/clients/{}/consents", ending.client),
        on: ending.until,
    };
    Ok(ending.into_iter().map(reminder).collect())
}
