//! Statement texts over the API.

use axum::Json;
use jiff::Timestamp;
use polku_web::{Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    super::{consent::Kind, kept},
    change,
    input::StatementInput,
    store::{self, State, Statement},
};

/// An edition of a statement text.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StatementBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// For which kind of consent.
    kind: Kind,
    /// Which edition.
    edition: i64,
    /// How far it is.
    state: State,
    /// The text in Finnish.
    text_fi: String,
    /// The text in Swedish.
    text_sv: String,
    /// The text in English.
    text_en: String,
    /// Who wrote it.
    written_by: String,
    /// When.
    written_at: Timestamp,
    /// When it was published.
    published_at: Option<Timestamp>,
}

impl From<Statement> for StatementBody {
    fn from(statement: Statement) -> Self {
        let [text_fi, text_sv, text_en] = statement.texts;
        Self {
            id: statement.id,
            version: statement.version,
            kind: statement.kind,
            edition: statement.edition,
            state: statement.state,
            text_fi,
            text_sv,
            text_en,
            written_by: statement.written_by,
            written_at: statement.written_at,
            published_at: statement.published_at,
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<StatementBody>>> {
    kept(&visit)?;
    let all = store::all(&visit).await?.into_iter();
    Ok(Json(all.map(StatementBody::from).collect()))
}

pub(super) async fn write(visit: AtDesk, JsonBody(input): JsonBody<StatementInput>) -> Answer {
    let id = change::write(&visit, &input).await?;
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let location = [(header::LOCATION, change::location(id))];
    let body = StatementBody::from(store::one(&visit, id).await?);
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn rewrite(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<StatementInput>,
) -> Answer {
    change::rewrite(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, id).await
}

pub(super) async fn publish(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    change::publish(&visit, id).await?;
    now(&visit, id).await
}

async fn now(visit: &AtDesk, id: Uuid) -> Answer {
    visit.settle().await?;
    let body = StatementBody::from(store::one(visit, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}
