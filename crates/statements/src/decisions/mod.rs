//! Decisions about a client (B13): what, why, by whom, on which act and section, how to appeal, and how the client was
//! told.
//!
//! What was decided is never changed: another decision takes its place. An authority's decision tells how to appeal.

mod api;
mod change;
mod decision;
mod input;
mod packed;
mod page;
mod rules;
mod store;
mod taken_in;
mod view;

use polku_casework::{
    joining::{Chapter, ClientTab, Kept, MadeUpPart, inventory},
    keeping,
};
use polku_desk::{
    Client, Granted, Operation,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

/// The end of the address of a client's decisions.
const TAB: &str = "/decisions";

inventory::submit! {
    ClientTab {
        chapter: Chapter::Data, order: 210, end: TAB, word: "decisions-title", resource: Resource::Decisions, kept: Kept::AsRecords(&[RecordKind::Decision]),
    }
}

inventory::submit! { MadeUpPart { order: 210, write: taken_in::write } }

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Decisions, Resource::Identity]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Decisions, Resource::Identity]);

/// The pages and API of decisions.
#[must_use]
pub fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/decisions";
    const ONE: &str = "/clients/{client}/decisions/{decision}";
    const NOTICE: &str = "/clients/{client}/decisions/{decision}/notice";
    let list = ApiDoc::new("A client's decisions, the latest first").answers::<Vec<api::DecisionBody>>();
    let make = ApiDoc::new("Enter a decision")
        .takes::<input::DecisionInput>()
        .answers::<api::DecisionBody>()
        .creates();
    let show = ApiDoc::new("A decision").answers::<api::DecisionBody>();
    let notify = ApiDoc::new("Enter how and when the client was told of a decision")
        .takes::<input::NoticeInput>()
        .answers::<api::DecisionBody>();
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::GET, "/clients/{client}/decisions/new", WRITE, page::new)
        .page(Method::POST, LIST, WRITE, page::make)
        .page(Method::GET, ONE, READ, page::show)
        .page(Method::POST, NOTICE, WRITE, page::notify)
        .api(Method::GET, LIST, READ, list, api::list)
        .api(Method::POST, LIST, WRITE, make, api::make)
        .api(Method::GET, ONE, READ, show, api::show)
        .api(Method::PUT, NOTICE, WRITE, notify, api::notify)
}

/// A register without decisions has none of this anywhere (A2).
fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    keeping::kept(grant.visit(), RecordKind::Decision)
}
