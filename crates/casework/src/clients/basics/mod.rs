//! Basic data of a client: read with its sources, changed field by field (A1–A5, A7).

pub(super) mod change;
mod page;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

use super::{
    api::{self, ClientDocument},
    input::BasicsInput,
};

use crate::joining::{Chapter, ClientTab, Kept, inventory};

/// What reading basic data touches.
const READ: AccessSpec = AccessSpec::people(
    Action::Read,
    &[Resource::Basics, Resource::Identity, Resource::Special],
);
/// What changing it touches.
const WRITE: AccessSpec = AccessSpec::people(
    Action::Write,
    &[Resource::Basics, Resource::Identity, Resource::Special],
);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Data, order: 10, end: "/basics", word: "client-basics-title", resource: Resource::Basics, kept: Kept::Always,
    }
}

/// The routes of basic data.
pub(super) fn routes() -> Routes {
    let show = ApiDoc::new("A client's basic data").answers::<ClientDocument>();
    let change = ApiDoc::new("Change a client's basic data")
        .takes::<BasicsInput>()
        .silent();
    Routes::new()
        .page(Method::GET, "/clients/{client}/basics", READ, page::show)
        .page(Method::GET, "/clients/{client}/basics/edit", WRITE, page::edit)
        .page(Method::POST, "/clients/{client}/basics", WRITE, page::save)
        .api(Method::GET, "/clients/{client}", READ, show.clone(), api::show)
        .api(Method::GET, "/clients/{client}/basics", READ, show, api::show)
        .api(
            Method::PUT,
            "/clients/{client}/basics",
            WRITE,
            change,
            api::change,
        )
}
