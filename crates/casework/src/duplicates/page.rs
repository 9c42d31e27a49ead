//! The main user's list, and what is decided there.

use axum::Json;
use polku_desk::{Merged, SubjectId};
use polku_web::{
    Answer, AtDesk, Failure, Fields, IntoResponse, JsonBody, Reader, Response, StatusCode, flash,
};

use super::{
    store::{self, Pair, Parting, Suspicions},
    view,
};

/// Shows what waits.
pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let all = store::all(&visit).await?;
    Ok(reader.page(
        "duplicates-title",
        &view::heading(reader.texts),
        view::list(reader.texts, &all),
    ))
}

/// Joins a pair.
pub(super) async fn merge(visit: AtDesk, fields: Fields) -> Answer {
    visit
        .merge(Merged {
            kept: id(&fields, "kept")?,
            absorbed: id(&fields, "absorbed")?,
        })
        .await?;
    Ok(flash("/duplicates", "duplicates-done-merged"))
}

/// Parts a pair.
pub(super) async fn part(visit: AtDesk, fields: Fields) -> Answer {
    visit.unmerge(id(&fields, "absorbed")?).await?;
    Ok(flash("/duplicates", "duplicates-done-parted"))
}

/// They are two.
pub(super) async fn different(visit: AtDesk, fields: Fields) -> Answer {
    store::different(&visit, id(&fields, "newer")?, id(&fields, "older")?).await?;
    Ok(flash("/duplicates", "duplicates-done-different"))
}

pub(super) async fn api_list(visit: AtDesk) -> Answer<Json<Suspicions>> {
    Ok(Json(store::all(&visit).await?))
}

pub(super) async fn api_merge(visit: AtDesk, JsonBody(pair): JsonBody<Pair>) -> Answer<Response> {
    visit
        .merge(Merged {
            kept: pair.kept,
            absorbed: pair.absorbed,
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(super) async fn api_part(visit: AtDesk, JsonBody(parting): JsonBody<Parting>) -> Answer<Response> {
    visit.unmerge(parting.absorbed).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn id(fields: &Fields, field: &str) -> Result<SubjectId, Failure> {
    fields
        .0
        .value(field)
        .parse()
        .map_err(|_| Failure::Unreadable("an id is missing"))
}
