//! Photographs that are still used though a client withdrew, on the day's list of those who work with the client: nobody meets
//! a worker who withdraws in the portal, and the photograph is to be taken down all the same.

use futures::FutureExt as _;
use polku_casework::{
    joining::{DueSource, Reminder, inventory},
    keeping::keeps,
};
use polku_desk::{Visit, clock::date_in_finland};
use polku_profile::RecordKind;
use polku_web::Answer;

use super::{change::address, store};

inventory::submit! { DueSource { due: |visit, most| due(visit, most).boxed() } }

async fn due(visit: &Visit, most: i64) -> Answer<Vec<Reminder>> {
    if !keeps(visit, RecordKind::Photo)? {
        return Ok(Vec::new());
    }
    let still_used = store::still_used(visit, most).await?;
    let reminder = |one: store::StillUsed| Reminder {
        client: one.client,
        name: one.name,
        word: "photos-due",
        href: address(one.photo),
        on: date_in_finland(one.withdrawn_at),
    };
    Ok(still_used.into_iter().map(reminder).collect())
}
