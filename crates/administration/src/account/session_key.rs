//! The key with which the browser encrypts what a lost connection leaves there.

use axum::{Json, extract::State};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use polku_web::{Answer, App};
use serde_json::json;

use crate::caller::Own;

/// The key, in base64. It lasts as long as the session, and the browser keeps it in memory only.
pub(super) async fn show(State(app): State<App>, Own(signed_in): Own) -> Answer<Json<serde_json::Value>> {
    let key = app.desk.session_key(signed_in.session).await?;
    Ok(Json(json!({ "key": STANDARD.encode(key) })))
}
