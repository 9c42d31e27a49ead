//! Contacts and meetings with a client or about one, and what was agreed next (B11).
//!
//! A contact says when, how and with whom, what was discussed and what was agreed; with whom and the words are sealed.
//! One to come is an agreed meeting. What was agreed by a day becomes a task in the same transaction. A correction
//! keeps how it read before, and the open task follows it.
//!
//! - `panel` and [`now_fact`] are the client's page's;
//! - [`rules`] holds what comes next and what a correction does to the task.

mod api;
mod change;
mod contact;
mod input;
mod page;
mod panel;
mod rules;
#[cfg(test)]
mod rules_tests;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

use crate::joining::{Chapter, ClientTab, Kept, inventory};

pub(crate) use contact::{Agreement, Contact, ContactKind, Held, NewContact, Party, Wording};
pub(crate) use panel::{asked, now_fact, panel};
pub(crate) use store::{add, all, one, since};
pub(crate) use view::kind_key;

/// What looking at contacts touches.
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Contacts]);
/// What writing them touches.
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Contacts]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Coaching, order: 30, end: "/contacts", word: "contacts-title", resource: Resource::Contacts, kept: Kept::Always,
    }
}

/// The routes of contacts.
pub fn routes() -> Routes {
    let list = ApiDoc::new("A client's contacts and meetings, the latest first")
        .query(&["after", "limit"])
        .answers::<api::ContactsDocument>();
    let add = ApiDoc::new("Write a contact down; what was agreed becomes a task")
        .takes::<input::ContactInput>()
        .creates();
    let show =
        ApiDoc::new("A contact, with how it read before it was corrected").answers::<api::ContactDocument>();
    let correct = ApiDoc::new("Correct a contact; how it read is kept, and its open task follows")
        .takes::<input::ContactInput>()
        .silent();
    Routes::new()
        .page(Method::GET, "/clients/{client}/contacts", READ, page::list)
        .page(Method::GET, "/clients/{client}/contacts/new", WRITE, page::new)
        .page(Method::POST, "/clients/{client}/contacts", WRITE, page::add)
        .page(
            Method::GET,
            "/clients/{client}/contacts/{contact}/correct",
            WRITE,
            page::correcting,
        )
        .page(
            Method::POST,
            "/clients/{client}/contacts/{contact}",
            WRITE,
            page::correct,
        )
        .api(Method::GET, "/clients/{client}/contacts", READ, list, api::list)
        .api(Method::POST, "/clients/{client}/contacts", WRITE, add, api::add)
        .api(
            Method::GET,
            "/clients/{client}/contacts/{contact}",
            READ,
            show,
            api::show,
        )
        .api(
            Method::PUT,
            "/clients/{client}/contacts/{contact}",
            WRITE,
            correct,
            api::correct,
        )
}
