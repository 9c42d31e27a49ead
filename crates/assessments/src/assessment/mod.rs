//! A client's assessments: at the start, on the way, at the end and after it (B7).
//!
//! An assessment is begun by an edition of an instrument and stays with it. Half-done answers are kept, sealed; the
//! client's own answers stand beside the worker's once they are given. A complete assessment does not change: a correction
//! is another one, and the corrected one stays.
//!
//! - [`rules`]: what can be begun and completed, which one came before;
//! - [`change`]: what is done to them; [`store`]: the database;
//! - [`series`]: change over time and its charts; [`telling`]: the same for other rooms.

mod api;
mod change;
mod due;
mod form_view;
mod input;
mod list_view;
mod made_up;
mod model;
mod packed;
mod page;
mod panel;
mod print;
mod result_view;
mod rules;
mod series;
pub(crate) mod store;
pub mod telling;

use polku_casework::{
    joining::{Chapter, ClientTab, Kept, inventory},
    keeping,
};
use polku_desk::{
    Client, Granted, Operation,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_profile::{Activity, RecordKind};
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use model::{Answers, Assessment, OwnPart, OwnState, Phase, State, Way};

pub(crate) use change::{address, open};
pub(crate) use form_view::{Reads, answer_in_words, questions};
pub(crate) use input::{AnswersInput, filled};
pub(crate) use model::ClientsAnswers;
pub(crate) use page::{SCRIPT, seen};

pub(crate) const READ: AccessSpec =
    AccessSpec::people(Action::Read, &[Resource::Assessments, Resource::SelfAssessment]);
pub(crate) const WRITE: AccessSpec =
    AccessSpec::people(Action::Write, &[Resource::Assessments, Resource::SelfAssessment]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Coaching, order: 300, end: "/assessments", word: "assessments-title", resource: Resource::Assessments,
        kept: Kept::AsRecords(&[RecordKind::Assessment]),
    }
}

/// The pages and API of assessments.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/assessments", READ, page::list)
        .page(Method::GET, "/clients/{client}/assessments/new", READ, page::new)
        .page(Method::POST, "/clients/{client}/assessments", WRITE, page::begin)
        .page(
            Method::GET,
            "/clients/{client}/assessments/{assessment}",
            READ,
            page::show,
        )
        .page(
            Method::POST,
            "/clients/{client}/assessments/{assessment}",
            WRITE,
            page::save,
        )
        .page(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/keep",
            WRITE,
            page::keep,
        )
        .page(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/correct",
            WRITE,
            page::correct,
        )
        .page(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/discard",
            WRITE,
            page::discard,
        )
        .page(
            Method::GET,
            "/clients/{client}/assessments/{assessment}/pdf",
            READ,
            print::pdf,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/clients/{client}/assessments",
            READ,
            ApiDoc::new("A client's assessments, the earliest first").answers::<Vec<api::AssessmentBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/assessments",
            WRITE,
            ApiDoc::new("Begin an assessment by an edition of an instrument")
                .takes::<input::BeginInput>()
                .answers::<api::AssessmentBody>()
                .creates(),
            api::begin,
        )
        .api(
            Method::GET,
            "/clients/{client}/assessments/{assessment}",
            READ,
            ApiDoc::new("An assessment with its scores and their change").answers::<api::AssessmentBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/clients/{client}/assessments/{assessment}",
            WRITE,
            ApiDoc::new("Save the answers of an open assessment")
                .takes::<AnswersInput>()
                .answers::<api::AssessmentBody>(),
            api::save,
        )
        .api(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/completion",
            WRITE,
            ApiDoc::new("Complete an open assessment by the answers that are stored")
                .takes::<api::CompletionInput>()
                .answers::<api::AssessmentBody>(),
            api::complete,
        )
        .api(
            Method::POST,
            "/clients/{client}/assessments/{assessment}/correction",
            WRITE,
            ApiDoc::new("Begin a correction of a complete assessment")
                .answers::<api::AssessmentBody>()
                .creates(),
            api::correct,
        )
        .api(
            Method::DELETE,
            "/clients/{client}/assessments/{assessment}",
            WRITE,
            ApiDoc::new("Throw an open assessment away").silent(),
            api::discard,
        )
}

/// A register without assessments has none of this anywhere (A2), and whose role does not assess in it changes nothing.
pub(crate) fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    let visit = grant.visit();
    keeping::kept(visit, RecordKind::Assessment)?;
    let assesses = matches!(visit.role(), Role::Coach | Role::ServiceManager);
    if assesses && O::ACTION == Action::Write {
        keeping::allowed(visit, Activity::Assess)?;
    }
    Ok(())
}
