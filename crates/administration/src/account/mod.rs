//! A worker's own account.

mod session_key;

use polku_desk::access::AccessSpec;
use polku_web::{Method, Routes};

/// For whoever has a session.
const SESSION: AccessSpec = AccessSpec::signed_in().without_tokens();

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new().page(Method::GET, "/account/session-key", SESSION, session_key::show)
}
