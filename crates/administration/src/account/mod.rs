//! A worker's own account: language, register, password, second factors, sessions, tokens, calendar.
//!
//! What makes the account stronger or weaker comes after a fresh proof of identity. Secrets are shown once, on the
//! page that answers the form that asked for them.

mod api;
mod calendar;
mod device;
mod language;
mod overview;
mod overview_view;
mod passkeys;
mod password;
mod second_factor;
mod second_factor_view;
mod session_key;
mod sessions;
mod token_input;
mod tokens;
mod tokens_view;

use polku_desk::access::AccessSpec;
use polku_web::{ApiDoc, Method, Routes};

/// Where a calendar program fetches the feed; the secret follows.
pub(crate) const CALENDAR: &str = "/calendar/";

/// For whoever has a session.
const SESSION: AccessSpec = AccessSpec::signed_in().without_tokens();
/// For whoever has a session and has just proven who it is.
const PROVEN: AccessSpec = AccessSpec::signed_in().after_step_up();
/// For programs too.
const MYSELF: AccessSpec = AccessSpec::signed_in();

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/account", SESSION, overview::show)
        .page(Method::GET, "/account/session-key", SESSION, session_key::show)
        .page(Method::POST, "/account/language", SESSION, language::choose)
        .page(
            Method::POST,
            "/account/sessions/{session}/end",
            SESSION,
            sessions::end,
        )
        .page(
            Method::POST,
            "/account/sessions/end-others",
            SESSION,
            sessions::end_others,
        )
        .with(proofs())
        .with(secrets())
        .with(programs())
}

fn proofs() -> Routes {
    Routes::new()
        .page(Method::GET, "/account/password", PROVEN, password::show)
        .page(Method::POST, "/account/password", PROVEN, password::change)
        .page(Method::GET, "/account/second-factor", PROVEN, second_factor::show)
        .page(
            Method::POST,
            "/account/second-factor/codes/start",
            PROVEN,
            second_factor::start,
        )
        .page(
            Method::POST,
            "/account/second-factor/codes",
            PROVEN,
            second_factor::confirm,
        )
        .page(
            Method::POST,
            "/account/second-factor/codes/remove",
            PROVEN,
            second_factor::remove,
        )
        .page(Method::POST, "/account/passkeys/offer", PROVEN, passkeys::offer)
        .page(Method::POST, "/account/passkeys", PROVEN, passkeys::add)
        .page(
            Method::POST,
            "/account/passkeys/{passkey}/remove",
            PROVEN,
            passkeys::remove,
        )
}

fn secrets() -> Routes {
    Routes::new()
        .page(Method::GET, "/account/tokens", PROVEN, tokens::show)
        .page(Method::POST, "/account/tokens", PROVEN, tokens::issue)
        .page(
            Method::POST,
            "/account/tokens/{token}/revoke",
            SESSION,
            tokens::revoke,
        )
        .page(Method::GET, "/account/calendar", PROVEN, calendar::show)
        .page(Method::POST, "/account/calendar", PROVEN, calendar::issue)
        .page(
            Method::POST,
            "/account/calendar/revoke",
            SESSION,
            calendar::revoke,
        )
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/me",
            MYSELF,
            ApiDoc::new("Who is asking: the worker behind the session or token").answers::<api::Me>(),
            api::me,
        )
        .api(
            Method::GET,
            "/me/sessions",
            SESSION,
            ApiDoc::new("The worker's own sessions").answers::<Vec<api::Session>>(),
            api::sessions,
        )
        .api(
            Method::DELETE,
            "/me/sessions/{session}",
            SESSION,
            ApiDoc::new("Ends one of the worker's own sessions").silent(),
            api::end_session,
        )
}
