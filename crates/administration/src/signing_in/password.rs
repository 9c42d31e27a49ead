//! By user name and password.

use axum::extract::State;
use polku_desk::account::{Attempt, SignInAnswer, Standing};
use polku_pages::form::FormState;
use polku_web::{Answer, App, Fields, Query, Reader, Response, see_other};

use super::{
    outcome::{Next, opened, path_or_start, refused},
    view,
};
use crate::caller::Caller;

/// The page.
pub(super) async fn show(reader: Reader, Query(next): Query<Next>) -> Response {
    let standing = reader.signed_in.as_ref().map(|signed_in| signed_in.standing);
    if standing == Some(Standing::Complete) {
        return see_other(next.path());
    }
    let mut state = FormState::new();
    state.set("next", next.path());
    page(&reader, &state)
}

/// An attempt.
pub(super) async fn sign_in(
    State(app): State<App>,
    reader: Reader,
    caller: Caller,
    Fields(mut form): Fields,
) -> Answer {
    let attempt = Attempt {
        user_name: form.value("user_name"),
        password: form.value("password"),
        source: caller.source,
        device_cookie: caller.device_cookie.as_deref(),
        device: &caller.device,
    };
    let answer = app.desk.sign_in(&attempt).await?;
    form.values.remove("password");
    conclude(&app, &reader, form, &answer).await
}

/// The answer to an attempt, by password or passkey.
pub(super) async fn conclude(
    app: &App,
    reader: &Reader,
    mut form: FormState,
    answer: &SignInAnswer,
) -> Answer {
    let (text, wait) = match answer {
        SignInAnswer::Opened(session) => {
            // Whoever signs in anew in the same browser leaves the earlier session.
            if let Some(earlier) = &reader.signed_in {
                app.desk.end_session(earlier, earlier.session).await?;
            }
            return Ok(opened(session, path_or_start(form.value("next"))));
        }
        SignInAnswer::Wrong => (reader.texts.t("sign-in-wrong"), None),
        SignInAnswer::NoRight => (reader.texts.t("sign-in-no-right"), None),
        SignInAnswer::Wait(seconds) => (view::waiting_text(reader.texts, *seconds), Some(*seconds)),
    };
    form.error("", text);
    Ok(refused(page(reader, &form), wait))
}

fn page(reader: &Reader, state: &FormState) -> Response {
    let texts = reader.texts;
    let heading = polku_pages::frame::Heading::new(texts.t("sign-in-heading"));
    reader.bare_page(
        "sign-in-title",
        &["js/passkey.js"],
        &heading,
        view::sign_in(texts, state),
    )
}
