//! Histories over the API.

use axum::Json;
use jiff::Timestamp;
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_web::{
    API, Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, Response, StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    input::ItemInput,
    item::{History, Item},
    kept, rules, store,
};

/// An item of a history.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ItemBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// Which history.
    history: History,
    /// Since when: a year, `8/2019` or a day; empty when it is not known.
    from: String,
    /// Until when.
    until: String,
    /// What, where.
    what: String,
    /// The key of one of the register's sources.
    source: String,
    /// Why it is necessary, where that is asked.
    necessity: String,
    /// Who wrote it.
    written_by: String,
    /// When.
    written_at: Timestamp,
}

impl From<Item> for ItemBody {
    fn from(item: Item) -> Self {
        Self {
            id: item.id,
            version: item.version,
            history: item.words.history,
            from: item.words.from.map(rules::said).unwrap_or_default(),
            until: item.words.until.map(rules::said).unwrap_or_default(),
            what: item.words.what,
            source: item.words.source,
            necessity: item.words.necessity,
            written_by: item.author,
            written_at: item.written_at,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<ItemBody>>> {
    let grant = open(&visit, client).await?;
    let items = store::all(&grant).await?;
    Ok(Json(items.into_iter().map(ItemBody::from).collect()))
}

pub(super) async fn add(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<ItemInput>,
) -> Answer {
    let id = change::add(&visit, client, &input).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let body = ItemBody::from(store::one(&open(&visit, client).await?, id).await?);
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let body = ItemBody::from(store::one(&open(&visit, client).await?, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn mend(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ItemInput>,
) -> Answer {
    change::mend(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    let body = ItemBody::from(store::one(&open(&visit, client).await?, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn remove(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
) -> Answer<Response> {
    change::remove(&visit, client, id, seen)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}
