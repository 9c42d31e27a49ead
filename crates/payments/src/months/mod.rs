//! Months of attendance for payers (B6): a sheet for each group and client, confirmed by the service manager.
//!
//! A confirmed month is locked: nobody marks its days, and nothing unlocks it. What turns out otherwise later is a
//! correction: a difference with its reason, who, when, before and after, which the manager confirms too, and which the
//! next sheet shows.
//!
//! - [`figures`]: shares of planned days, whole weeks, trends; [`rules`]: when a month may be confirmed and corrected;
//! - [`sheet`]: what is shown; [`store`]: corrections;
//! - [`confirm`] and [`correct`]: what managers and coaches do; [`file`](mod@file) and [`pdf`]: the sheet as a file.

mod api;
mod chart;
mod confirm;
mod correct;
pub mod figures;
pub(crate) mod file;
mod page;
mod pdf;
pub mod rules;
pub mod sheet;
pub mod store;
mod view;
mod view_client;
mod view_corrections;
mod view_table;
mod words;

use polku_casework::joining::{Chapter, CircleLink, ClientTab, DueForManagers, Kept, inventory};
use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_profile::RecordKind;
use polku_web::{ApiDoc, Method, Routes};

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Attendance, Resource::Service]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Attendance, Resource::Service]);
/// Confirming is the service manager's.
const CONFIRM: AccessSpec = WRITE.only(&[Role::ServiceManager]);
const EXPORT: AccessSpec =
    AccessSpec::people(Action::Export, &[Resource::Attendance, Resource::Service]).after_step_up();

inventory::submit! {
    CircleLink {
        order: 100,
        word: "months-this-month",
        href: |circle, day| format!("/months?group={circle}&month={}", polku_values::dates::Month::of(day)),
    }
}

inventory::submit! {
    ClientTab {
        chapter: Chapter::Service, order: 500, end: "/months", word: "months-tab", resource: Resource::Attendance, kept: Kept::AsRecords(&[RecordKind::Attendance]),
    }
}

inventory::submit! { DueForManagers { due: confirm::due } }

/// The pages and API of months.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/months", READ, page::circle)
        .page(Method::POST, "/months/confirm", CONFIRM, page::confirm)
        .page(Method::POST, "/months/file", EXPORT, file::by_page)
        .page(Method::GET, "/clients/{client}/months", READ, page::client)
        .page(
            Method::POST,
            "/clients/{client}/months/confirm",
            CONFIRM,
            page::confirm_client,
        )
        .page(Method::GET, "/clients/{client}/months/pdf", READ, pdf::client)
        .page(
            Method::GET,
            "/clients/{client}/months/correct",
            READ,
            page::correct,
        )
        .page(
            Method::POST,
            "/clients/{client}/months/corrections",
            WRITE,
            page::make_correction,
        )
        .page(
            Method::POST,
            "/clients/{client}/months/corrections/{correction}/decide",
            CONFIRM,
            page::decide,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/groups/{group}/months",
            READ,
            ApiDoc::new("A group's month for payers, with its figures")
                .query(&["month"])
                .answers::<api::SheetBody>(),
            api::group,
        )
        .api(
            Method::GET,
            "/clients/{client}/months",
            READ,
            ApiDoc::new("A client's month for payers, with its figures and corrections")
                .query(&["month"])
                .answers::<api::SheetBody>(),
            api::client,
        )
        .api(
            Method::GET,
            "/clients/{client}/months/pdf",
            READ,
            ApiDoc::new("A client's month as a PDF").query(&["month"]),
            pdf::client,
        )
        .api(
            Method::POST,
            "/months/confirm",
            CONFIRM,
            ApiDoc::new("Confirm a month of some clients as it was seen: from then on it is locked")
                .takes::<confirm::ConfirmInput>()
                .answers::<confirm::Outcome>(),
            api::confirm,
        )
        .api(
            Method::POST,
            "/clients/{client}/months/corrections",
            WRITE,
            ApiDoc::new("Correct a day of a confirmed month; it counts when the manager confirms it")
                .takes::<correct::CorrectionInput>()
                .answers::<api::CorrectionBody>()
                .creates(),
            api::correct,
        )
        .api(
            Method::POST,
            "/clients/{client}/months/corrections/{correction}/decide",
            CONFIRM,
            ApiDoc::new("Confirm or reject a correction")
                .takes::<correct::DecisionInput>()
                .answers::<api::CorrectionBody>(),
            api::decide,
        )
        .api(
            Method::POST,
            "/months/file",
            EXPORT,
            ApiDoc::new("A circle's month as a file").takes::<file::FileInput>(),
            file::by_program,
        )
}
