//! Asking for packages and fetching them.

use futures::StreamExt as _;
use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, Failure, IntoResponse, Response, header};
use serde_json::json;
use uuid::Uuid;

use super::{job, store};

/// Asks for a package of a client's records.
pub(super) async fn ask(visit: &Visit, client: SubjectId) -> Answer<Uuid> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let waits = store::all(&grant)
        .await?
        .iter()
        .any(|package| package.state == store::State::Asked);
    if waits {
        return Err(DeskError::Refused("archive-asked-already").into());
    }
    let job = grant.queue_job(job::KIND, Some(grant.subject().0)).await?;
    let id = store::insert(&grant, job).await?;
    grant
        .commit("archive-package-asked", json!({ "package": id }))
        .await?;
    Ok(id)
}

/// Hands a package out, and enters who fetched it.
pub(super) async fn fetch(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<Response> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let packages = store::all(&grant).await?;
    let package = packages.iter().find(|package| package.id == id);
    let package = package.ok_or(DeskError::Hidden)?;
    let made = package
        .made
        .as_ref()
        .ok_or(DeskError::Refused("archive-not-made-yet"))?;
    let content = grant.open_content(&made.stored)?;
    store::fetched(&grant, package).await?;
    grant
        .commit(
            "archive-package-fetched",
            json!({ "package": id, "sha256": made.sha256 }),
        )
        .await?;
    let size = content.size();
    let parts = content.parts().map(|part| part.map(axum::body::Bytes::from));
    let short = id.simple().to_string();
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_LENGTH, size.to_string()),
        (
            header::CONTENT_DISPOSITION,
            format!(
                "attachment; filename=\"arkistopaketti-{}.zip\"",
                &short[short.len() - 8..]
            ),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
        (header::CONTENT_ENCODING, "identity".to_owned()),
    ];
    Ok((headers, axum::body::Body::from_stream(parts)).into_response())
}

/// What a refusal says, for a page that tells it in place.
pub(super) fn refused(failure: Failure) -> Answer<&'static str> {
    match failure {
        Failure::Desk(DeskError::Refused(key)) => Ok(key),
        other => Err(other),
    }
}
