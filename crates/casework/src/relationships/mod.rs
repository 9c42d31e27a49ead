//! Client relationships (B1): from the referral to where the client went on to, and where they are a year on.
//!
//! A client may have several over time. Each rests on a basis and ends with a placement; a year after the end
//! somebody is to ask where the client is then. What the referral says is sealed, the referring body too, since it
//! may tell of health or of a sentence.
//!
//! - [`open`] begins one inside another write: intake calls it, with [`RelationshipInput`];
//! - [`end_inside`] ends one inside another write: the end of a period does;
//! - [`rules`] holds when one may begin and end, and when the follow-up is due; [`due`] lists those to ask about.

mod api;
mod begin;
mod change;
mod end;
mod follow_up;
mod forms;
mod input;
mod page;
mod panel;
mod relationship;
mod rules;
mod store;
mod taken_in;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{Method, Routes};

use crate::joining::{Chapter, ClientTab, Kept, inventory};

pub(crate) use forms::fields;
pub(crate) use input::RelationshipInput;
pub(crate) use panel::panel;
pub(crate) use relationship::{Ending, NewRelationship, Referral, Relationship};
pub(crate) use rules::may_begin;
pub(crate) use store::{all, asked, due, end_inside, open};
pub(crate) use taken_in::take_in;

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Service]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Service]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Service, order: 10, end: "/relationships", word: "relationships-title", resource: Resource::Service, kept: Kept::Always,
    }
}

/// The pages and API of client relationships.
#[must_use]
pub fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/relationships";
    const ONE: &str = "/clients/{client}/relationships/{relationship}";
    const END: &str = "/clients/{client}/relationships/{relationship}/end";
    const FOLLOW_UP: &str = "/clients/{client}/relationships/{relationship}/follow-up";
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::POST, LIST, WRITE, begin::create)
        .page(
            Method::GET,
            "/clients/{client}/relationships/new",
            WRITE,
            begin::form,
        )
        .page(
            Method::GET,
            "/clients/{client}/relationships/{relationship}/edit",
            WRITE,
            change::form,
        )
        .page(Method::POST, ONE, WRITE, change::change)
        .page(Method::GET, END, WRITE, end::form)
        .page(Method::POST, END, WRITE, end::end)
        .page(Method::GET, FOLLOW_UP, WRITE, follow_up::form)
        .page(Method::POST, FOLLOW_UP, WRITE, follow_up::answer)
        .with(api::routes())
}
