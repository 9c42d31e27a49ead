//! The way in: with a name and a code, or by strong electronic identification.
//!
//! Whoever is not let in is told one thing, whatever the reason (A8): there is nothing here for them.

mod asking;
mod codes;
mod identification;
mod provider;
pub(crate) mod view;

use polku_desk::access::AccessSpec;
use polku_web::{Method, Routes};

/// The routes of the way in.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/own/sign-in", AccessSpec::anyone(), codes::show)
        .page(Method::POST, "/own/sign-in", AccessSpec::anyone(), codes::enter)
        .page(
            Method::GET,
            "/own/identify",
            AccessSpec::anyone(),
            identification::begin,
        )
        .page(
            Method::GET,
            "/own/identified",
            AccessSpec::anyone(),
            identification::back,
        )
        .page(
            Method::POST,
            "/own/identified",
            AccessSpec::anyone(),
            identification::choose,
        )
}
