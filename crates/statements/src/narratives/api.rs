//! Narratives over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_web::{API, Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    input::NarrativeInput,
    kept,
    narrative::{Narrative, Version},
    store,
};

/// A narrative as it reads now.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NarrativeBody {
    /// Its id.
    id: Uuid,
    /// The number of the wording that counts, for If-Match; 1 when it was never corrected.
    version: i64,
    /// The day that it tells of.
    dated: Date,
    /// What it is about.
    heading: String,
    /// The narrative.
    text: String,
    /// Who made it.
    author: String,
    /// Earlier wordings, the original first; only for one narrative.
    earlier: Vec<WordingBody>,
}

/// One wording.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WordingBody {
    /// 1 is the original.
    number: i64,
    /// The day that it tells of.
    dated: Date,
    /// What it is about.
    heading: String,
    /// The narrative.
    text: String,
    /// Who wrote it.
    written_by: String,
    /// When.
    written_at: Timestamp,
    /// Why the earlier wording was corrected; empty in the original.
    reason: String,
}

impl NarrativeBody {
    fn of(narrative: Narrative, mut versions: Vec<Version>) -> Self {
        versions.pop();
        let says = narrative.current.says;
        Self {
            id: narrative.id,
            version: narrative.current.number,
            dated: says.dated,
            heading: says.words.heading,
            text: says.words.text,
            author: narrative.author,
            earlier: versions.into_iter().map(WordingBody::from).collect(),
        }
    }
}

impl From<Version> for WordingBody {
    fn from(version: Version) -> Self {
        Self {
            number: version.number,
            dated: version.says.dated,
            heading: version.says.words.heading,
            text: version.says.words.text,
            written_by: version.written_by,
            written_at: version.written_at,
            reason: version.says.words.reason,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<NarrativeBody>>> {
    let grant = open(&visit, client).await?;
    let narratives = store::all(&grant).await?.into_iter();
    Ok(Json(
        narratives.map(|one| NarrativeBody::of(one, Vec::new())).collect(),
    ))
}

pub(super) async fn tell(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<NarrativeInput>,
) -> Answer {
    let id = change::tell(&visit, client, &input).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let body = body(&visit, client, id).await?;
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let body = body(&visit, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn correct(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<NarrativeInput>,
) -> Answer {
    change::correct(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    let body = body(&visit, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

async fn body(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<NarrativeBody> {
    let grant = open(visit, client).await?;
    let narrative = store::one(&grant, id).await?;
    Ok(NarrativeBody::of(narrative, store::versions(&grant, id).await?))
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}
