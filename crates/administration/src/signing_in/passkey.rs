//! By passkey. The browser's script fetches an offer, asks the device, and sends the answer as a form.

use axum::{Json, extract::State};
use polku_desk::account::{PasskeyOffered, PasskeySite};
use polku_pages::form::FormState;
use polku_web::{Answer, App, Failure, Fields, Reader};
use serde_json::json;

use super::password::conclude;
use crate::caller::Caller;

/// Where this server's passkeys belong.
pub(crate) fn site(app: &App) -> Answer<PasskeySite> {
    Ok(PasskeySite::new(&app.settings.host, &app.settings.origin)?)
}

/// The device's answer, as the script put it into the form.
pub(crate) fn typed_credential(form: &FormState) -> Answer<serde_json::Value> {
    serde_json::from_str(form.value("credential"))
        .map_err(|_| Failure::Unreadable("the passkey's answer is not JSON"))
}

/// What the device is asked.
pub(super) async fn offer(State(app): State<App>, caller: Caller) -> Answer<Json<serde_json::Value>> {
    let answer = app
        .desk
        .start_passkey_sign_in(&site(&app)?, caller.source)
        .await?;
    let offer = match answer {
        PasskeyOffered::Offer(offer) => offer,
        PasskeyOffered::Wait(seconds) => return Err(Failure::TooMany(seconds.into())),
    };
    Ok(Json(
        json!({ "challenge": offer.challenge, "options": offer.options }),
    ))
}

/// The device's answer.
pub(super) async fn sign_in(
    State(app): State<App>,
    reader: Reader,
    caller: Caller,
    Fields(form): Fields,
) -> Answer {
    let answer = app
        .desk
        .finish_passkey_sign_in(
            &site(&app)?,
            form.value("challenge"),
            &typed_credential(&form)?,
            caller.device_cookie.as_deref(),
            &caller.device,
        )
        .await?;
    conclude(&app, &reader, form, &answer).await
}
