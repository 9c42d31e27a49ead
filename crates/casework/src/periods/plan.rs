//! Planning a period and changing what is planned. A new one may start at once.

use jiff::civil::Date;
use polku_desk::{Client, DeskError, SubjectId, Visit, ids::WorkgroupId};
use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, LegalFinding, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::PeriodInput,
    law, membership,
    page::{self, Asked},
    period::{Details, Period, Plan, State},
    rules, schedule, store,
};
use crate::groups::{self, Group};

/// Adds a period; answers its id.
pub(super) async fn add(visit: &Visit, client: SubjectId, input: &PeriodInput) -> Answer<Uuid> {
    let plan = input.check(visit.today()).map_err(Failure::Invalid)?;
    let groups = groups::all(visit).await?;
    check_group(&groups, &plan, None, visit.today())?;
    check_law(&plan, &input.accepted_warnings)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let period = new_period(visit.new_id(), grant.subject(), plan, input);
    store::insert(&grant, &period).await?;
    if period.state == State::Ongoing {
        membership::begin(&grant, &period, period.starts_on).await?;
    }
    let what = if period.state == State::Ongoing {
        "period-started"
    } else {
        "period-planned"
    };
    grant.commit(what, json!({ "period": period.id })).await?;
    Ok(period.id)
}

/// Changes what is agreed on for a period that has not ended; `seen` is the version that the change was made on.
pub(super) async fn apply(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &PeriodInput,
) -> Answer<()> {
    let today = visit.today();
    let plan = input.check(today).map_err(Failure::Invalid)?;
    let changes_from = input.changes_from(today).map_err(Failure::Invalid)?;
    check_law(&plan, &input.accepted_warnings)?;
    let groups = groups::all(visit).await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::one(&grant, id).await?;
    if stored.version != seen {
        return Err(DeskError::Conflict.into());
    }
    if !rules::is_open(stored.state) {
        return Err(DeskError::Refused("periods-ended-already").into());
    }
    check_group(&groups, &plan, stored.workgroup, today)?;
    let changed = changed(&stored, plan, changes_from, &input.accepted_warnings);
    store::update(&grant, &changed, seen).await?;
    if changed.state == State::Ongoing && changed.workgroup != stored.workgroup {
        membership::end(&grant, stored.workgroup, id).await?;
        membership::begin(&grant, &changed, changes_from.min(today)).await?;
    }
    let fields = changed_fields(&stored, &changed);
    grant
        .commit("period-changed", json!({ "period": id, "fields": fields }))
        .await?;
    Ok(())
}

/// Refuses what the law refuses, and what it warns of as long as the warning is not accepted.
pub(super) fn check_law(plan: &Plan, accepted_warnings: &[String]) -> Answer<()> {
    let objections = law::objections(plan, accepted_warnings);
    if objections.is_empty() {
        return Ok(());
    }
    let findings = objections.into_iter().map(|finding| LegalFinding {
        field: law::field_of(&finding),
        finding,
    });
    Err(Failure::AgainstLimits(findings.collect()))
}

/// Whether the group takes clients: an open one, or the one that the client is in already.
fn check_group(groups: &[Group], plan: &Plan, current: Option<WorkgroupId>, today: Date) -> Answer<()> {
    let takes = |wanted| {
        let is_open = |group: &Group| group.id == wanted && group.is_open(today);
        current == Some(wanted) || groups.iter().any(is_open)
    };
    if plan.workgroup.is_none_or(takes) {
        return Ok(());
    }
    Err(Failure::Invalid(vec![InvalidField {
        field: "workgroup",
        key: "code-list-unknown",
    }]))
}

fn new_period(id: Uuid, owner: SubjectId, plan: Plan, input: &PeriodInput) -> Period {
    let state = if input.starts_at_once() {
        State::Ongoing
    } else {
        State::Planned
    };
    Period {
        id,
        owner,
        version: 1,
        state,
        measure: plan.measure,
        workgroup: plan.workgroup,
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        ending: None,
        details: Details {
            accepted_warnings: law::accepted(&plan, &input.accepted_warnings),
            place: plan.place,
            ..Details::default()
        },
        schedule: schedule::whole(plan.week, plan.starts_on, plan.ends_on),
    }
}

fn changed(stored: &Period, plan: Plan, changes_from: Date, accepted_warnings: &[String]) -> Period {
    let schedule = rules::rescheduled(stored, &plan, changes_from);
    Period {
        measure: plan.measure,
        workgroup: plan.workgroup,
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        details: Details {
            accepted_warnings: law::accepted(&plan, accepted_warnings),
            place: plan.place,
            ..stored.details.clone()
        },
        schedule,
        ..stored.clone()
    }
}

/// Names what changed, for the log: never the values.
fn changed_fields(before: &Period, after: &Period) -> Vec<&'static str> {
    let differs = [
        ("measure", before.measure != after.measure),
        ("workgroup", before.workgroup != after.workgroup),
        ("place", before.details.place != after.details.place),
        ("starts_on", before.starts_on != after.starts_on),
        ("ends_on", before.ends_on != after.ends_on),
        ("week", before.week() != after.week()),
    ];
    differs
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| name)
        .collect()
}

pub(super) async fn create(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: PeriodInput = fields.read()?;
    match add(&visit, client, &input).await {
        Ok(id) => {
            let done = if input.starts_at_once() {
                "periods-started"
            } else {
                "periods-planned"
            };
            Ok(flash(&page::address(client, id), done))
        }
        Err(failure) => page::mend(&visit, &reader, client, Asked::New, fields, failure).await,
    }
}

pub(super) async fn change(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = page::seen(&fields)?;
    match apply(&visit, client, id, seen, &fields.read()?).await {
        Ok(()) => Ok(flash(&page::address(client, id), "periods-saved")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::Edit(id), fields, failure).await,
    }
}
