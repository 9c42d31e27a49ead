//! Client narratives (asiakaskertomus, B13): dated, by an author, and never silently changed. A correction is another
//! wording with a reason, beside the original.

mod api;
mod change;
mod input;
mod narrative;
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

/// The end of the address of a client's narratives.
const TAB: &str = "/narratives";

inventory::submit! {
    ClientTab {
        chapter: Chapter::Coaching, order: 220, end: TAB, word: "narratives-title", resource: Resource::Narratives, kept: Kept::AsRecords(&[RecordKind::Narrative]),
    }
}

inventory::submit! { MadeUpPart { order: 220, write: taken_in::write } }

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Narratives, Resource::Identity]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Narratives, Resource::Identity]);

/// The pages and API of narratives.
#[must_use]
pub fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/narratives";
    const ONE: &str = "/clients/{client}/narratives/{narrative}";
    const CORRECT: &str = "/clients/{client}/narratives/{narrative}/correct";
    let list = ApiDoc::new("A client's narratives, the latest first").answers::<Vec<api::NarrativeBody>>();
    let tell = ApiDoc::new("Add a client narrative")
        .takes::<input::NarrativeInput>()
        .answers::<api::NarrativeBody>()
        .creates();
    let show = ApiDoc::new("A narrative with its earlier wordings").answers::<api::NarrativeBody>();
    let correct = ApiDoc::new("Correct a narrative: the earlier wording stays")
        .takes::<input::NarrativeInput>()
        .answers::<api::NarrativeBody>();
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::GET, "/clients/{client}/narratives/new", READ, page::new)
        .page(Method::POST, LIST, WRITE, page::tell)
        .page(Method::GET, ONE, READ, page::show)
        .page(Method::GET, CORRECT, READ, page::ask)
        .page(Method::POST, CORRECT, WRITE, page::correct)
        .api(Method::GET, LIST, READ, list, api::list)
        .api(Method::POST, LIST, WRITE, tell, api::tell)
        .api(Method::GET, ONE, READ, show, api::show)
        .api(Method::PUT, ONE, WRITE, correct, api::correct)
}

/// A register without narratives has none of this anywhere (A2).
fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    keeping::kept(grant.visit(), RecordKind::Narrative)
}
