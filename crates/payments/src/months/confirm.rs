//! Confirming months, and what waits for it.

use futures::{FutureExt as _, future::BoxFuture};
use polku_casework::{
    attendance::{self, Sheet},
    joining::Reminder,
};
use polku_desk::{Client, SubjectId, Visit, params};
use polku_pages::format;
use polku_profile::{Activity, RecordKind};
use polku_values::dates::Month;
use polku_web::{Answer, Failure, InvalidField};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    rules::{LeftOut, Standing, may_confirm, version},
    store,
};

/// As many people at most are confirmed together.
const MOST_PEOPLE: usize = 500;

/// Whose month is confirmed, as it was seen.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct ConfirmInput {
    /// The month, such as `2026-10`.
    pub(super) month: Month,
    /// The clients.
    pub(super) clients: Vec<Seen>,
}

/// A client's month as it was seen.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct Seen {
    /// The client.
    pub(super) client: SubjectId,
    /// The month's version that was seen: it changes with every marking.
    pub(super) seen: i64,
}

/// What became of it.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(super) struct Outcome {
    /// Whose month is confirmed now.
    pub(super) confirmed: Vec<SubjectId>,
    /// Whose is not, and why.
    pub(super) left_out: Vec<Left>,
}

/// Somebody whose month was not confirmed.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub(super) struct Left {
    /// The client.
    client: SubjectId,
    /// Why.
    reason: LeftOut,
}

/// Confirms the months of those who are ready; the others are left out, each with its reason.
pub(super) async fn confirm(visit: &Visit, input: &ConfirmInput) -> Answer<Outcome> {
    crate::managed(visit, RecordKind::Attendance, Activity::ConfirmAttendance)?;
    if input.clients.len() > MOST_PEOPLE {
        return Err(Failure::TooLarge);
    }
    let refuse = |field, key| Err(Failure::Invalid(vec![InvalidField { field, key }]));
    if !input.month.is_over(visit.today()) {
        return refuse("month", "months-not-over");
    }
    if input.clients.is_empty() {
        return refuse("clients", "months-nobody");
    }
    let people: Vec<SubjectId> = input.clients.iter().map(|seen| seen.client).collect();
    let set = visit.open_set_for_change::<Client>(&people).await?;
    attendance::hold(&set).await?;
    let sheet = Sheet::of_set(&set, input.month.days().collect()).await?;
    let mut outcome = Outcome::default();
    for person in &sheet.people {
        let seen = input
            .clients
            .iter()
            .find(|seen| set.person_of(seen.client) == person.client);
        let is_confirmed = person.is_locked(input.month.first());
        let standing = Standing::of(input.month, &person.cells, is_confirmed, visit.today());
        match may_confirm(
            standing,
            version(&person.cells),
            seen.map_or(-1, |seen| seen.seen),
        ) {
            Ok(()) => {
                attendance::lock(&set, person.client, input.month).await?;
                outcome.confirmed.push(person.client);
            }
            Err(reason) => outcome.left_out.push(Left {
                client: person.client,
                reason,
            }),
        }
    }
    if !outcome.confirmed.is_empty() {
        let details = json!({ "month": input.month.to_string(), "people": outcome.confirmed.len() });
        set.commit("attendance-month-confirmed", details).await?;
    }
    Ok(outcome)
}

/// Corrections that wait for the manager's decision, on the day's list.
pub(super) fn due(visit: &Visit, most: i64) -> BoxFuture<'_, Answer<Vec<Reminder>>> {
    async move {
        if crate::managed(visit, RecordKind::Attendance, Activity::ConfirmAttendance).is_err() {
            return Ok(Vec::new());
        }
        let listed = visit.list(store::WAITING, params! { "most" => most }).await?;
        let reminders = listed.rows.iter().map(|row| {
            let day: jiff::civil::Date = row.get("date")?;
            let made_at: jiff::Timestamp = row.get("made_at")?;
            Ok(Reminder {
                client: row.subject,
                name: listed.name(row),
                word: "months-correction-waits",
                href: format!("/clients/{}/months?month={}", row.subject, Month::of(day)),
                on: format::finnish_time(made_at).date(),
            })
        });
        reminders.collect()
    }
    .boxed()
}
