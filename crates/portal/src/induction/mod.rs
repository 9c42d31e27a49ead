//! Induction (D7): what a client is told at the start, when, by whom, in which language, and which notice was in force.
//!
//! The points come from the register's profile: a register that takes no consents tells nothing of them. What was left out
//! is told later, in an entry of its own; entries never change. A leaflet of one page, made from the running configuration
//! as the notice is, goes along.

mod api;
mod due;
mod input;
mod leaflet;
mod made_up;
mod packed;
mod page;
mod printed;
pub mod rules;
pub(crate) mod store;
mod told;
pub(crate) mod view;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Induction]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Induction]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Privacy, order: 740, end: "/induction", word: "induction-title", resource: Resource::Induction, kept: Kept::Always,
    }
}

/// The pages and API of induction, and the leaflet for anyone.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/induction", READ, page::show)
        .page(Method::POST, "/clients/{client}/induction", WRITE, page::add)
        .page(
            Method::GET,
            "/leaflet/{register}",
            AccessSpec::anyone(),
            leaflet::show,
        )
        .page(
            Method::GET,
            "/leaflet/{register}/pdf",
            AccessSpec::anyone(),
            leaflet::file,
        )
        .api(
            Method::GET,
            "/clients/{client}/induction",
            READ,
            ApiDoc::new("What a client was told at the start, and what not yet")
                .answers::<api::InductionBody>(),
            api::show,
        )
        .api(
            Method::POST,
            "/clients/{client}/induction",
            WRITE,
            ApiDoc::new("Note what a client was told")
                .takes::<input::InductionInput>()
                .answers::<api::ToldBody>()
                .creates(),
            api::add,
        )
}
