//! What is due, and destruction in batches (F1): a records officer proposes, another approves, a job destroys in short
//! transactions, and a certificate tells what went.

mod api;
mod batch_view;
mod change;
mod due;
mod job;
mod page;
mod store;
mod view;

use polku_casework::joining::{JobKind, inventory};
use polku_desk::access::{AccessSpec, Role};
use polku_web::{ApiDoc, Method, Routes};

use crate::{DESTROY, READ, RECORDS, WRITE};

pub(crate) use page::hold_to_mend;

/// Where all of it is.
pub(crate) const ADDRESS: &str = "/retention";
/// The kind of job that carries a batch out; its target is the batch.
pub(crate) const DESTROY_BATCH: &str = "patient-destruction";

inventory::submit! {
    JobKind { kind: DESTROY_BATCH, work: |desk, job, visitor| Box::pin(job::work(desk, job, visitor)) }
}

const PROPOSE: AccessSpec = WRITE.only(RECORDS);
const APPROVE: AccessSpec = DESTROY.only(RECORDS);
/// That the date is right can be said by those who look after the register.
const CONFIRM: AccessSpec = AccessSpec::roles(&[Role::RecordsOfficer, Role::MainUser]);

/// The routes of batches.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/retention", READ, page::list)
        .page(Method::POST, "/retention/batches", PROPOSE, page::propose)
        .page(Method::GET, "/retention/batches/{batch}", READ, page::show)
        .page(
            Method::POST,
            "/retention/batches/{batch}/lines/{line}/take-out",
            PROPOSE,
            page::take_out,
        )
        .page(
            Method::POST,
            "/retention/batches/{batch}/approve",
            APPROVE,
            page::approve,
        )
        .page(
            Method::POST,
            "/retention/batches/{batch}/withdraw",
            PROPOSE,
            page::withdraw,
        )
        .page(Method::POST, "/retention/clock", CONFIRM, page::confirm_clock)
        .with(programs())
}

fn programs() -> Routes {
    let due = ApiDoc::new("What is due for destruction, by class and year, and the batches")
        .answers::<api::DueBody>();
    let propose = ApiDoc::new("Propose a batch of what is due")
        .takes::<change::BatchInput>()
        .answers::<api::BatchBody>()
        .creates();
    let show = ApiDoc::new("A batch with its lines").answers::<api::BatchBody>();
    let take_out = ApiDoc::new("Take a line out of a batch, with the reason")
        .takes::<change::TakeOutInput>()
        .answers::<api::BatchBody>();
    let approve =
        ApiDoc::new("Approve a batch that somebody else proposed: it is destroyed, and cannot be undone")
            .answers::<api::BatchBody>();
    let withdraw = ApiDoc::new("Withdraw a batch that is not approved").answers::<api::BatchBody>();
    let confirm = ApiDoc::new("Confirm that the date is right after the clock jumped").silent();
    Routes::new()
        .api(Method::GET, "/retention", READ, due, api::due)
        .api(Method::POST, "/retention/batches", PROPOSE, propose, api::propose)
        .api(Method::GET, "/retention/batches/{batch}", READ, show, api::show)
        .api(
            Method::POST,
            "/retention/batches/{batch}/lines/{line}/take-out",
            PROPOSE,
            take_out,
            api::take_out,
        )
        .api(
            Method::POST,
            "/retention/batches/{batch}/approve",
            APPROVE,
            approve,
            api::approve,
        )
        .api(
            Method::POST,
            "/retention/batches/{batch}/withdraw",
            PROPOSE,
            withdraw,
            api::withdraw,
        )
        .api(
            Method::POST,
            "/retention/clock",
            CONFIRM,
            confirm,
            api::confirm_clock,
        )
}
