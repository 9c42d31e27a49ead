//! Signing in with a name and a code.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    Extension,
    extract::{ConnectInfo, State},
    http::HeaderMap,
};
use polku_desk::portal::{Entered, LONGEST_HOURS, PortalAnswer, PortalAttempt};
use polku_pages::{form::FormState, frame::Heading};
use polku_web::{
    Answer, App, Cookie, Failure, Fields, Query, Reader, Response, flash_warning, header, see_other,
    with_cookies,
};
use serde::Deserialize;

use super::view;

/// The first page inside.
pub(super) const FRONT: &str = "/own";
/// How many codes are few.
const FEW: i64 = 4;

/// What an address may say: that the client has just left.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    out: String,
}

pub(super) async fn show(State(app): State<App>, reader: Reader, Query(asked): Query<Asked>) -> Response {
    let told = if asked.out == "yes" {
        view::Told::Left
    } else {
        view::Told::Nothing
    };
    page(&app, &reader, &FormState::new(), told)
}

fn page(app: &App, reader: &Reader, state: &FormState, told: view::Told) -> Response {
    let texts = reader.texts;
    let body = view::sign_in(texts, state, told, app.settings.identification.is_some());
    reader.portal_page(
        "own-sign-in-title",
        &[],
        &Heading::new(texts.t("own-sign-in-heading")),
        body,
    )
}

pub(super) async fn enter(
    State(app): State<App>,
    source: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    reader: Reader,
    Fields(mut typed): Fields,
) -> Answer {
    let attempt = PortalAttempt {
        name: typed.value("name"),
        code: typed.value("code"),
        source: source_of(source),
        device: device_of(&headers),
    };
    match app.desk.enter_portal(&attempt).await? {
        PortalAnswer::Entered(entered) => Ok(entered_page(&reader, &entered, FRONT)),
        PortalAnswer::Wait(seconds) => Err(Failure::TooMany(seconds.into())),
        PortalAnswer::Nothing => {
            // The name may stay; a code is never shown again.
            typed.set("code", "");
            let mut response = page(&app, &reader, &typed, view::Told::Wrong);
            *response.status_mut() = polku_web::StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// Without connection information all callers count as one: wrong codes are then slowed more, not less.
fn source_of(source: Option<Extension<ConnectInfo<SocketAddr>>>) -> IpAddr {
    source.map_or(
        IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        |Extension(ConnectInfo(address))| address.ip(),
    )
}

/// The browser, as it names itself.
pub(super) fn device_of(headers: &HeaderMap) -> &str {
    headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// Inside: to a page there, or to the list of codes that is shown once.
pub(super) fn entered_page(reader: &Reader, entered: &Entered, next: &str) -> Response {
    let cookie = Cookie::Portal.set(&entered.token, Some(LONGEST_HOURS * 3600));
    let response = match (&entered.list, entered.codes_left) {
        (Some(list), _) => {
            let texts = reader.texts;
            let heading = Heading::new(texts.t("own-codes-heading"));
            reader.portal_page("own-codes-title", &[], &heading, view::first_list(texts, list))
        }
        (None, Some(left)) if left < FEW => flash_warning(next, "own-codes-few"),
        (None, _) => see_other(next),
    };
    with_cookies(response, [cookie])
}
