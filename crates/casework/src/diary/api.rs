//! The diary over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_web::{
    API, Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, Query, StatusCode, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    add::{add_and_read, address},
    correct::correct as correct_entry,
    entry::{Entry, EntryKind, Version},
    input::EntryInput,
    kept,
    store::{self, Cursor, Filter},
};

/// Entries on a page when none is said, and the most.
const PAGE: usize = 20;
const LARGEST_PAGE: usize = 200;

/// An entry as it reads now.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EntryBody {
    /// Its id.
    id: Uuid,
    /// The number of the wording that counts, for If-Match; 1 when it was never corrected.
    version: i64,
    /// The day that it tells of.
    dated: Date,
    /// What it tells of.
    kind: EntryKind,
    /// The text.
    text: String,
    /// The goals that it tells of.
    goals: Vec<Uuid>,
    /// The contact that it tells of.
    contact: Option<Uuid>,
    /// Who made it.
    author: String,
    /// When.
    created_at: Timestamp,
    /// When, by whom and why it was corrected last.
    correction: Option<CorrectionBody>,
}

/// A correction.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CorrectionBody {
    /// Who corrected.
    by: String,
    /// When.
    at: Timestamp,
    /// Why.
    reason: String,
}

/// One wording of an entry.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WordingBody {
    /// 1 is the original.
    number: i64,
    /// The day that it tells of.
    dated: Date,
    /// What it tells of.
    kind: EntryKind,
    /// The text.
    text: String,
    /// The goals that it tells of.
    goals: Vec<Uuid>,
    /// The contact that it tells of.
    contact: Option<Uuid>,
    /// Who wrote it.
    written_by: String,
    /// When.
    written_at: Timestamp,
    /// Why the earlier wording was corrected; empty in the original.
    reason: String,
}

/// A page of a diary.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DiaryBody {
    /// The entries, the latest first.
    entries: Vec<EntryBody>,
    /// What to give as `after` for the older ones, when there are any.
    next: Option<Uuid>,
    /// How many there are in all.
    total: i64,
}

/// What the address of a list asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: Option<EntryKind>,
    goal: Option<Uuid>,
    after: Option<Uuid>,
    limit: Option<usize>,
}

impl From<Entry> for EntryBody {
    fn from(entry: Entry) -> Self {
        let correction = entry.is_corrected().then(|| CorrectionBody {
            by: entry.current.written_by.clone(),
            at: entry.current.written_at,
            reason: entry.current.says.wording.reason.clone(),
        });
        let says = entry.current.says;
        Self {
            id: entry.id,
            version: entry.current.number,
            dated: says.dated,
            kind: says.kind,
            text: says.wording.text,
            goals: says.wording.goals,
            contact: says.contact,
            author: entry.author,
            created_at: entry.created_at,
            correction,
        }
    }
}

impl From<Version> for WordingBody {
    fn from(version: Version) -> Self {
        Self {
            number: version.number,
            dated: version.says.dated,
            kind: version.says.kind,
            text: version.says.wording.text,
            goals: version.says.wording.goals,
            contact: version.says.contact,
            written_by: version.written_by,
            written_at: version.written_at,
            reason: version.says.wording.reason,
        }
    }
}

pub(super) async fn list(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer<Json<DiaryBody>> {
    let grant = open(&visit, client).await?;
    let filter = Filter {
        kind: asked.kind,
        goal: asked.goal,
    };
    let limit = asked.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let page = store::page(
        &grant,
        filter,
        asked.after.map_or(Cursor::Start, Cursor::After),
        limit,
    )
    .await?;
    Ok(Json(DiaryBody {
        total: store::count(&grant, filter).await?,
        next: page.older,
        entries: page.entries.into_iter().map(EntryBody::from).collect(),
    }))
}

pub(super) async fn add_entry(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<EntryInput>,
) -> Answer {
    let body = EntryBody::from(add_and_read(&visit, client, &input).await?);
    let location = [(header::LOCATION, format!("{API}{}", address(client, body.id)))];
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
    JsonBody(input): JsonBody<EntryInput>,
) -> Answer {
    correct_entry(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    let body = body(&visit, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn versions(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<Vec<WordingBody>>> {
    let grant = open(&visit, client).await?;
    // An entry that is not this client's has no wordings either: the same 404.
    store::one(&grant, id).await?;
    let versions = store::versions(&grant, id).await?;
    Ok(Json(versions.into_iter().map(WordingBody::from).collect()))
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}

async fn body(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<EntryBody> {
    Ok(EntryBody::from(
        store::one(&open(visit, client).await?, id).await?,
    ))
}
