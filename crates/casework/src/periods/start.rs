//! Starting a planned period.

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::StartInput,
    law, membership,
    page::{self, Asked},
    period::{Details, Period},
    plan,
    rules::{self, Step},
    schedule, store,
};

/// Starts a planned period, on the day on which it began in fact.
pub(super) async fn begin(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &StartInput,
) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::one(&grant, id).await?;
    if stored.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let state =
        rules::after(stored.state, Step::Start).ok_or(DeskError::Refused("periods-step-impossible"))?;
    let agreed = input
        .check(stored.plan(), visit.today())
        .map_err(Failure::Invalid)?;
    plan::check_law(&agreed, &input.accepted_warnings)?;
    let started = Period {
        state,
        starts_on: agreed.starts_on,
        ends_on: agreed.ends_on,
        schedule: schedule::whole(agreed.week, agreed.starts_on, agreed.ends_on),
        details: Details {
            accepted_warnings: law::accepted(&agreed, &input.accepted_warnings),
            ..stored.details.clone()
        },
        ..stored
    };
    store::update(&grant, &started, seen).await?;
    membership::begin(&grant, &started, started.starts_on).await?;
    grant.commit("period-started", json!({ "period": id })).await?;
    Ok(())
}

pub(super) async fn form(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    page::ask(&visit, &reader, client, Asked::Start(id)).await
}

pub(super) async fn start(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = page::seen(&fields)?;
    match begin(&visit, client, id, seen, &fields.read()?).await {
        Ok(()) => Ok(flash(&page::address(client, id), "periods-started")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::Start(id), fields, failure).await,
    }
}
