//! The step-up: proving identity again before exports and administration.

use axum::extract::State;
use polku_desk::account::SignedIn;
use polku_pages::frame::Heading;
use polku_web::{Answer, App, Fields, Query, Reader, Response};

use super::{
    outcome::{Next, path_or_start, proven, refused},
    proof::{Forms, Tried, try_proof},
    view,
};
use crate::caller::{Caller, Own};

/// The page.
pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Own(signed_in): Own,
    Query(next): Query<Next>,
) -> Answer {
    page(&app, &reader, &signed_in, &Forms::to(next.path())).await
}

/// A proof.
pub(super) async fn prove(
    State(app): State<App>,
    reader: Reader,
    caller: Caller,
    Own(signed_in): Own,
    Fields(form): Fields,
) -> Answer {
    match try_proof(&app, &reader, &caller, &signed_in, &form).await? {
        Tried::Proven(token) => Ok(proven(token, path_or_start(form.value("next")))),
        Tried::Refused(forms, wait) => {
            let page = page(&app, &reader, &signed_in, &forms).await?;
            Ok(refused(page, wait))
        }
    }
}

async fn page(app: &App, reader: &Reader, signed_in: &SignedIn, forms: &Forms) -> Answer<Response> {
    let factors = app.desk.second_factors(signed_in).await?;
    let heading = Heading::new(reader.texts.t("sign-in-again-heading"));
    let body = view::again(reader.texts, factors, &signed_in.user_name, forms);
    Ok(reader.bare_page("sign-in-again-title", &["js/passkey.js"], &heading, body))
}
