//! Places over the API: each change answers all of them as they are then.

use axum::Json;
use jiff::civil::Date;
use polku_desk::AccountId;
use polku_web::{Answer, AtDesk, JsonBody, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    PlaceKind, change,
    input::{KeyInput, PlaceInput},
    store,
};

/// A locked place.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PlaceBody {
    /// Its id.
    id: Uuid,
    /// What it is.
    kind: PlaceKind,
    /// What it is called.
    name: String,
    /// In which building and room.
    whereabouts: String,
    /// Who holds its keys.
    keys: Vec<KeyBody>,
}

/// A key that somebody holds.
#[derive(Debug, Serialize, JsonSchema)]
struct KeyBody {
    /// Its id.
    id: Uuid,
    /// The worker's account.
    account: AccountId,
    /// The worker's name.
    name: String,
    /// Since when.
    since: Date,
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<PlaceBody>>> {
    now(&visit).await
}

pub(super) async fn add(
    visit: AtDesk,
    JsonBody(input): JsonBody<PlaceInput>,
) -> Answer<Json<Vec<PlaceBody>>> {
    change::add(&visit, &input).await?;
    now(&visit).await
}

pub(super) async fn close(visit: AtDesk, Path(place): Path<Uuid>) -> Answer<Json<Vec<PlaceBody>>> {
    change::close(&visit, place).await?;
    now(&visit).await
}

pub(super) async fn give_key(
    visit: AtDesk,
    Path(place): Path<Uuid>,
    JsonBody(input): JsonBody<KeyInput>,
) -> Answer<Json<Vec<PlaceBody>>> {
    change::give_key(&visit, place, &input).await?;
    now(&visit).await
}

pub(super) async fn end_key(
    visit: AtDesk,
    Path((place, key)): Path<(Uuid, Uuid)>,
) -> Answer<Json<Vec<PlaceBody>>> {
    change::end_key(&visit, place, key).await?;
    now(&visit).await
}

async fn now(visit: &AtDesk) -> Answer<Json<Vec<PlaceBody>>> {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let body = |place: store::Place| PlaceBody {
        id: place.id,
        kind: place.kind,
        name: place.name,
        whereabouts: place.whereabouts,
        keys: place
            .keys
            .into_iter()
            .map(|key| KeyBody {
                id: key.id,
                account: key.account,
                name: key.name,
                since: key.since,
            })
            .collect(),
    };
    Ok(Json(store::all(visit).await?.into_iter().map(body).collect()))
}
