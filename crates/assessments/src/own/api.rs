//! Links over the API.

use axum::{Json, extract::State};
use polku_casework::links::{LINK_LIFE, LinkBody};
use polku_desk::SubjectId;
use polku_web::{API, Answer, App, AtDesk, IntoResponse, Path, StatusCode, header};
use uuid::Uuid;

use super::{ask, page};
use crate::assessment::{Way, address};

pub(super) async fn give(
    State(app): State<App>,
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let token = ask::give(&visit, client, id, Way::Link, LINK_LIFE).await?;
    let body = LinkBody::of(&app, &page::address(&token), visit.now());
    // What a program is told of where it is, is the assessment: the link itself is a secret.
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    Ok((StatusCode::CREATED, location, Json(body)).into_response())
}

pub(super) async fn revoke(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer<StatusCode> {
    ask::take_back(&visit, client, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
