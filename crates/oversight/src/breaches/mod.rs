//! Breaches of personal data (D5; GDPR 33, 34): found, assessed, the authority told within 72 hours, people told when the
//! risk is high, closed. Anyone who works here reports one; the main user and the data protection officer keep them.
//!
//! - [`rules`]: the clock, and what must be there before one is closed; pure;
//! - [`breach`]: what is known; [`store`]: kept, the words sealed with the register's key;
//! - [`change`]: what is done; [`page`], [`people`], [`letter`], [`api`]: by whom and how;
//! - [`due`]: what waits, for the keepers' lists of duties.

mod api;
mod breach;
mod change;
pub(crate) mod due;
mod input;
mod letter;
mod notice_view;
mod page;
mod people;
mod people_view;
mod rules;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::{ApiDoc, Method, Routes};

/// Whoever works here may find one.
const REPORT: AccessSpec = AccessSpec::roles(Role::OF_WORKERS);
const DATA: &[Resource] = &[Resource::Breaches, Resource::Identity, Resource::Basics];
const READ: AccessSpec = AccessSpec::people(Action::Read, DATA);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, DATA);

const ALL: &str = "/breaches";
const ONE: &str = "/breaches/{breach}";
const ASSESSMENT: &str = "/breaches/{breach}/assessment";
const NOTICE: &str = "/breaches/{breach}/notice";
const LETTER: &str = "/breaches/{breach}/letter";
const CLOSE: &str = "/breaches/{breach}/close";
const REOPEN: &str = "/breaches/{breach}/reopen";
const PEOPLE: &str = "/breaches/{breach}/people";
const TOLD_ALL: &str = "/breaches/{breach}/told";
const PERSON_ADD: &str = "/breaches/{breach}/people/{client}";
const PERSON_TOLD: &str = "/breaches/{breach}/people/{client}/told";
const PERSON_REMOVE: &str = "/breaches/{breach}/people/{client}/remove";
const PERSON_LETTER: &str = "/breaches/{breach}/people/{client}/letter";

/// The pages and API of breaches.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, ALL, READ, page::list)
        .page(Method::GET, "/breaches/report", REPORT, page::new)
        .page(Method::POST, "/breaches/report", REPORT, page::report)
        .page(Method::GET, ONE, READ, page::show)
        .page(Method::POST, ASSESSMENT, WRITE, page::assess)
        .page(Method::GET, NOTICE, READ, page::form_of_notice)
        .page(Method::POST, NOTICE, WRITE, page::notify)
        .page(Method::POST, LETTER, WRITE, page::write_letter)
        .page(Method::POST, CLOSE, WRITE, page::close)
        .page(Method::POST, REOPEN, WRITE, page::reopen)
        .page(Method::POST, "/breaches/{breach}/find", READ, people::find)
        .page(Method::POST, TOLD_ALL, WRITE, people::tell_all)
        .page(Method::POST, PERSON_ADD, WRITE, people::add)
        .page(Method::POST, PERSON_TOLD, WRITE, people::tell)
        .page(Method::POST, PERSON_REMOVE, WRITE, people::remove)
        .page(Method::GET, PERSON_LETTER, READ, letter::show)
        .with(programs())
}

fn programs() -> Routes {
    let one = |summary| ApiDoc::new(summary).answers::<api::BreachBody>();
    Routes::new()
        .api(
            Method::GET,
            ALL,
            READ,
            ApiDoc::new("The register's breaches, the latest first").answers::<Vec<api::BreachBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            ALL,
            REPORT,
            ApiDoc::new("Report a breach: the 72 hours run from when the controller became aware")
                .takes::<input::ReportInput>()
                .creates(),
            api::report,
        )
        .api(Method::GET, ONE, READ, one("A breach with its clock"), api::show)
        .api(
            Method::PUT,
            ASSESSMENT,
            WRITE,
            one("Assess a breach").takes::<input::AssessmentInput>(),
            api::assess,
        )
        .api(
            Method::PUT,
            NOTICE,
            WRITE,
            one("Enter that the authority was told").takes::<input::NoticeInput>(),
            api::notify,
        )
        .api(
            Method::PUT,
            LETTER,
            WRITE,
            one("Write what people are told").takes::<input::LetterInput>(),
            api::write_letter,
        )
        .api(Method::PUT, CLOSE, WRITE, one("Close a breach"), api::close)
        .api(
            Method::PUT,
            REOPEN,
            WRITE,
            one("Open a breach again"),
            api::reopen,
        )
        .api(
            Method::GET,
            PEOPLE,
            READ,
            ApiDoc::new("Whose data it was").answers::<Vec<api::AffectedBody>>(),
            api::people,
        )
        .api(
            Method::PUT,
            PERSON_ADD,
            WRITE,
            ApiDoc::new("Enter that somebody is concerned").silent(),
            api::add_person,
        )
        .api(
            Method::DELETE,
            PERSON_ADD,
            WRITE,
            ApiDoc::new("Take somebody off who is not concerned").silent(),
            api::remove_person,
        )
        .api(
            Method::PUT,
            PERSON_TOLD,
            WRITE,
            ApiDoc::new("Enter that somebody was told")
                .takes::<input::ToldInput>()
                .silent(),
            api::tell,
        )
}
