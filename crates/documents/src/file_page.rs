//! Files as they are downloaded, and their pages as pictures that were drawn here.

use axum::body::{Body, Bytes};
use futures::StreamExt as _;
use polku_desk::{Client, DeskError, Granted, Read, SubjectId, documents::Content};
use polku_web::{Answer, AtDesk, Failure, IntoResponse, Path, Response, StatusCode, header};
use serde_json::json;
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::{
    adding::{closed, open_file},
    document::StoredFile,
    kind::FileKind,
    page::kept,
    picture::Use,
    reading,
    tools::Haste,
};

/// Nothing of a file runs, wherever a browser would open it.
const SANDBOX: &str = "default-src 'none'; sandbox";
/// So many pages are drawn at once; whoever comes after them waits.
static DRAWING: Semaphore = Semaphore::const_new(2);

/// The file itself, to be kept by the browser and opened elsewhere.
pub(crate) async fn download(
    visit: AtDesk,
    Path((client, id, number)): Path<(SubjectId, Uuid, String)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    match open_file(&grant, id, &number).await? {
        Ok(file) => match whole(&grant, &file).await? {
            Ok(response) => Ok(response),
            Err(key) => Ok(closed(client, id, key)),
        },
        Err(key) => Ok(closed(client, id, key)),
    }
}

/// The answer that carries a file, or why it cannot be had now. Its name says nothing of anyone.
pub(crate) async fn whole(
    grant: &Granted<'_, Client, Read>,
    file: &StoredFile,
) -> Answer<Result<Response, &'static str>> {
    let content = match ready(grant.open_content(&file.stored)).await? {
        Ok(content) => content,
        Err(key) => return Ok(Err(key)),
    };
    grant.shown(&json!({ "document": file.document, "file": file.number, "as": "file" }));
    Ok(Ok(served(content, file.document, file.kind)))
}

/// Content whose beginning has opened, or the key of why it cannot be had.
pub(crate) async fn ready(content: polku_desk::Result<Content>) -> Answer<Result<Content, &'static str>> {
    let begun = match content {
        Ok(content) => content.ready().await,
        Err(error) => Err(error),
    };
    let (error, key) = match begun {
        Ok(content) => return Ok(Ok(content)),
        Err(error @ DeskError::Away(_)) => (error, "documents-away"),
        Err(error @ DeskError::Seal(_)) => (error, "documents-damaged"),
        Err(DeskError::File(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            (DeskError::File(error), "documents-gone")
        }
        Err(error) => return Err(error.into()),
    };
    tracing::error!(%error, "a document cannot be opened");
    Ok(Err(key))
}

pub(crate) fn served(content: Content, document: Uuid, kind: FileKind) -> Response {
    let name = format!("{}.{}", short(document), kind.extension());
    let size = content.size();
    let parts = content.parts().map(|part| part.map(Bytes::from));
    let headers = [
        (header::CONTENT_TYPE, kind.media_type().to_owned()),
        (header::CONTENT_LENGTH, size.to_string()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"polku-{name}\""),
        ),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
        // It is sent as it is: squeezing it again would only hold others up.
        (header::CONTENT_ENCODING, "identity".to_owned()),
    ];
    (headers, Body::from_stream(parts)).into_response()
}

/// The end of a document's id: enough to tell files in a folder apart.
fn short(document: Uuid) -> String {
    let id = document.simple().to_string();
    id[id.len() - 8..].to_owned()
}

/// A page of a file as a picture.
pub(crate) async fn picture(
    visit: AtDesk,
    Path((client, id, number, page)): Path<(SubjectId, Uuid, String, String)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    let file = match open_file(&grant, id, &number).await? {
        Ok(file) => file,
        Err(key) => return Ok(closed(client, id, key)),
    };
    let pages = usize::try_from(file.shown_pages()).unwrap_or_default();
    let page: usize = page.parse().unwrap_or_default();
    if !(1..=pages).contains(&page) {
        return Err(DeskError::Hidden.into());
    }
    let content = match ready(grant.open_content(&file.stored)).await? {
        Ok(content) => content,
        Err(key) => return Ok(closed(client, id, key)),
    };
    grant.shown(&json!({ "document": file.document, "file": file.number, "page": page }));
    drawn(content, file.kind, page).await
}

/// A page of a file that is drawn when it is its turn.
pub(crate) async fn drawn(content: Content, kind: FileKind, page: usize) -> Answer {
    let turn = DRAWING
        .acquire()
        .await
        .map_err(|error| Failure::Internal(error.to_string()))?;
    let drawn = if kind == FileKind::Pdf {
        reading::page(content, page, Use::Screen, Haste::Now).await.ok()
    } else {
        reading::draw(content, kind, Use::Screen, Haste::Now).await?.ok()
    };
    drop(turn);
    let headers = [
        (header::CONTENT_TYPE, "image/png"),
        (header::CONTENT_SECURITY_POLICY, SANDBOX),
    ];
    Ok(match drawn {
        Some(drawn) => (headers, drawn).into_response(),
        // A browser shows the words that stand beside the picture in its place.
        None => (StatusCode::UNPROCESSABLE_ENTITY, headers, Vec::new()).into_response(),
    })
}
