//! Drafts over the API: `drafts.js` and other programs.

use std::collections::BTreeMap;

use axum::Json;
use jiff::Timestamp;
use polku_desk::{Client, DeskError, Read, SubjectId};
use polku_web::{
    Answer, AtDesk, EntityTag, Failure, IfMatchOrNew, IntoResponse, JsonBody, Path, Reader, Response,
    StatusCode,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    draft::{Draft, DraftKind},
    input::DraftInput,
    slot::when,
    store::{self, Saving},
};

/// A draft of one's own.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DraftBody {
    /// Its id.
    id: Uuid,
    /// How many times it was saved: for If-Match.
    version: i64,
    /// What is being written.
    kind: DraftKind,
    /// What it is about, when that exists already.
    target: Option<Uuid>,
    /// When it was saved last.
    saved_at: Timestamp,
    /// What was typed, by field.
    fields: BTreeMap<String, Vec<String>>,
}

impl From<Draft> for DraftBody {
    fn from(draft: Draft) -> Self {
        Self {
            id: draft.id,
            version: draft.version,
            kind: draft.kind,
            target: draft.target,
            saved_at: draft.saved_at,
            fields: draft.fields.0,
        }
    }
}

/// What was saved.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SavedBody {
    /// The draft.
    id: Uuid,
    /// Its version now.
    version: i64,
    /// When it was saved.
    saved_at: Timestamp,
    /// The same in words, in the reader's language.
    told: String,
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let drafts: Vec<DraftBody> = store::own(&grant)
        .await?
        .into_iter()
        .map(DraftBody::from)
        .collect();
    Ok(Json(drafts).into_response())
}

pub(super) async fn save(
    visit: AtDesk,
    reader: Reader,
    Path((client, draft)): Path<(SubjectId, Uuid)>,
    IfMatchOrNew(seen): IfMatchOrNew,
    JsonBody(input): JsonBody<DraftInput>,
) -> Answer {
    let saving = Saving {
        id: draft,
        kind: input.kind,
        target: input.target,
        fields: input.check().map_err(Failure::Invalid)?,
        seen,
    };
    let saved = store::save(&visit, client, &saving)
        .await
        .map_err(|failure| match failure {
            // The version named in the request is not the one that is stored (RFC 9110, 13.1).
            Failure::Desk(DeskError::Conflict) => Failure::Precondition(StatusCode::PRECONDITION_FAILED),
            other => other,
        })?;
    let moment = when(reader.texts, saved.at, visit.today());
    let body = SavedBody {
        id: saved.id,
        version: saved.version,
        saved_at: saved.at,
        told: reader.texts.with("drafts-saved-told", &[("when", moment.into())]),
    };
    let status = if seen.is_some() {
        StatusCode::OK
    } else {
        StatusCode::CREATED
    };
    Ok(EntityTag(saved.version).on((status, Json(body)).into_response()))
}

pub(super) async fn discard(
    visit: AtDesk,
    Path((client, draft)): Path<(SubjectId, Uuid)>,
) -> Answer<Response> {
    store::discard(&visit, client, draft).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
