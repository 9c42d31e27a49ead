//! Clients whom nobody has told yet, on the day's list: from a week after they came on, for two months.

use futures::FutureExt as _;
use jiff::SignedDuration;
use polku_casework::joining::{DueSource, Reminder, inventory};
use polku_desk::{Visit, params};
use polku_pages::format;
use polku_web::Answer;

use super::{page, store};

/// So many days may pass before anybody is reminded.
const GRACE: i64 = 7;
/// Whoever came so many days ago was told, or is past a start.
const LOOKED_BACK: i64 = 60;

inventory::submit! { DueSource { due: |visit, most| due(visit, most).boxed() } }

async fn due(visit: &Visit, most: i64) -> Answer<Vec<Reminder>> {
    let ago = |days: i64| visit.now() - SignedDuration::from_hours(24 * days);
    let asked = params! { "since" => ago(LOOKED_BACK), "until" => ago(GRACE), "limit" => most };
    let listed = visit.list(store::UNTOLD, asked).await?;
    let reminder = |row: &polku_desk::OwnedRow| {
        let came = format::finnish_time(row.get("created_at")?).date();
        Ok(Reminder {
            client: row.subject,
            name: listed.name(row),
            word: "induction-due",
            href: page::address(row.subject),
            on: came.saturating_add(jiff::Span::new().days(GRACE)),
        })
    };
    listed.rows.iter().map(reminder).collect()
}
