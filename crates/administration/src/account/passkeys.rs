//! Making passkeys, and taking them out of use.

use axum::{Json, extract::State};
use polku_desk::ids::PasskeyId;
use polku_pages::form::FormState;
use polku_web::{Answer, App, Fields, Path, Reader, flash};
use serde_json::json;

use super::second_factor::{page, strengthened};
use crate::{
    caller::Own,
    mending::{done_or_mend, to_mend},
    signing_in::{site, typed_credential},
};

/// What the device is asked to make.
pub(super) async fn offer(State(app): State<App>, Own(signed_in): Own) -> Answer<Json<serde_json::Value>> {
    let offer = app.desk.start_passkey(&signed_in, &site(&app)?).await?;
    Ok(Json(
        json!({ "challenge": offer.challenge, "options": offer.options }),
    ))
}

/// Keeps what the device made.
pub(super) async fn add(
    State(app): State<App>,
    reader: Reader,
    Own(signed_in): Own,
    Fields(mut form): Fields,
) -> Answer {
    let (site, credential) = (site(&app)?, typed_credential(&form)?);
    let made = app
        .desk
        .finish_passkey(
            &signed_in,
            &site,
            form.value("challenge"),
            &credential,
            form.value("name"),
        )
        .await;
    match done_or_mend(made, &reader, &mut form, |_| "")? {
        Some(token) => Ok(strengthened(&signed_in, token, "account-passkey-added")),
        None => Ok(to_mend(page(&app, &reader, &signed_in, &form).await?)),
    }
}

/// Takes one out of use.
pub(super) async fn remove(
    State(app): State<App>,
    reader: Reader,
    Own(signed_in): Own,
    Path(passkey): Path<PasskeyId>,
) -> Answer {
    let removed = app.desk.remove_passkey(&signed_in, passkey).await;
    let mut form = FormState::new();
    match done_or_mend(removed, &reader, &mut form, |_| "")? {
        Some(()) => Ok(flash("/account/second-factor", "account-passkey-removed")),
        None => Ok(to_mend(page(&app, &reader, &signed_in, &form).await?)),
    }
}
