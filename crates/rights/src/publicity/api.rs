//! Others' requests over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_web::{
    API, Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, Query, StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    input::{PublicityAct, PublicityInput},
    kept,
    page::Asked,
    request::{Act, PublicityRequest, State, Step},
    rules, store,
};
use crate::letter::Letter;

/// A request under the publicity act.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PublicityBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// How far it is.
    state: State,
    /// How it came.
    channel: String,
    /// When it came.
    received_on: Date,
    /// The last day for the answer.
    due_on: Date,
    /// Who answers.
    handler: Option<String>,
    /// When it was closed.
    closed_at: Option<Timestamp>,
    /// Who asks.
    asker: String,
    /// Where the answer goes.
    contact: String,
    /// What is asked.
    asked: String,
    /// Why it was answered so.
    reasons: String,
    /// The provision of a refusal.
    provision: String,
    /// The authority that it was sent to.
    routed_to: String,
    /// What may be done to it now.
    acts: Vec<&'static str>,
    /// What was written.
    letters: Vec<Letter>,
    /// What was done, the earliest first.
    steps: Vec<Step>,
}

impl From<PublicityRequest> for PublicityBody {
    fn from(one: PublicityRequest) -> Self {
        Self {
            acts: rules::open_acts(one.state).map(Act::name).collect(),
            id: one.id,
            version: one.version,
            state: one.state,
            channel: one.channel.key().to_owned(),
            received_on: one.received_on,
            due_on: one.due_on,
            handler: one.handler,
            closed_at: one.closed_at,
            asker: one.words.asker,
            contact: one.words.contact,
            asked: one.words.asked,
            reasons: one.words.reasons,
            provision: one.words.provision,
            routed_to: one.words.routed_to,
            letters: one.words.letters,
            steps: one.words.steps,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Json<Vec<PublicityBody>>> {
    kept(&visit)?;
    let found = store::list(&visit, asked.open()).await?;
    Ok(Json(found.into_iter().map(PublicityBody::from).collect()))
}

pub(super) async fn receive(visit: AtDesk, JsonBody(input): JsonBody<PublicityInput>) -> Answer {
    let id = change::receive(&visit, &input).await?;
    let location = [(header::LOCATION, format!("{API}/publicity-requests/{id}"))];
    let body = one(&visit, id).await?;
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    let body = one(&visit, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn act(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<PublicityAct>,
) -> Answer {
    change::act(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    let body = one(&visit, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

async fn one(visit: &AtDesk, id: Uuid) -> Answer<PublicityBody> {
    kept(visit)?;
    // What was written is not in the snapshot that checks may have read.
    visit.settle().await?;
    Ok(store::one(visit, id).await?.into())
}
