//! The second factor of a sign-in.

use axum::extract::State;
use polku_desk::account::{SignedIn, Standing};
use polku_pages::frame::Heading;
use polku_web::{Answer, App, Fields, Query, Reader, Response, see_other};

use super::{
    outcome::{Next, path_or_start, proven, refused},
    proof::{Forms, Tried, try_proof},
    view,
};
use crate::caller::Caller;

/// The page.
pub(super) async fn show(State(app): State<App>, reader: Reader, Query(next): Query<Next>) -> Answer {
    match awaiting(&reader) {
        Ok(signed_in) => page(&app, &reader, signed_in, &Forms::to(next.path())).await,
        Err(elsewhere) => Ok(see_other(elsewhere.unwrap_or(next.path()))),
    }
}

/// A proof.
pub(super) async fn prove(
    State(app): State<App>,
    reader: Reader,
    caller: Caller,
    Fields(form): Fields,
) -> Answer {
    let next = path_or_start(form.value("next"));
    let signed_in = match awaiting(&reader) {
        Ok(signed_in) => signed_in,
        Err(elsewhere) => return Ok(see_other(elsewhere.unwrap_or(next))),
    };
    match try_proof(&app, &reader, &caller, signed_in, &form).await? {
        Tried::Proven(token) => Ok(proven(token, next)),
        Tried::Refused(forms, wait) => {
            let page = page(&app, &reader, signed_in, &forms).await?;
            Ok(refused(page, wait))
        }
    }
}

/// The session that awaits its second factor, or where else to go: to the start of signing in, or on.
fn awaiting(reader: &Reader) -> Result<&SignedIn, Option<&'static str>> {
    let signed_in = reader.signed_in.as_ref().ok_or(Some("/sign-in"))?;
    match signed_in.standing {
        Standing::AwaitsSecondFactor => Ok(signed_in),
        Standing::MustEnrol => Err(Some("/account/second-factor")),
        Standing::Complete => Err(None),
    }
}

async fn page(app: &App, reader: &Reader, signed_in: &SignedIn, forms: &Forms) -> Answer<Response> {
    let factors = app.desk.second_factors(signed_in).await?;
    let heading = Heading::new(reader.texts.t("sign-in-second-heading"));
    let body = view::second(reader.texts, factors, forms);
    Ok(reader.bare_page("sign-in-second-title", &["js/passkey.js"], &heading, body))
}
