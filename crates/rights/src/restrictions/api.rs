//! Restrictions over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{Answer, AtDesk, JsonBody, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    input::{LiftingInput, RestrictionInput},
    restriction::{Ground, Restriction, State},
    store,
};
use crate::requests::kept;

/// A restriction.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RestrictionBody {
    /// Its id.
    id: Uuid,
    /// Whether it is in force.
    state: State,
    /// On what ground.
    ground: Ground,
    /// Since when.
    since: Timestamp,
    /// Who set it.
    set_by: String,
    /// The request that it answers.
    request: Option<Uuid>,
    /// What data it is about.
    scope: String,
    /// Why.
    reasons: String,
    /// When the person was told that it is lifted.
    told_on: Option<Date>,
    /// When it was lifted.
    lifted_at: Option<Timestamp>,
}

impl From<Restriction> for RestrictionBody {
    fn from(one: Restriction) -> Self {
        Self {
            id: one.id,
            state: one.state,
            ground: one.ground,
            since: one.since,
            set_by: one.set_by,
            request: one.request,
            scope: one.words.scope,
            reasons: one.words.reasons,
            told_on: one.told_on,
            lifted_at: one.lifted.map(|(_, at)| at),
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<RestrictionBody>>> {
    bodies(&visit, client).await
}

async fn bodies(visit: &AtDesk, client: SubjectId) -> Answer<Json<Vec<RestrictionBody>>> {
    kept(visit)?;
    // What was written is not in the snapshot that checks may have read.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let all = store::all(&grant).await?;
    Ok(Json(all.into_iter().map(RestrictionBody::from).collect()))
}

pub(super) async fn set(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<RestrictionInput>,
) -> Answer<Json<Vec<RestrictionBody>>> {
    change::set(&visit, client, &input).await?;
    bodies(&visit, client).await
}

pub(super) async fn lift(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<LiftingInput>,
) -> Answer<Json<Vec<RestrictionBody>>> {
    change::lift(&visit, client, &input).await?;
    bodies(&visit, client).await
}
