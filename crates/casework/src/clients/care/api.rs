//! Who answers for a client, for programs.

use axum::Json;
use jiff::civil::Date;
use polku_desk::{AccountId, Client, Read, SubjectId};
use polku_web::{Answer, AtDesk, IntoResponse, JsonBody, Path, Response, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    input::{CareEndInput, CareInput},
    rules::CarePart,
    store,
};

/// All who answer or have answered.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CareDocument {
    /// The latest first.
    engagements: Vec<EngagementDocument>,
}

/// A worker's answering for a client.
#[derive(Debug, Serialize, JsonSchema)]
struct EngagementDocument {
    /// Its id.
    id: Uuid,
    /// Whose account.
    account: AccountId,
    /// As colleagues know the worker.
    name: String,
    /// In which part.
    part: CarePart,
    /// The first day.
    from: Date,
    /// The last day; nothing until further notice.
    until: Option<Date>,
}

/// Who answers.
pub(super) async fn show(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(client).await?;
    let engagements = store::all(&grant).await?;
    let document = |one: store::Engagement| EngagementDocument {
        id: one.id,
        account: one.account,
        name: one.name,
        part: one.part,
        from: one.from,
        until: one.until,
    };
    let engagements = engagements.into_iter().map(document).collect();
    Ok(Json(CareDocument { engagements }).into_response())
}

/// Lets a coach answer.
pub(super) async fn begin(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<CareInput>,
) -> Answer<Response> {
    let id = change::begin(&visit, client, &input).await?;
    let place = format!("{}/clients/{client}/care", polku_web::API);
    let answer = (
        StatusCode::CREATED,
        [(header::LOCATION, place)],
        Json(serde_json::json!({ "id": id })),
    );
    Ok(answer.into_response())
}

/// Ends somebody's answering.
pub(super) async fn end(
    visit: AtDesk,
    Path((client, engagement)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<CareEndInput>,
) -> Answer<Response> {
    change::end(&visit, client, engagement, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
