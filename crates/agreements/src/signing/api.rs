//! Signing over the API. A program writes down what was signed by hand and gives links; it signs nothing itself.

use axum::{Json, extract::State};
use polku_casework::links::{LINK_LIFE, LinkBody};
use polku_desk::SubjectId;
use polku_web::{API, Answer, App, AtDesk, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header};
use uuid::Uuid;

use super::{input::ByHandInput, link, model::Way, page};
use crate::agreement::{address, api::now};

pub(super) async fn by_hand(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ByHandInput>,
) -> Answer {
    page::write_down(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, client, id).await
}

pub(super) async fn give(
    State(app): State<App>,
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let token = link::give(&visit, client, id, Way::OwnDevice, LINK_LIFE).await?;
    let body = LinkBody::of(&app, &link::link_address(&token), visit.now());
    // What a program is told of where it is, is the agreement: the link itself is a secret.
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    Ok((StatusCode::CREATED, location, Json(body)).into_response())
}

pub(super) async fn revoke(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer<StatusCode> {
    link::take_back(&visit, client, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
