//! The step-up: proving identity again before exports and administration.

use axum::{extract::State, http::HeaderMap};
use polku_desk::account::SignedIn;
use polku_pages::frame::Heading;
use polku_web::{Answer, App, Cookie, Fields, Query, Reader, Response, header, see_other, with_cookies};

use super::{
    kept::Kept,
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

/// The page for whoever was sending something: what was typed stays with it. The guard leads here with the whole form.
pub(super) async fn keep(
    State(app): State<App>,
    reader: Reader,
    Own(signed_in): Own,
    Query(next): Query<Next>,
    headers: HeaderMap,
    Fields(form): Fields,
) -> Answer {
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if !is_form {
        // A file is chosen again: it would not come back from a page.
        return Ok(see_other("/sign-in/again"));
    }
    let forms = Forms::to(next.path()).keeping(&Kept::of(&form).written());
    page(&app, &reader, &signed_in, &forms).await
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
        Tried::Proven(token) => {
            let next = path_or_start(form.value("next"));
            Ok(match Kept::read(&form)? {
                None => proven(token, next),
                Some(kept) => {
                    let cookie = token.map(|token| Cookie::Session.set(&token, None));
                    with_cookies(kept.send_on(&reader, next), cookie)
                }
            })
        }
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
