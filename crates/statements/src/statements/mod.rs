//! Statements drafted from the record: interim reports, final statements, progress summaries for the referring body and
//! internal summaries (B8, B9).
//!
//! One press drafts a statement; the coach edits its sections, each of which can be taken from the record again; whoever
//! may sign signs it. What is signed is never changed: a correction is a new version that takes its place. Whom a
//! statement is for decides what is in it: [`permit`](crate::permit) is asked when it is drafted, written, signed and
//! given out.
//!
//! - [`rules`]: what may follow which state, and what of a statement a recipient may have;
//! - `drafting`: the texts that the record gives, pure; `record`: what of the record is read;
//! - `pdf`: the paper as a file.

mod api;
mod change;
mod chart;
mod drafting;
mod due;
mod editing;
mod editor_view;
mod input;
mod list_view;
mod packed;
mod page;
mod paper_view;
mod pdf;
mod record;
mod rules;
mod signing;
mod statement;
mod store;
mod taken_in;

use polku_casework::{
    joining::{Chapter, ClientTab, DueForManagers, DueSource, Kept, MadeUpPart, inventory},
    keeping,
};
use polku_desk::{
    Client, DeskError, Granted, Operation,
    access::{AccessSpec, Action, Resource},
};
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use statement::{Kind, Part, State};

/// The end of the address of a client's statements.
const TAB: &str = "/statements";

inventory::submit! {
    ClientTab {
        chapter: Chapter::Data, order: 200, end: TAB, word: "statements-title", resource: Resource::Statements, kept: Kept::AsRecords(statement::KEPT_AS),
    }
}
inventory::submit! { DueSource { due: due::for_coach } }
inventory::submit! { DueForManagers { due: due::for_signers } }
inventory::submit! { MadeUpPart { order: 200, write: taken_in::write } }

/// What a statement tells of, and so what reading one may touch.
const DATA: &[Resource] = &[
    Resource::Statements,
    Resource::Identity,
    Resource::Basics,
    Resource::Service,
    Resource::Attendance,
    Resource::Goals,
    Resource::Diary,
    Resource::Contacts,
    Resource::Assessments,
    Resource::SelfAssessment,
    Resource::Consents,
];

const READ: AccessSpec = AccessSpec::people(Action::Read, DATA);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, DATA);

/// The pages and API of statements.
#[must_use]
pub fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/statements";
    const ONE: &str = "/clients/{client}/statements/{statement}";
    const EDIT: &str = "/clients/{client}/statements/{statement}/edit";
    const SIGN: &str = "/clients/{client}/statements/{statement}/sign";
    const DISCARD: &str = "/clients/{client}/statements/{statement}/discard";
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::GET, "/clients/{client}/statements/new", READ, page::new)
        .page(Method::POST, LIST, WRITE, page::create)
        .page(Method::GET, ONE, READ, page::show)
        .page(
            Method::GET,
            "/clients/{client}/statements/{statement}/pdf",
            READ,
            pdf::show,
        )
        .page(Method::GET, EDIT, READ, editing::edit)
        .page(Method::POST, ONE, WRITE, editing::save)
        .page(
            Method::POST,
            "/clients/{client}/statements/{statement}/again",
            WRITE,
            editing::again,
        )
        .page(
            Method::POST,
            "/clients/{client}/statements/{statement}/state",
            WRITE,
            signing::turn,
        )
        .page(Method::GET, SIGN, READ, signing::ask)
        .page(Method::POST, SIGN, WRITE, signing::sign)
        .page(
            Method::POST,
            "/clients/{client}/statements/{statement}/correct",
            WRITE,
            signing::correct,
        )
        .page(Method::GET, DISCARD, READ, signing::ask_discard)
        .page(Method::POST, DISCARD, WRITE, signing::discard)
        .with(programs())
}

fn programs() -> Routes {
    const LIST: &str = "/clients/{client}/statements";
    const ONE: &str = "/clients/{client}/statements/{statement}";
    let list =
        ApiDoc::new("A client's statements, those under way first").answers::<Vec<api::StatementBody>>();
    let create = ApiDoc::new("Draft a statement from the record")
        .takes::<input::StatementInput>()
        .answers::<api::StatementBody>()
        .creates();
    let show = ApiDoc::new("A statement").answers::<api::StatementBody>();
    let save = ApiDoc::new("Write what a statement says")
        .takes::<input::ContentInput>()
        .answers::<api::StatementBody>();
    let record = ApiDoc::new("What the record gives each section now, as far as the recipient may have it")
        .answers::<api::RecordBody>();
    let state = ApiDoc::new("Send a statement for signing, return it, or sign it")
        .takes::<api::StateInput>()
        .answers::<api::StatementBody>();
    let correct = ApiDoc::new("Begin a new version that takes the place of a signed statement")
        .answers::<api::StatementBody>()
        .creates();
    let discard = ApiDoc::new("Take a statement away that is not signed").silent();
    Routes::new()
        .api(Method::GET, LIST, READ, list, api::list)
        .api(Method::POST, LIST, WRITE, create, api::create)
        .api(Method::GET, ONE, READ, show, api::show)
        .api(Method::PUT, ONE, WRITE, save, api::save)
        .api(Method::DELETE, ONE, WRITE, discard, api::discard)
        .api(
            Method::GET,
            "/clients/{client}/statements/{statement}/record",
            READ,
            record,
            api::record,
        )
        .api(
            Method::PUT,
            "/clients/{client}/statements/{statement}/state",
            WRITE,
            state,
            api::state,
        )
        .api(
            Method::POST,
            "/clients/{client}/statements/{statement}/corrections",
            WRITE,
            correct,
            api::correct,
        )
}

/// A register without any kind of statement has none of this anywhere (A2).
fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    for kind in statement::KEPT_AS {
        if keeping::keeps(grant.visit(), *kind)? {
            return Ok(());
        }
    }
    Err(DeskError::Hidden.into())
}
