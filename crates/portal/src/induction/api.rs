//! Induction over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{API, Answer, AtDesk, EntityTag, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    input::InductionInput,
    page::{address, noted, untold},
    rules::Point,
    store,
    told::{Induction, Tongue, Way},
};

/// What a client was told, and what not yet.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct InductionBody {
    /// Each time, the latest first.
    told: Vec<ToldBody>,
    /// What has not been told.
    untold: Vec<Point>,
}

/// What was told at a time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ToldBody {
    /// Its id.
    id: Uuid,
    /// The day.
    told_on: Date,
    /// What.
    points: Vec<Point>,
    /// In which language.
    language: Tongue,
    /// The name of another language.
    other_language: String,
    /// How.
    way: Way,
    /// What was noted beside.
    note: String,
    /// By whom.
    by: String,
    /// When it was written down.
    recorded_at: Timestamp,
    /// Which version of the privacy notice was in force; null where none was published.
    notice_version: Option<i64>,
}

impl From<Induction> for ToldBody {
    fn from(one: Induction) -> Self {
        Self {
            id: one.id,
            told_on: one.told.told_on,
            points: one.told.words.points,
            language: one.told.tongue,
            other_language: one.told.words.language,
            way: one.told.way,
            note: one.told.words.note,
            by: one.by,
            recorded_at: one.recorded_at,
            notice_version: one.notice_version,
        }
    }
}

pub(super) async fn show(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<InductionBody>> {
    let grant = visit.open::<Client, Read>(client).await?;
    let untold = untold(&grant).await?;
    let told = store::all(&grant).await?;
    Ok(Json(InductionBody {
        told: told.into_iter().map(ToldBody::from).collect(),
        untold,
    }))
}

pub(super) async fn add(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<InductionInput>,
) -> Answer {
    let id = noted(&visit, client, &input).await?;
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let all = store::all(&grant).await?;
    let one = all.into_iter().find(|one| one.id == id);
    let body = one.map(ToldBody::from).ok_or(polku_desk::DeskError::Hidden)?;
    let location = [(header::LOCATION, format!("{API}{}", address(client)))];
    Ok(EntityTag(1).on((StatusCode::CREATED, location, Json(body)).into_response()))
}
