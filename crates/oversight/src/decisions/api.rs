//! Decisions about the register over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::Visit;
use polku_web::{API, Answer, AtDesk, EntityTag, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    decision::{Kind, RegisterDecision},
    input::DecisionInput,
    rules::Standing,
    store,
};

/// A decision about the register.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DecisionBody {
    /// Its id.
    id: Uuid,
    /// What was decided.
    kind: Kind,
    /// Whether it holds today.
    standing: Standing,
    /// Its name.
    title: String,
    /// Its words.
    content: String,
    /// Who decided.
    decided_by: String,
    /// On what power.
    power: String,
    /// When.
    decided_on: Date,
    /// The first day on which it holds.
    valid_from: Date,
    /// The last, if one is set.
    valid_until: Option<Date>,
    /// When the staff was heard.
    heard_on: Option<Date>,
    /// The decision that it takes the place of.
    replaces: Option<Uuid>,
    /// The decision that took its place.
    replaced_by: Option<Uuid>,
    /// Who entered it.
    recorded_by: String,
    /// When.
    recorded_at: Timestamp,
}

impl DecisionBody {
    fn of(one: RegisterDecision, today: Date) -> Self {
        Self {
            id: one.id,
            kind: one.kind,
            standing: one.standing(today),
            title: one.new.title,
            content: one.new.content,
            decided_by: one.new.decided_by,
            power: one.new.power,
            decided_on: one.new.decided_on,
            valid_from: one.new.valid_from,
            valid_until: one.new.valid_until,
            heard_on: one.new.heard_on,
            replaces: one.new.replaces,
            replaced_by: one.replaced_by.map(|(id, _)| id),
            recorded_by: one.recorded_by,
            recorded_at: one.recorded_at,
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<DecisionBody>>> {
    let all = store::all(&visit).await?.into_iter();
    Ok(Json(
        all.map(|one| DecisionBody::of(one, visit.today())).collect(),
    ))
}

pub(super) async fn enter(visit: AtDesk, JsonBody(input): JsonBody<DecisionInput>) -> Answer {
    let id = change::enter(&visit, &input).await?;
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let location = [(header::LOCATION, format!("{API}{}", address(id)))];
    let body = body(&visit, id).await?;
    Ok(EntityTag(1).on((StatusCode::CREATED, location, body).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    Ok(EntityTag(1).on(body(&visit, id).await?.into_response()))
}

async fn body(visit: &Visit, id: Uuid) -> Answer<Json<DecisionBody>> {
    let one = store::one(visit, id).await?;
    Ok(Json(DecisionBody::of(one, visit.today())))
}
