//! Signing in and out, proving identity again, and choosing the right that one acts by.
//!
//! A name or password that is wrong is answered the same whichever it was. Guesses are slowed by the desk; the page
//! only tells how long to wait.

mod again;
mod kept;
mod leaving;
mod outcome;
mod passkey;
mod password;
mod proof;
mod second;
mod view;

use polku_desk::access::AccessSpec;
use polku_web::{Method, Routes};

pub(crate) use outcome::opened;
pub(crate) use passkey::{site, typed_credential};
pub(crate) use view::{PasskeyPart, passkey_part};

/// Reachable before a session is complete.
const OPEN: AccessSpec = AccessSpec::anyone().without_tokens();
/// For whoever has a session.
const SESSION: AccessSpec = AccessSpec::signed_in().without_tokens();

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/sign-in", OPEN, password::show)
        .page(Method::POST, "/sign-in", OPEN, password::sign_in)
        .page(Method::POST, "/sign-in/passkey/offer", OPEN, passkey::offer)
        .page(Method::POST, "/sign-in/passkey", OPEN, passkey::sign_in)
        // A session that awaits its second factor is no session to the guard yet, so that these look for themselves.
        .page(Method::GET, "/sign-in/second", OPEN, second::show)
        .page(Method::POST, "/sign-in/second", OPEN, second::prove)
        .page(Method::GET, "/sign-in/again", SESSION, again::show)
        .page(Method::POST, "/sign-in/again", SESSION, again::prove)
        // Whoever opens the address again has nothing to send on any more.
        .page(Method::GET, "/sign-in/again/keep", SESSION, again::show)
        .page(Method::POST, "/sign-in/again/keep", SESSION, again::keep)
        .page(Method::POST, "/sign-out", OPEN, leaving::sign_out)
        .page(Method::POST, "/switch", SESSION, leaving::switch)
}
