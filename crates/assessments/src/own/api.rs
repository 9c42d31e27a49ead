//! Links over the API.

use axum::{Json, extract::State};
use jiff::Timestamp;
use polku_desk::SubjectId;
use polku_web::{API, Answer, App, AtDesk, IntoResponse, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{LINK_LIFE, ask, page};
use crate::assessment::{Way, address};

/// A link that is told once.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LinkBody {
    /// Where the client answers.
    link: String,
    /// Until when.
    expires_at: Timestamp,
}

pub(super) async fn give(
    State(app): State<App>,
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let token = ask::give(&visit, client, id, Way::Link, LINK_LIFE).await?;
    let body = LinkBody {
        link: format!("{}{}", app.settings.origin, page::address(&token)),
        expires_at: visit.now() + LINK_LIFE,
    };
    // What a program is told of where it is, is the assessment: the link itself is a secret.
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    Ok((StatusCode::CREATED, location, Json(body)).into_response())
}

pub(super) async fn revoke(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer<StatusCode> {
    ask::take_back(&visit, client, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
