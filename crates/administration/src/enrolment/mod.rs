//! Taking a new account into use: the worker sets a password, and a second factor with it.
//!
//! The link is `/enrol#<code>`. What stands after `#` never leaves the browser, so that the code is in no server's or
//! proxy's log and in no `Referer`; a script puts it into the form, and without scripts the worker pastes it. From then
//! on it travels in the bodies of forms.

mod page;
mod view;

use polku_desk::access::AccessSpec;
use polku_web::{Method, Routes};

pub(crate) use view::secret_to_scan;

/// The path of the link before its code.
pub(crate) const PATH: &str = "/enrol";

const OPEN: AccessSpec = AccessSpec::anyone().without_tokens();

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, PATH, OPEN, page::show)
        .page(Method::POST, PATH, OPEN, page::begin)
        .page(Method::POST, "/enrol/complete", OPEN, page::complete)
}
