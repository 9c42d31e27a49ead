//! A write that is sent twice happens once: the guard's part of it.
//!
//! Handlers need do nothing but name what they make: `visit.will_create(address, version)` before the commit. A `POST`
//! to the API with an `Idempotency-Key` is looked up before its handler; a repeat is answered as the first was, without
//! a body, and the same key on another request is refused (422). A request that changed nothing may be tried again.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::HeaderMap,
};
use polku_desk::{EarlierAnswer, Visit};

use crate::{
    EntityTag, Failure, IntoResponse, Kind, Method, Response, RouteEntry, StatusCode, guard::LARGEST_BODY,
    header,
};

/// The header that names a write.
const HEADER: &str = "idempotency-key";
/// The most characters of a key.
const LONGEST_KEY: usize = 200;

/// A request, or the answer that an earlier one like it got.
pub(crate) enum Once {
    /// Not done before.
    First(Request),
    /// Done before, with this answer.
    Repeated(Response),
}

/// Looks a request up by its key, if it has one.
///
/// # Errors
/// [`Failure::Unreadable`] when the key is not one; the desk's refusal when it named another request.
pub(crate) async fn once(visit: &Visit, entry: &RouteEntry, request: Request) -> Result<Once, Failure> {
    let Some(success) = success(entry) else {
        return Ok(Once::First(request));
    };
    let Some(key) = key(request.headers())? else {
        return Ok(Once::First(request));
    };
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_BODY)
        .await
        .map_err(|_| Failure::TooLarge)?;
    let path = parts.uri.path();
    let sent: [&[u8]; 3] = [parts.method.as_str().as_bytes(), path.as_bytes(), &body];
    let earlier = visit.once(&key, &sent, success).await?;
    Ok(match earlier {
        Some(answer) => Once::Repeated(again(answer)),
        None => Once::First(Request::from_parts(parts, Body::from(body))),
    })
}

/// The status of success, on routes whose writes may be repeated.
fn success(entry: &RouteEntry) -> Option<u16> {
    // A file is not held in memory to be compared: the same file sent again is known by what it holds.
    let is_file = entry.largest_body > LARGEST_BODY;
    let writes = entry.kind == Kind::Api && entry.method == Method::POST && !is_file;
    entry.doc.as_ref().filter(|_| writes).map(|doc| doc.success)
}

fn key(headers: &HeaderMap) -> Result<Option<String>, Failure> {
    let Some(value) = headers.get(HEADER) else {
        return Ok(None);
    };
    let text = value
        .to_str()
        .map_err(|_| Failure::Unreadable("the Idempotency-Key is not plain text"))?;
    if text.is_empty() || text.len() > LONGEST_KEY {
        return Err(Failure::Unreadable("the Idempotency-Key has 1 to 200 characters"));
    }
    Ok(Some(text.to_owned()))
}

fn again(answer: EarlierAnswer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let response = match answer.location {
        Some(location) => (status, [(header::LOCATION, location)]).into_response(),
        None => status.into_response(),
    };
    match answer.version {
        Some(version) => EntityTag(version).on(response),
        None => response,
    }
}
