//! A new password.

use axum::extract::State;
use polku_pages::{
    components::{Button, action_bar},
    form::{Form, FormState},
    frame::Heading,
    html,
};
use polku_web::{Answer, App, Fields, Reader, Response, flash};

use crate::{
    caller::Own,
    mending::{done_or_mend, to_mend},
};

/// The page.
pub(super) async fn show(reader: Reader, Own(signed_in): Own) -> Response {
    page(&reader, &signed_in.user_name, &FormState::new())
}

/// The change. The worker's other sessions end with it.
pub(super) async fn change(
    State(app): State<App>,
    reader: Reader,
    Own(signed_in): Own,
    Fields(mut form): Fields,
) -> Answer {
    if form.value("password") != form.value("password_again") {
        form.error("password_again", reader.texts.t("enrolment-passwords-differ"));
        return Ok(to_mend(page(&reader, &signed_in.user_name, &form)));
    }
    let changed = app.desk.change_password(&signed_in, form.value("password")).await;
    match done_or_mend(changed, &reader, &mut form, |_| "password")? {
        Some(()) => Ok(flash("/account", "account-password-changed")),
        None => Ok(to_mend(page(&reader, &signed_in.user_name, &form))),
    }
}

fn page(reader: &Reader, user_name: &str, state: &FormState) -> Response {
    let texts = reader.texts;
    let form = Form::post(texts, "/account/password", state);
    let heading =
        Heading::new(texts.t("account-password-heading")).back("/account", texts.t("account-heading"));
    let body = form.with(html! {
        // Tells password managers whose password is set.
        input hidden name="user_name" type="text" autocomplete="username" value=(user_name);
        (form.password("password", texts.t("enrolment-password")).autocomplete("new-password")
            .help(texts.t("enrolment-password-help")).autofocus())
        (form.password("password_again", texts.t("enrolment-password-again")).autocomplete("new-password"))
        p.quiet { (texts.t("account-password-help")) }
        (action_bar([Button::submit(texts.t("account-password-do")).main()]))
    });
    reader.page("account-password-title", &heading, body)
}
