//! Erasing a person's data (GDPR 17, D4): what would go and what must stay is shown, one proposes, another approves, a job
//! carries it out, a certificate stays.

mod api;
mod change;
mod erasure;
mod job;
mod page;
mod store;
mod view;

use polku_casework::joining::{Chapter, ClientTab, JobKind, Kept, inventory};
use polku_desk::{SubjectId, access::Resource};
use polku_web::{ApiDoc, Method, Routes};

use crate::{DESTROY, READ, WRITE};

pub(crate) use page::{Mending, to_mend};
pub(crate) use store::{Waiting, waiting};
pub(crate) use view::state_tag;

/// The kind of job that carries an erasure out; its target is the erasure.
pub(crate) const ERASE: &str = "erasure";

inventory::submit! {
    ClientTab { chapter: Chapter::Privacy, order: 900, end: "/erasure", word: "erasures-title", resource: Resource::Retention, kept: Kept::Always }
}
inventory::submit! { JobKind { kind: ERASE, work: |desk, job, visitor| Box::pin(job::work(desk, job, visitor)) } }

/// Where a client's is.
pub(crate) fn address(client: SubjectId) -> String {
    format!("/clients/{client}/erasure")
}

/// The routes of erasures.
pub(crate) fn routes() -> Routes {
    let preview = ApiDoc::new("What an erasure would take of a client, what it would leave, and why")
        .query(&["ground"])
        .answers::<api::PreviewBody>();
    let propose = ApiDoc::new("Propose that a client's data be erased")
        .takes::<erasure::ProposalInput>()
        .answers::<api::ErasureBody>()
        .creates();
    let show = ApiDoc::new("An erasure").answers::<api::ErasureBody>();
    let approve = ApiDoc::new(
        "Approve an erasure that somebody else proposed: it is carried out, and cannot be undone",
    )
    .answers::<api::ErasureBody>();
    let refuse = ApiDoc::new("Refuse an erasure, with the ground")
        .takes::<erasure::RefusalInput>()
        .answers::<api::ErasureBody>();
    let withdraw = ApiDoc::new("Withdraw one's own proposal").answers::<api::ErasureBody>();
    Routes::new()
        .page(Method::GET, "/clients/{client}/erasure", READ, page::show)
        .page(Method::POST, "/clients/{client}/erasure", WRITE, page::propose)
        .page(
            Method::POST,
            "/clients/{client}/erasure/{erasure}/approve",
            DESTROY,
            page::approve,
        )
        .page(
            Method::POST,
            "/clients/{client}/erasure/{erasure}/refuse",
            WRITE,
            page::refuse,
        )
        .page(
            Method::POST,
            "/clients/{client}/erasure/{erasure}/withdraw",
            WRITE,
            page::withdraw,
        )
        .api(
            Method::GET,
            "/clients/{client}/erasure",
            READ,
            preview,
            api::preview,
        )
        .api(
            Method::POST,
            "/clients/{client}/erasures",
            WRITE,
            propose,
            api::propose,
        )
        .api(
            Method::GET,
            "/clients/{client}/erasures/{erasure}",
            READ,
            show,
            api::show,
        )
        .api(
            Method::POST,
            "/clients/{client}/erasures/{erasure}/approve",
            DESTROY,
            approve,
            api::approve,
        )
        .api(
            Method::POST,
            "/clients/{client}/erasures/{erasure}/refuse",
            WRITE,
            refuse,
            api::refuse,
        )
        .api(
            Method::POST,
            "/clients/{client}/erasures/{erasure}/withdraw",
            WRITE,
            withdraw,
            api::withdraw,
        )
}
