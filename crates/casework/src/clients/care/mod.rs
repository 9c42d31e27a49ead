//! Who answers for a client: several responsible workers, and substitutes for a time (B1).
//!
//! It is more than a name on a page: a coach sees the clients whom she answers for, so a change here changes access.

mod api;
mod change;
mod input;
mod page;
pub(super) mod rules;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

use crate::joining::{Chapter, ClientTab, Kept, inventory};

pub(crate) use rules::CarePart;
pub(crate) use store::begin;
pub use store::responsible;
pub(super) use store::{Coach, all, asked, coaches};
pub(super) use view::fact;

/// What looking at who answers touches.
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Care, Resource::Identity]);
/// What changing it touches.
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Care, Resource::Identity]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Service, order: 30, end: "/care", word: "client-care-title", resource: Resource::Care, kept: Kept::Always,
    }
}

/// The routes of care.
pub(super) fn routes() -> Routes {
    let list = ApiDoc::new("Who answers for a client").answers::<api::CareDocument>();
    let begin = ApiDoc::new("Let a coach answer for a client")
        .takes::<input::CareInput>()
        .creates();
    let end = ApiDoc::new("End somebody's answering for a client")
        .takes::<input::CareEndInput>()
        .silent();
    Routes::new()
        .page(Method::GET, "/clients/{client}/care", READ, page::show)
        .page(Method::POST, "/clients/{client}/care", WRITE, page::begin)
        .page(
            Method::GET,
            "/clients/{client}/care/{engagement}/end",
            READ,
            page::ending,
        )
        .page(
            Method::POST,
            "/clients/{client}/care/{engagement}/end",
            WRITE,
            page::end,
        )
        .api(Method::GET, "/clients/{client}/care", READ, list, api::show)
        .api(Method::POST, "/clients/{client}/care", WRITE, begin, api::begin)
        .api(
            Method::POST,
            "/clients/{client}/care/{engagement}/end",
            WRITE,
            end,
            api::end,
        )
}
