//! Allowances for attended days (kulukorvaus, toimintaraha): counted by confirmed months, paid once (B6, A2).
//!
//! What a day is worth follows from its confirmed mark, the period that it belongs to, and the client's *ground*: which
//! rate applies from which day on, with what it rests on. A *run* counts for each client the difference between what
//! the days are worth now and what earlier runs counted. So a day is counted once however often somebody counts, and a
//! correction comes as a plus or minus line. Who would owe gets nothing until later days outweigh it.
//!
//! - [`ground`]: rates and grounds; [`rules`]: differences, sums, the states of a run;
//! - [`count`]: what is due; [`run`]: drafting, confirming, paying, cancelling; [`file`](mod@file): what leaves as a file;
//! - [`grounds`]: a client's grounds and what was paid to them.
//!
//! Acts: the expense allowance is set by the Unemployment Security Act (1290/2002, chapter 10), paid for days of
//! rehabilitative work (189/2001) and of other services; the activity allowance by the Social Assistance Act
//! (1412/1997, section 10 a). Both are dated data in `polku_values::law::allowance`, and to be checked before paying.

mod api;
pub mod count;
mod file;
pub mod ground;
mod grounds;
mod packed;
mod page;
pub mod rules;
pub mod run;
pub mod store;
mod view;
mod view_grounds;
mod view_run;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_profile::RecordKind;
use polku_web::{ApiDoc, Method, Routes};

/// What counting looks at: marks, periods and grounds, accounts.
const COUNTS: &[Resource] = &[
    Resource::Allowance,
    Resource::Attendance,
    Resource::Service,
    Resource::Basics,
];
const READ: AccessSpec = AccessSpec::people(Action::Read, COUNTS);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, COUNTS);
const EXPORT: AccessSpec = AccessSpec::people(Action::Export, COUNTS).after_step_up();
/// Runs themselves are about nobody.
const MANAGE: AccessSpec = AccessSpec::roles(&[Role::ServiceManager]);
/// Who sees and tells by which rate a client's days count: whoever keeps the periods.
const READ_GROUNDS: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Service, Resource::Allowance])
    .only(&[Role::Coach, Role::ServiceManager]);
const WRITE_GROUNDS: AccessSpec =
    AccessSpec::people(Action::Write, &[Resource::Service, Resource::Allowance])
        .only(&[Role::Coach, Role::ServiceManager]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Service, order: 510, end: "/allowance", word: "allowances-tab", resource: Resource::Service,
        kept: Kept::AsRecords(&[RecordKind::Allowance]),
    }
}

/// The pages and API of allowances.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/allowances", READ, page::overview)
        .page(Method::POST, "/allowances", WRITE, page::draft)
        .page(Method::POST, "/allowances/grounds", WRITE, page::set_missing)
        .page(Method::GET, "/allowances/{run}", READ, page::show)
        .page(Method::POST, "/allowances/{run}/confirm", MANAGE, page::confirm)
        .page(Method::POST, "/allowances/{run}/paid", MANAGE, page::paid)
        .page(Method::POST, "/allowances/{run}/cancel", MANAGE, page::cancel)
        .page(Method::POST, "/allowances/{run}/file", EXPORT, file::payment_file)
        .page(Method::POST, "/allowances/{run}/list", EXPORT, file::list)
        .page(
            Method::GET,
            "/clients/{client}/allowance",
            READ_GROUNDS,
            grounds::show,
        )
        .page(
            Method::POST,
            "/clients/{client}/allowance",
            WRITE_GROUNDS,
            grounds::set,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/allowances",
            READ,
            ApiDoc::new("The runs of allowances, and what is due up to a month")
                .query(&["month"])
                .answers::<api::Overview>(),
            api::overview,
        )
        .api(
            Method::POST,
            "/allowances",
            WRITE,
            ApiDoc::new("Draft a run: what is due up to the end of a month")
                .takes::<run::DraftInput>()
                .answers::<api::RunBody>()
                .creates(),
            api::draft,
        )
        .api(
            Method::GET,
            "/allowances/{run}",
            READ,
            ApiDoc::new("A run with its payments").answers::<api::RunWithPayments>(),
            api::show,
        )
        .api(
            Method::POST,
            "/allowances/{run}/state",
            MANAGE,
            ApiDoc::new("Confirm a run, mark it as paid, or cancel it")
                .takes::<run::StateInput>()
                .answers::<api::RunBody>(),
            api::state,
        )
        .api(
            Method::POST,
            "/allowances/{run}/file",
            EXPORT,
            ApiDoc::new("The payment file of a run (ISO 20022 pain.001)").takes::<run::FileInput>(),
            file::payment_file_api,
        )
        .api(
            Method::POST,
            "/allowances/{run}/list",
            EXPORT,
            ApiDoc::new("The payments of a run as XLSX"),
            file::list_api,
        )
        .api(
            Method::GET,
            "/clients/{client}/allowance",
            READ_GROUNDS,
            ApiDoc::new("By which rate a client's days count, and what was paid")
                .answers::<api::ClientBody>(),
            api::client,
        )
        .api(
            Method::POST,
            "/clients/{client}/allowance",
            WRITE_GROUNDS,
            ApiDoc::new("Tell by which rate a client's days count from a day on")
                .takes::<ground::GroundInput>()
                .answers::<api::ClientBody>(),
            api::set,
        )
}
