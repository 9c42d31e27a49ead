//! Two steps: the code, then password and second factor.

use axum::extract::State;
use polku_desk::{
    DeskError,
    account::{EnrolmentProof, SignInAnswer, TotpOffer},
};
use polku_pages::{form::FormState, frame::Heading};
use polku_web::{Answer, App, Fields, Reader, Response, StatusCode};

use super::view;
use crate::{caller::Caller, mending::to_mend, signing_in::opened};

/// Asks for the code.
pub(super) async fn show(reader: Reader) -> Response {
    first_page(&reader, &FormState::new())
}

/// Takes the code, and offers a one-time secret.
pub(super) async fn begin(State(app): State<App>, reader: Reader, Fields(mut form): Fields) -> Answer {
    let code = form.value("enrolment").trim().to_owned();
    if app.desk.enrolment(&code).await?.is_none() {
        return Ok(dead_link(&reader));
    }
    form.set("enrolment", &code);
    fill_offer(&mut form, &app.desk.start_enrolment_totp(&code).await?);
    second_page(&app, &reader, &form, StatusCode::OK).await
}

/// Takes the account into use, and signs its worker in.
pub(super) async fn complete(
    State(app): State<App>,
    reader: Reader,
    caller: Caller,
    Fields(mut form): Fields,
) -> Answer {
    let code = form.value("enrolment").to_owned();
    let proof = form.typed("code").map(|typed| EnrolmentProof {
        challenge: form.value("challenge"),
        code: typed,
    });
    let password = form.value("password");
    if password != form.value("password_again") {
        form.error("password_again", reader.texts.t("enrolment-passwords-differ"));
        return second_page(&app, &reader, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let done = app
        .desk
        .complete_enrolment(&code, password, proof, &caller.device)
        .await;
    match done {
        Ok(SignInAnswer::Opened(session)) => Ok(opened(&session, "/")),
        Ok(_) => {
            // The account is in use, but its first right begins later.
            form.values.clear();
            form.error("", reader.texts.t("sign-in-no-right"));
            Ok(to_mend(first_page(&reader, &form)))
        }
        Err(DeskError::Hidden) => Ok(dead_link(&reader)),
        Err(DeskError::Refused(key)) => {
            let field = if key.starts_with("code-") {
                "code"
            } else {
                "password"
            };
            form.error(field, reader.texts.t(key));
            if key == "code-offer-expired" {
                fill_offer(&mut form, &app.desk.start_enrolment_totp(&code).await?);
            }
            second_page(&app, &reader, &form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The offered secret comes back with the form, so that a wrong code does not make the worker scan a new one.
fn fill_offer(form: &mut FormState, offer: &TotpOffer) {
    form.set("challenge", &offer.challenge);
    form.set("uri", &offer.uri);
    form.set("secret", &offer.secret);
}

fn dead_link(reader: &Reader) -> Response {
    let mut form = FormState::new();
    form.error("enrolment", reader.texts.t("enrolment-code-dead"));
    to_mend(first_page(reader, &form))
}

fn first_page(reader: &Reader, form: &FormState) -> Response {
    let heading = Heading::new(reader.texts.t("enrolment-heading"));
    reader.bare_page(
        "enrolment-title",
        &["js/enrol.js"],
        &heading,
        view::first(reader.texts, form),
    )
}

async fn second_page(app: &App, reader: &Reader, form: &FormState, status: StatusCode) -> Answer {
    let Some(enrolment) = app.desk.enrolment(form.value("enrolment")).await? else {
        return Ok(dead_link(reader));
    };
    let heading = Heading::new(reader.texts.t("enrolment-heading")).subtitle(&enrolment.display_name);
    let body = view::second(reader.texts, &enrolment.user_name, form)?;
    let mut page = reader.bare_page("enrolment-title", &[], &heading, body);
    *page.status_mut() = status;
    Ok(page)
}
