//! Copies over the API.

use axum::Json;
use jiff::Timestamp;
use polku_desk::{Client, Read, SubjectId};
use polku_web::{Answer, AtDesk, JsonBody, Path, Reader};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    contents,
    page::{self, CopyInput},
    store::{self, Copy, State},
};
use crate::requests::kept;

/// A copy.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CopyBody {
    /// Its id.
    id: Uuid,
    /// How far it is.
    state: State,
    /// In which language.
    language: String,
    /// When it was asked for.
    asked_at: Timestamp,
    /// Until when it can be handed over.
    expires_at: Option<Timestamp>,
    /// When it was handed over last.
    handed_at: Option<Timestamp>,
    /// How many items of data are in it.
    items: usize,
    /// How many files of documents.
    files: usize,
    /// How many looks.
    looks: usize,
    /// SHA-256 of the file, in hexadecimal.
    sha256: String,
}

impl From<Copy> for CopyBody {
    fn from(copy: Copy) -> Self {
        Self {
            id: copy.id,
            state: copy.state,
            language: copy.language.code().to_owned(),
            asked_at: copy.asked_at,
            expires_at: copy.expires_at,
            handed_at: copy.handed_at,
            items: copy.words.items,
            files: copy.words.files,
            looks: copy.words.looks,
            sha256: copy.words.sha256,
        }
    }
}

pub(super) async fn list(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<Vec<CopyBody>>> {
    bodies(&visit, client, id).await
}

async fn bodies(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<Json<Vec<CopyBody>>> {
    kept(visit)?;
    // What was written is not in the snapshot that checks may have read.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    crate::requests::store::one(&grant, id).await?;
    let copies = store::of_request(&grant, id).await?;
    Ok(Json(copies.into_iter().map(CopyBody::from).collect()))
}

pub(super) async fn ask(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<CopyInput>,
) -> Answer<Json<Vec<CopyBody>>> {
    page::have_made(&visit, client, id, &input).await?;
    bodies(&visit, client, id).await
}

pub(super) async fn hand(
    visit: AtDesk,
    reader: Reader,
    Path((client, id, copy)): Path<(SubjectId, Uuid, Uuid)>,
) -> Answer {
    page::handed(&visit, &reader, client, (id, copy)).await
}

pub(super) async fn schema() -> Json<serde_json::Value> {
    Json(contents::schema())
}
