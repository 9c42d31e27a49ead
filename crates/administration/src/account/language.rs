//! The language of pages, wherever the worker signs in.

use axum::extract::State;
use polku_web::{Answer, App, Cookie, Fields, flash, with_cookies};

use crate::caller::Own;

/// Chooses it. What was chosen for this browser alone is forgotten, so that the new choice shows here too.
pub(super) async fn choose(State(app): State<App>, Own(signed_in): Own, Fields(form): Fields) -> Answer {
    app.desk.choose_locale(&signed_in, form.value("language")).await?;
    let told = flash("/account", "account-language-saved");
    Ok(with_cookies(told, [Cookie::Language.clear()]))
}
