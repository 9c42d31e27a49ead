//! Proposing, taking out, approving, taking back.

use std::collections::BTreeSet;

use polku_desk::{
    Client, DeskError, Read, SubjectId, Visit,
    access::{Action, Denial},
};
use polku_web::{API, Answer, Failure, InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    due,
    store::{self, Batch, BatchState, LineState, LineWords, NewLine},
};
use crate::file;

/// As many people at most are in a batch: it is to be looked through by somebody.
pub(super) const MOST_PEOPLE: usize = 200;
/// The most characters of a reason.
const LONGEST: usize = 2_000;

/// Which classes and years are to be in a batch, as `class:year`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct BatchInput {
    /// Classes with years, such as `client:2026`.
    pub(super) line: Vec<String>,
}

/// Why a line is taken out.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct TakeOutInput {
    /// Why.
    pub(super) reason: String,
}

/// Proposes a batch of what is due in these classes and years; answers its id. What does not fit waits for the next one.
pub(super) async fn propose(visit: &Visit, input: &BatchInput) -> Answer<Uuid> {
    let asked: BTreeSet<(&str, i16)> = input
        .line
        .iter()
        .filter_map(|line| line.rsplit_once(':'))
        .filter_map(|(class, year)| Some((class, year.parse().ok()?)))
        .collect();
    if asked.is_empty() {
        return Err(invalid("line", "batches-line-missing"));
    }
    let (profile, today) = (visit.profile()?, visit.today());
    let mut people: BTreeSet<SubjectId> = BTreeSet::new();
    for (class, of_class) in due::all(visit).await? {
        for (subject, of) in of_class {
            if asked.contains(&(class.as_str(), of.year)) && people.len() < MOST_PEOPLE {
                people.insert(subject);
            }
        }
    }
    let mut lines = Vec::new();
    for subject in &people {
        let grant = visit.open::<Client, Read>(*subject).await?;
        let due = file::read(&grant).await?.due(&profile, today);
        let asked_for = due
            .into_iter()
            .filter(|due| asked.iter().any(|(class, _)| *class == due.class));
        lines.extend(asked_for.map(|due| NewLine {
            subject: *subject,
            class: due.class,
            year: due.year,
            records: i64::try_from(due.records.len()).unwrap_or(i64::MAX),
        }));
    }
    if lines.is_empty() {
        return Err(invalid("line", "batches-nothing-due"));
    }
    // What was looked at is durable before it is proposed.
    visit.settle().await?;
    let id = visit.new_id();
    visit.will_create(format!("{API}/retention/batches/{id}"), 1);
    store::insert(visit, id).await?;
    let subjects: BTreeSet<SubjectId> = lines.iter().map(|line| line.subject).collect();
    let subjects: Vec<SubjectId> = subjects.into_iter().collect();
    let set = visit.open_set_for_change::<Client>(&subjects).await?;
    store::list(&set, visit, id, &lines).await?;
    set.commit("destruction-listed", json!({ "batch": id, "lines": lines.len() }))
        .await?;
    Ok(id)
}

/// Takes a line out of a batch that is not approved.
pub(super) async fn take_out(visit: &Visit, id: Uuid, line: Uuid, input: &TakeOutInput) -> Answer<()> {
    let mut wrong = ToMend::default();
    let reason = wrong.text("reason", &input.reason, LONGEST, "retention-reason-long");
    if reason.is_empty() {
        wrong.note("reason", Err("retention-reason-missing"));
    }
    let reason = wrong.finish(|| Some(reason)).map_err(Failure::Invalid)?;
    let batch = store::one(visit, id).await?;
    let lines = store::lines(visit, id).await?;
    let line = lines
        .iter()
        .find(|known| known.id == line)
        .ok_or(DeskError::Hidden)?;
    if batch.state != BatchState::Proposed {
        return Err(DeskError::Conflict.into());
    }
    let grant = visit.open_for_change::<Client>(line.person).await?;
    let words = LineWords {
        reason,
        ..LineWords::default()
    };
    store::settle(&grant, line, LineState::TakenOut, &words).await?;
    let told = json!({ "batch": id, "line": line.id });
    Ok(grant.commit("destruction-line-taken-out", told).await?)
}

/// Approves what somebody else proposed, and has it carried out.
///
/// # Errors
/// [`DeskError::Refused`] when it is one's own proposal: entered in the log, and nothing else happens.
/// [`DeskError::Conflict`] when it is decided already.
pub(super) async fn approve(visit: &Visit, id: Uuid) -> Answer<()> {
    let batch = proposed(visit, id).await?;
    if batch.proposed_by == visit.account() {
        visit.note_refusal(Action::Destroy, None, Denial::SamePerson)?;
        return Err(DeskError::Refused("batches-same-person").into());
    }
    Ok(store::approve(visit, &batch).await?)
}

/// Takes a batch back that is not approved.
pub(super) async fn withdraw(visit: &Visit, id: Uuid) -> Answer<()> {
    let batch = proposed(visit, id).await?;
    Ok(store::withdraw(visit, &batch).await?)
}

/// The date is right: what had stopped goes on.
pub(super) async fn confirm_clock(visit: &Visit) -> Answer<()> {
    visit.confirm_clock().await?;
    for batch in store::going_on(visit).await? {
        store::go_on(visit, &batch).await?;
    }
    Ok(())
}

async fn proposed(visit: &Visit, id: Uuid) -> Answer<Batch> {
    let batch = store::one(visit, id).await?;
    if batch.state == BatchState::Proposed {
        Ok(batch)
    } else {
        Err(DeskError::Conflict.into())
    }
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
