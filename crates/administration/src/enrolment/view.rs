//! How the pages look.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use polku_desk::account::SHORTEST_PASSWORD_ALONE;
use polku_pages::{
    Markup, Texts,
    components::{Button, action_bar},
    form::{Form, FormState},
    html,
};
use polku_web::Failure;
use qrcode::{QrCode, render::svg};

/// The code of the link.
pub(super) fn first(texts: Texts, state: &FormState) -> Markup {
    let form = Form::post(texts, super::PATH, state);
    html! {
        div data-enrolment {
            (form.with(html! {
                p { (texts.t("enrolment-code-why")) }
                (form.text("enrolment", texts.t("enrolment-code")).max_length(100).autofocus())
                (action_bar([Button::submit(texts.t("common-continue")).main()]))
            }))
        }
    }
}

/// Password and second factor.
pub(super) fn second(texts: Texts, user_name: &str, state: &FormState) -> Result<Markup, Failure> {
    let form = Form::post(texts, "/enrol/complete", state);
    let alone = [("characters", SHORTEST_PASSWORD_ALONE.into())];
    let picture = secret_to_scan(texts, state.value("uri"), state.value("secret"))?;
    Ok(form.with(html! {
        @for name in ["enrolment", "challenge", "uri", "secret"] { (form.hidden(name, state.value(name))) }
        p {
            (texts.t("enrolment-user-name")) " " strong { (user_name) }
            // Tells password managers whose password is set.
            input hidden name="user_name" type="text" autocomplete="username" value=(user_name);
        }
        (form.group(texts.t("enrolment-password-heading"), html! {
            (form.password("password", texts.t("enrolment-password")).autocomplete("new-password")
                .help(texts.t("enrolment-password-help")))
            (form.password("password_again", texts.t("enrolment-password-again")).autocomplete("new-password"))
        }))
        (form.group(texts.t("enrolment-factor-heading"), html! {
            p { (texts.t("enrolment-factor-why")) }
            (picture)
            (form.one_time_code("code", texts.t("enrolment-factor-code")).max_length(10).optional()
                .help(texts.with("enrolment-factor-help", &alone)))
        }))
        (action_bar([Button::submit(texts.t("enrolment-do")).main()]))
    }))
}

/// A one-time secret as a picture for the telephone's camera, and as letters for those who type it.
pub(crate) fn secret_to_scan(texts: Texts, uri: &str, secret: &str) -> Result<Markup, Failure> {
    let code = QrCode::new(uri).map_err(|error| Failure::Internal(error.to_string()))?;
    let picture = code.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
    let source = format!("data:image/svg+xml;base64,{}", STANDARD.encode(picture));
    Ok(html! {
        p { img.qr src=(source) width="200" height="200" alt=(texts.t("enrolment-qr")); }
        p { (texts.t("enrolment-secret")) " " code { (in_fours(secret)) } }
    })
}

/// Letters in groups of four, as they are typed by hand.
fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
