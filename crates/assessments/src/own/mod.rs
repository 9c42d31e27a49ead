//! The client's own answers: on the worker's device handed over, or on a device of their own by a one-time link (B7).
//!
//! The page says nothing about who: no name, no register, no client. Whoever holds the link stands at the desk as
//! [`Role::LinkHolder`](polku_desk::access::Role::LinkHolder), who reads and writes these answers and nothing else. A link
//! serves once: it dies when the answers are given, when it is taken back, or when it is too old. Handing a device over
//! ends the worker's session on it, so that nothing else of the product can be reached from there.

mod api;
mod ask;
mod page;
pub(crate) mod store;
mod view;

use polku_casework::links::LinkBody;
use polku_desk::access::AccessSpec;
use polku_web::{ApiDoc, Method, Routes};

use crate::assessment::WRITE;

pub(crate) use view::panel;

/// The pages and API of the client's own answers.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/link",
            WRITE.without_tokens(),
            ask::link,
        )
        .page(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/link/revoke",
            WRITE,
            ask::revoke,
        )
        .page(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/hand-over",
            WRITE.without_tokens(),
            ask::hand_over,
        )
        .page(Method::GET, page::ROUTE, AccessSpec::anyone(), page::show)
        .page(Method::POST, page::ROUTE, AccessSpec::anyone(), page::save)
        .page(Method::GET, "/answered", AccessSpec::anyone(), page::thanks)
        .api(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/link",
            WRITE,
            ApiDoc::new("Give a one-time link for the client's own answers; earlier links die")
                .answers::<LinkBody>()
                .creates(),
            api::give,
        )
        .api(
            Method::DELETE,
            "/clients/{client}/assessments/{assessment}/link",
            WRITE,
            ApiDoc::new("Take the link back").silent(),
            api::revoke,
        )
}
