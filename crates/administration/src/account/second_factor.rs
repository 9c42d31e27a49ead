//! One-time codes, and the page on which they stand beside the passkeys.

use axum::extract::State;
use polku_desk::account::{SignedIn, Standing};
use polku_pages::{form::FormState, frame::Heading};
use polku_web::{Answer, App, Cookie, Fields, Reader, Response, flash, with_cookies};

use super::second_factor_view::{Factors, factors, offered};
use crate::{
    caller::Own,
    mending::{done_or_mend, to_mend},
};

/// The page.
pub(super) async fn show(State(app): State<App>, reader: Reader, Own(signed_in): Own) -> Answer {
    page(&app, &reader, &signed_in, &FormState::new()).await
}

/// The page, with what is to be said about making a passkey.
pub(super) async fn page(app: &App, reader: &Reader, signed_in: &SignedIn, passkey: &FormState) -> Answer {
    let shown = Factors {
        held: app.desk.second_factors(signed_in).await?,
        passkeys: app.desk.list_passkeys(signed_in).await?,
        standing: signed_in.standing,
        today: app.desk.clock().today(),
    };
    let heading = heading(reader);
    let body = factors(reader.texts, &shown, passkey);
    Ok(reader.page_with("account-second-factor-title", &["js/passkey.js"], &heading, body))
}

/// Offers a one-time secret.
pub(super) async fn start(State(app): State<App>, reader: Reader, Own(signed_in): Own) -> Answer {
    let offer = app.desk.start_totp(&signed_in).await?;
    let mut form = FormState::new();
    form.set("challenge", &offer.challenge);
    form.set("uri", &offer.uri);
    form.set("secret", &offer.secret);
    offer_page(&reader, &form)
}

/// Takes the secret into use with its first code.
pub(super) async fn confirm(
    State(app): State<App>,
    reader: Reader,
    Own(signed_in): Own,
    Fields(mut form): Fields,
) -> Answer {
    let confirmed = app
        .desk
        .confirm_totp(&signed_in, form.value("challenge"), form.value("code"))
        .await;
    match done_or_mend(confirmed, &reader, &mut form, |_| "code")? {
        Some(token) => Ok(strengthened(&signed_in, token, "account-codes-done")),
        None => Ok(to_mend(offer_page(&reader, &form)?)),
    }
}

/// Takes one-time codes out of use.
pub(super) async fn remove(State(app): State<App>, reader: Reader, Own(signed_in): Own) -> Answer {
    let removed = app.desk.remove_totp(&signed_in).await;
    let mut form = FormState::new();
    match done_or_mend(removed, &reader, &mut form, |_| "")? {
        Some(()) => Ok(flash("/account/second-factor", "account-codes-removed")),
        None => Ok(to_mend(page(&app, &reader, &signed_in, &form).await?)),
    }
}

/// Where to go after the session became stronger: on, for whoever could not go on without it.
pub(super) fn strengthened(signed_in: &SignedIn, token: Option<String>, told: &'static str) -> Response {
    let next = match signed_in.standing {
        Standing::MustEnrol => "/",
        _ => "/account/second-factor",
    };
    with_cookies(
        flash(next, told),
        token.map(|token| Cookie::Session.set(&token, None)),
    )
}

fn heading(reader: &Reader) -> Heading {
    Heading::new(reader.texts.t("account-second-factor")).back("/account", reader.texts.t("account-heading"))
}

fn offer_page(reader: &Reader, form: &FormState) -> Answer {
    let body = offered(reader.texts, form)?;
    Ok(reader.page("account-second-factor-title", &heading(reader), body))
}
