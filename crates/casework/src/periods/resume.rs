//! Going on with an interrupted period.

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::ResumeInput,
    law, membership,
    page::{self, Asked},
    period::{Break, Details, Period},
    plan,
    rules::{self, Step},
    schedule, store,
};

/// Goes on with an interrupted period; the break and its reason stay in its record.
pub(super) async fn go_on(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &ResumeInput,
) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::one(&grant, id).await?;
    if stored.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let state =
        rules::after(stored.state, Step::Resume).ok_or(DeskError::Refused("periods-step-impossible"))?;
    let (on, agreed) = input
        .check(&stored, stored.plan(), visit.today())
        .map_err(Failure::Invalid)?;
    plan::check_law(&agreed, &input.accepted_warnings)?;
    let mut details = Details {
        accepted_warnings: law::accepted(&agreed, &input.accepted_warnings),
        reason: String::new(),
        ..stored.details.clone()
    };
    if let Some(ending) = stored.ending {
        details.breaks.push(Break {
            last_day: ending.on,
            resumed_on: on,
            reason: stored.details.reason.clone(),
        });
    }
    let resumed = Period {
        state,
        starts_on: agreed.starts_on,
        ends_on: agreed.ends_on,
        ending: None,
        details,
        schedule: schedule::changed(&stored.schedule, agreed.week, on, agreed.ends_on),
        ..stored
    };
    store::update(&grant, &resumed, seen).await?;
    membership::begin(&grant, &resumed, on).await?;
    grant.commit("period-resumed", json!({ "period": id })).await?;
    Ok(())
}

pub(super) async fn form(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    page::ask(&visit, &reader, client, Asked::Resume(id)).await
}

pub(super) async fn resume(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = page::seen(&fields)?;
    match go_on(&visit, client, id, seen, &fields.read()?).await {
        Ok(()) => Ok(flash(&page::address(client, id), "periods-resumed")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::Resume(id), fields, failure).await,
    }
}
