//! Decisions over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_web::{API, Answer, AtDesk, EntityTag, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    decision::{Decision, Notice},
    input::{DecisionInput, NoticeInput},
    kept, store,
};

/// A decision.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DecisionBody {
    /// Its id.
    id: Uuid,
    /// The day of the decision.
    decided_on: Date,
    /// What was decided.
    what: String,
    /// Why.
    reasons: String,
    /// Who decided.
    decided_by: String,
    /// The number of the act that it rests on.
    act: String,
    /// The section.
    section: String,
    /// How to appeal.
    appeal: String,
    /// How and when the client was told.
    notice: Option<Notice>,
    /// The decision that it takes the place of.
    replaces: Option<Uuid>,
    /// The decision that took its place.
    replaced_by: Option<Uuid>,
    /// Who entered it.
    entered_by: String,
    /// When.
    entered_at: Timestamp,
}

impl From<Decision> for DecisionBody {
    fn from(one: Decision) -> Self {
        Self {
            id: one.id,
            decided_on: one.decided_on,
            what: one.words.what,
            reasons: one.words.reasons,
            decided_by: one.words.decided_by,
            act: one.words.act,
            section: one.words.section,
            appeal: one.words.appeal,
            notice: one.notice,
            replaces: one.replaces,
            replaced_by: one.replaced_by,
            entered_by: one.author,
            entered_at: one.written_at,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<DecisionBody>>> {
    let grant = open(&visit, client).await?;
    let decisions = store::all(&grant).await?;
    Ok(Json(decisions.into_iter().map(DecisionBody::from).collect()))
}

pub(super) async fn make(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<DecisionInput>,
) -> Answer {
    let id = change::make(&visit, client, &input).await?;
    let decision = store::one(&open(&visit, client).await?, id).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let version = decision.version;
    let body = Json(DecisionBody::from(decision));
    Ok(EntityTag(version).on((StatusCode::CREATED, location, body).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let decision = store::one(&open(&visit, client).await?, id).await?;
    let version = decision.version;
    Ok(EntityTag(version).on(Json(DecisionBody::from(decision)).into_response()))
}

pub(super) async fn notify(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<NoticeInput>,
) -> Answer {
    change::notify(&visit, client, id, &input).await?;
    let decision = store::one(&open(&visit, client).await?, id).await?;
    Ok(Json(DecisionBody::from(decision)).into_response())
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}
