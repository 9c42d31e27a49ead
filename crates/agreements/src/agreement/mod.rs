//! Agreements of a client (B3): filled from the record, edited, shown as a file, signed, amended by a new one, ended.
//!
//! - [`rules`]: what may follow which state; nothing that somebody signed is written again;
//! - [`change`]: what is done to agreements; [`crate::signing`] makes a proposed one signed;
//! - [`page`], [`editing`], [`ending`], [`files`]: its pages and files.

pub(crate) mod api;
mod change;
mod due;
mod editing;
mod ending;
pub(crate) mod files;
mod input;
mod made_up;
pub(crate) mod model;
mod packed;
pub(crate) mod page;
pub(crate) mod rules;
pub(crate) mod store;
pub(crate) mod view;

use polku_casework::{
    joining::{Chapter, ClientTab, DueSource, Kept, MadeUpPart, inventory},
    keeping,
};
use polku_desk::{
    Client, Granted, Operation, SubjectId,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};
use uuid::Uuid;

pub use model::State;

/// The end of the address of a client's agreements.
const TAB: &str = "/agreements";

inventory::submit! {
    ClientTab {
        chapter: Chapter::Service, order: 150, end: TAB, word: "agreements-title", resource: Resource::Agreements, kept: Kept::AsRecords(&[RecordKind::Agreement]),
    }
}
inventory::submit! { DueSource { due: due::due } }
inventory::submit! { MadeUpPart { order: 350, write: made_up::write } }

/// What an agreement is filled from and signed with, and so what looking at one may touch; with the own drafts of what is
/// typed, which lie with the diary.
const WITH_DRAFTS: &[Resource] = &[
    Resource::Agreements,
    Resource::AgreementSigning,
    Resource::Identity,
    Resource::Basics,
    Resource::Service,
    Resource::Care,
    Resource::Goals,
    Resource::Documents,
    Resource::Diary,
];

/// The same where nothing is typed.
const DATA: &[Resource] = {
    let [data @ .., Resource::Diary] = WITH_DRAFTS else {
        panic!("the diary is named last")
    };
    data
};

const READ: AccessSpec = AccessSpec::people(Action::Read, DATA);
pub(crate) const WRITE: AccessSpec = AccessSpec::people(Action::Write, DATA);
const EDIT: AccessSpec = AccessSpec::people(Action::Read, WITH_DRAFTS);
const SAVE: AccessSpec = AccessSpec::people(Action::Write, WITH_DRAFTS);

/// The pages and API of agreements.
pub(crate) fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/agreements";
    const ONE: &str = "/clients/{client}/agreements/{agreement}";
    const PDF: &str = "/clients/{client}/agreements/{agreement}/pdf";
    const SEAL: &str = "/clients/{client}/agreements/{agreement}/seal";
    const END: &str = "/clients/{client}/agreements/{agreement}/end";
    const DISCARD: &str = "/clients/{client}/agreements/{agreement}/discard";
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::GET, "/clients/{client}/agreements/new", READ, page::new)
        .page(Method::POST, LIST, WRITE, page::begin)
        .page(Method::GET, ONE, READ, page::show)
        .page(Method::POST, ONE, SAVE, editing::save)
        .page(
            Method::GET,
            "/clients/{client}/agreements/{agreement}/edit",
            EDIT,
            editing::edit,
        )
        .page(Method::GET, PDF, READ, files::pdf)
        .page(Method::GET, SEAL, READ, files::seal)
        .page(
            Method::POST,
            "/clients/{client}/agreements/{agreement}/state",
            SAVE,
            page::turn,
        )
        .page(Method::GET, END, READ, ending::ask_end)
        .page(Method::POST, END, WRITE, ending::end)
        .page(
            Method::POST,
            "/clients/{client}/agreements/{agreement}/amend",
            WRITE,
            page::amend,
        )
        .page(Method::GET, DISCARD, READ, ending::ask_discard)
        .page(Method::POST, DISCARD, SAVE, ending::discard)
        .with(programs())
}

fn programs() -> Routes {
    const LIST: &str = "/clients/{client}/agreements";
    const ONE: &str = "/clients/{client}/agreements/{agreement}";
    let list =
        ApiDoc::new("A client's agreements, those under way first").answers::<Vec<api::AgreementBody>>();
    let begin = ApiDoc::new("Begin an agreement from a template, filled from the record")
        .takes::<input::NewInput>()
        .answers::<api::AgreementBody>()
        .creates();
    let show = ApiDoc::new("An agreement with its signatures").answers::<api::AgreementBody>();
    let save = ApiDoc::new("Write a draft of an agreement further")
        .takes::<input::TermsInput>()
        .answers::<api::AgreementBody>();
    let discard = ApiDoc::new("Throw a draft of an agreement away").silent();
    let state = ApiDoc::new("Propose an agreement, take it back, give it up, or end a signed one")
        .takes::<api::StateInput>()
        .answers::<api::AgreementBody>();
    let amend = ApiDoc::new("Begin an agreement that takes the place of a signed one")
        .answers::<api::AgreementBody>()
        .creates();
    let pdf = ApiDoc::new("An agreement as a file (PDF/A-2a): the body is the file");
    let seal = ApiDoc::new("The register's seal over the signed file: the body is a signed note");
    Routes::new()
        .api(Method::GET, LIST, READ, list, api::list)
        .api(Method::POST, LIST, WRITE, begin, api::begin)
        .api(Method::GET, ONE, READ, show, api::show)
        .api(Method::PUT, ONE, WRITE, save, api::save)
        .api(Method::DELETE, ONE, SAVE, discard, api::discard)
        .api(
            Method::PUT,
            "/clients/{client}/agreements/{agreement}/state",
            WRITE,
            state,
            api::state,
        )
        .api(
            Method::POST,
            "/clients/{client}/agreements/{agreement}/amendments",
            WRITE,
            amend,
            api::amend,
        )
        .api(
            Method::GET,
            "/clients/{client}/agreements/{agreement}/pdf",
            READ,
            pdf,
            files::pdf,
        )
        .api(
            Method::GET,
            "/clients/{client}/agreements/{agreement}/seal",
            READ,
            seal,
            files::seal,
        )
}

/// Where an agreement is found.
pub(crate) fn address(client: SubjectId, agreement: Uuid) -> String {
    format!("/clients/{client}/agreements/{agreement}")
}

/// A register without agreements has none of this anywhere (A2).
pub(crate) fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    keeping::kept(grant.visit(), RecordKind::Agreement)
}
