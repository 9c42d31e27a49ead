//! What of agreements is to be seen to: those that run out, and those that the client has signed and we have not (B11).

use futures::{FutureExt as _, future::BoxFuture};
use jiff::{ToSpan as _, civil::Date};
use polku_casework::{joining::Reminder, keeping};
use polku_desk::{Visit, clock::date_in_finland, params, statements};
use polku_profile::{Activity, RecordKind};
use polku_web::Answer;

use super::address;

/// One that ran out so many days ago, and nobody made another, is history.
const FORGOTTEN_AFTER: i64 = 30;

statements! {
    /// Signed ones whose last day comes or has been, without another in their place.
    listed(Agreements) ENDING = "SELECT a.subject AS subject, a.id, a.ends_on FROM agreement a \
        JOIN subject s ON s.register = a.register AND s.id = a.subject WHERE a.register = :register \
        AND a.state = 'signed' AND a.ends_on <= :horizon AND a.ends_on >= :since AND {visible} AND NOT EXISTS \
        (SELECT 1 FROM agreement n WHERE n.register = a.register AND n.subject = a.subject AND n.amends = a.id \
        AND n.state <> 'lapsed') ORDER BY a.ends_on, a.id LIMIT :limit";
    /// Those that the client has signed.
    listed(Agreements) HALF_SIGNED = "SELECT a.subject AS subject, a.id, g.signed_at FROM agreement a \
        JOIN subject s ON s.register = a.register AND s.id = a.subject JOIN agreement_signature g \
        ON g.register = a.register AND g.subject = a.subject AND g.agreement = a.id AND g.party = 'client' \
        WHERE a.register = :register AND a.state = 'proposed' AND {visible} ORDER BY g.signed_at, a.id LIMIT :limit";
}

/// What a worker who makes agreements has to see to.
pub(super) fn due(visit: &Visit, most: i64) -> BoxFuture<'_, Answer<Vec<Reminder>>> {
    async move {
        let profile = visit.profile()?;
        if !profile.keeps(RecordKind::Agreement) || !keeping::allows(visit, Activity::MakeAgreements)? {
            return Ok(Vec::new());
        }
        let days = i64::from(profile.reminders.period_ends);
        let asked = params! {
            "horizon" => visit.today().saturating_add(days.days()),
            "since" => visit.today().saturating_sub(FORGOTTEN_AFTER.days()), "limit" => most,
        };
        let listed = visit.list(ENDING, asked).await?;
        let mut due = Vec::with_capacity(listed.rows.len());
        for row in &listed.rows {
            due.push(Reminder {
                client: row.subject,
                name: listed.name(row),
                word: "agreements-due-ends",
                href: address(row.subject, row.get("id")?),
                on: row.get::<Date>("ends_on")?,
            });
        }
        let listed = visit.list(HALF_SIGNED, params! { "limit" => most }).await?;
        for row in &listed.rows {
            due.push(Reminder {
                client: row.subject,
                name: listed.name(row),
                word: "agreements-due-sign",
                href: address(row.subject, row.get("id")?),
                on: date_in_finland(row.get("signed_at")?),
            });
        }
        Ok(due)
    }
    .boxed()
}
