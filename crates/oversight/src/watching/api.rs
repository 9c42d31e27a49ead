//! Oversight for programs.

use axum::Json;
use jiff::Timestamp;
use polku_desk::{AccountId, Client, Read, SubjectId};
use polku_web::{
    Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, JsonBody, Path, Response, StatusCode,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    finding::{Finding, FindingInput},
    store::{self, Emergency},
};

/// An emergency access.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EmergencyAccess {
    /// Which.
    emergency: Uuid,
    /// Whom it opened.
    client: SubjectId,
    /// Who opened it.
    account: AccountId,
    /// The same, as colleagues know the worker.
    worker: String,
    /// When it was opened.
    granted_at: Timestamp,
    /// When it closes.
    expires_at: Timestamp,
    /// The stated reason; only of one that is asked for by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// When it was reviewed.
    reviewed_at: Option<Timestamp>,
    /// What the review found.
    finding: Option<Finding>,
}

impl EmergencyAccess {
    fn of(emergency: Emergency, reason: Option<String>) -> Self {
        Self {
            emergency: emergency.id,
            client: emergency.client,
            account: emergency.account,
            worker: emergency.worker,
            granted_at: emergency.granted_at,
            expires_at: emergency.expires_at,
            reason,
            reviewed_at: emergency.reviewed.map(|(at, _)| at),
            finding: emergency.reviewed.map(|(_, finding)| finding),
        }
    }
}

/// `GET /emergency-accesses`
pub(super) async fn waiting(visit: AtDesk) -> Answer<Json<Vec<EmergencyAccess>>> {
    let waiting = store::waiting(&visit).await?;
    let shown = waiting
        .into_iter()
        .map(|(emergency, _)| EmergencyAccess::of(emergency, None));
    Ok(Json(shown.collect()))
}

/// `GET /clients/{client}/emergency-accesses/{emergency}`
pub(super) async fn one(
    visit: AtDesk,
    Path((client, emergency)): Path<(SubjectId, Uuid)>,
) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(client).await?;
    let (emergency, reason) = store::one(&grant, emergency).await?;
    let tag = EntityTag(emergency.version);
    Ok(tag.on(Json(EmergencyAccess::of(emergency, Some(reason.reason))).into_response()))
}

/// `PUT /clients/{client}/emergency-accesses/{emergency}/finding`
pub(super) async fn review(
    visit: AtDesk,
    Path((client, emergency)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<FindingInput>,
) -> Answer<Response> {
    let (finding, note) = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    store::review(grant, emergency, seen, finding, note).await?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}
