//! Holds over the API: each change answers all of them as they are then.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{Answer, AtDesk, JsonBody, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{HoldInput, change, store};

/// A legal hold on a client.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct HoldBody {
    /// Its id.
    id: Uuid,
    /// Why.
    reason: String,
    /// The last day, when there is one.
    until: Option<Date>,
    /// Who placed it.
    placed_by: String,
    /// When it was placed.
    placed_at: Timestamp,
    /// When it was lifted.
    lifted_at: Option<Timestamp>,
}

/// A legal hold on a class.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ClassHoldBody {
    /// Its id.
    id: Uuid,
    /// The key of the class.
    class: String,
    /// Why.
    reason: String,
    /// The last day, when there is one.
    until: Option<Date>,
    /// Who placed it.
    placed_by: String,
    /// When it was placed.
    placed_at: Timestamp,
    /// When it was lifted.
    lifted_at: Option<Timestamp>,
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<HoldBody>>> {
    now(&visit, client).await
}

pub(super) async fn place(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<HoldInput>,
) -> Answer<Json<Vec<HoldBody>>> {
    change::place(&visit, client, &input).await?;
    now(&visit, client).await
}

pub(super) async fn lift(
    visit: AtDesk,
    Path((client, hold)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<Vec<HoldBody>>> {
    change::lift(&visit, client, hold).await?;
    now(&visit, client).await
}

async fn now(visit: &AtDesk, client: SubjectId) -> Answer<Json<Vec<HoldBody>>> {
    let grant = visit.open::<Client, Read>(client).await?;
    let body = |hold: store::PersonHold| HoldBody {
        id: hold.id,
        reason: hold.words.reason,
        until: hold.until,
        placed_by: hold.placed,
        placed_at: hold.placed_at,
        lifted_at: hold.lifted_at,
    };
    Ok(Json(store::people(&grant).await?.into_iter().map(body).collect()))
}

pub(super) async fn place_on_class(
    visit: AtDesk,
    JsonBody(input): JsonBody<HoldInput>,
) -> Answer<Json<Vec<ClassHoldBody>>> {
    change::place_on_class(&visit, &input).await?;
    of_classes(&visit).await
}

pub(super) async fn lift_from_class(
    visit: AtDesk,
    Path(hold): Path<Uuid>,
) -> Answer<Json<Vec<ClassHoldBody>>> {
    change::lift_from_class(&visit, hold).await?;
    of_classes(&visit).await
}

async fn of_classes(visit: &AtDesk) -> Answer<Json<Vec<ClassHoldBody>>> {
    // What was written is not in a snapshot that the checks may have read.
    visit.settle().await?;
    let body = |hold: store::ClassHold| ClassHoldBody {
        id: hold.id,
        class: hold.class,
        reason: hold.reason,
        until: hold.until,
        placed_by: hold.placed,
        placed_at: hold.placed_at,
        lifted_at: hold.lifted_at,
    };
    Ok(Json(store::classes(visit).await?.into_iter().map(body).collect()))
}
