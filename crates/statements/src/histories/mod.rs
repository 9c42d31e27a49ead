//! Histories of education, work, health and substance use (A4), as dated items: what, where, since when, from whom, and
//! for health and substance use why it is necessary.
//!
//! What a register's basic data says of a history in one text stays there; here is what is told piece by piece. A
//! register has the histories of its profile's fields.

mod api;
mod change;
mod input;
mod item;
mod packed;
mod page;
mod rules;
mod store;
mod taken_in;
mod view;

use polku_casework::joining::{Chapter, ClientTab, Kept, MadeUpPart, inventory};
use polku_desk::{
    Client, DeskError, Granted, Operation,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::Field;
use polku_web::{Answer, ApiDoc, Method, Routes};

/// The end of the address of a client's histories.
const TAB: &str = "/histories";

inventory::submit! {
    ClientTab {
        chapter: Chapter::Data, order: 110, end: TAB, word: "histories-title", resource: Resource::Basics,
        kept: Kept::InFields(&[
            Field::EducationHistory, Field::WorkHistory, Field::HealthHistory, Field::SubstanceUseHistory,
        ]),
    }
}

inventory::submit! { MadeUpPart { order: 120, write: taken_in::write } }

const DATA: &[Resource] = &[Resource::Basics, Resource::Special, Resource::Identity];
const READ: AccessSpec = AccessSpec::people(Action::Read, DATA);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, DATA);

/// The pages and API of histories.
#[must_use]
pub fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/histories";
    const ONE: &str = "/clients/{client}/histories/{item}";
    let list = ApiDoc::new("A client's histories, the latest first").answers::<Vec<api::ItemBody>>();
    let add = ApiDoc::new("Add an item to a history")
        .takes::<input::ItemInput>()
        .answers::<api::ItemBody>()
        .creates();
    let show = ApiDoc::new("An item of a history").answers::<api::ItemBody>();
    let mend = ApiDoc::new("Mend an item of a history")
        .takes::<input::ItemInput>()
        .answers::<api::ItemBody>();
    let remove = ApiDoc::new("Take an item of a history away").silent();
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::POST, LIST, WRITE, page::add)
        .page(
            Method::GET,
            "/clients/{client}/histories/{item}/edit",
            WRITE,
            page::edit,
        )
        .page(Method::POST, ONE, WRITE, page::mend)
        .page(
            Method::POST,
            "/clients/{client}/histories/{item}/remove",
            WRITE,
            page::remove,
        )
        .api(Method::GET, LIST, READ, list, api::list)
        .api(Method::POST, LIST, WRITE, add, api::add)
        .api(Method::GET, ONE, READ, show, api::show)
        .api(Method::PUT, ONE, WRITE, mend, api::mend)
        .api(Method::DELETE, ONE, WRITE, remove, api::remove)
}

/// A register without any history has none of this anywhere (A2).
fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    if item::History::kept(&*grant.visit().profile()?).is_empty() {
        return Err(DeskError::Hidden.into());
    }
    Ok(())
}
