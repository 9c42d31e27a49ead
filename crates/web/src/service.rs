//! What is not about anyone: health, assets, language.

use axum::{
    extract::{Request, State},
    http::HeaderMap,
};
use polku_desk::access::AccessSpec;
use polku_pages::{Locale, assets};
use serde_json::json;

use crate::{
    Answer, ApiDoc, App, Cookie, Failure, Fields, IntoResponse, Method, Response, Routes, StatusCode, header,
    local_path, openapi, see_other, with_cookies,
};

/// Health, assets, language, and the API's description.
#[must_use]
pub fn service_routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/healthz", AccessSpec::anyone(), healthy)
        .page(Method::GET, "/readyz", AccessSpec::anyone(), ready)
        .page(Method::GET, "/assets/{*rest}", AccessSpec::anyone(), asset)
        .page(Method::POST, "/language", AccessSpec::anyone(), choose_language)
        .api(
            Method::GET,
            "/openapi.json",
            AccessSpec::anyone(),
            ApiDoc::new("This description"),
            describe,
        )
}

async fn healthy() -> &'static str {
    "ok"
}

async fn ready(State(app): State<App>) -> Response {
    match app.desk.database().ready().await {
        Ok(()) => "ready".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready").into_response()
        }
    }
}

async fn asset(headers: HeaderMap, request: Request) -> Answer {
    let path = request.uri().path();
    let asset = assets::find(path).ok_or(Failure::Desk(polku_desk::DeskError::Hidden))?;
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == asset.etag.as_bytes())
    {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let headers = [
        (header::CONTENT_TYPE, asset.mime.to_owned()),
        (header::CACHE_CONTROL, assets::cache_control(path).to_owned()),
        (header::ETAG, asset.etag.clone()),
    ];
    Ok((headers, asset.bytes).into_response())
}

async fn choose_language(Fields(form): Fields) -> Answer {
    let locale = Locale::parse(form.value("language")).ok_or(Failure::Unreadable("no such language"))?;
    let back = local_path(form.value("return_to")).unwrap_or("/");
    let cookie = Cookie::Language.set(locale.code(), Some(365 * 24 * 3600));
    Ok(with_cookies(see_other(back), [cookie]))
}

async fn describe(State(app): State<App>) -> Response {
    let document = openapi(app.table());
    let document = if document.is_null() { json!({}) } else { document };
    ([(header::CONTENT_TYPE, "application/json")], document.to_string()).into_response()
}
