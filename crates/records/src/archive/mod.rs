//! Packages for the archive (F3): a client's records with what an archive asks of them, as one file that is read without
//! the product.
//!
//! The records officer asks for a package after a fresh proof of identity; a job makes it by the officer's right, seals it
//! with the client's key, and the officer fetches it. All three are in the log. What is in a package is not what the officer
//! may look at otherwise: it is copied by the program ([`Action::Transfer`]).
//!
//! | file | what it knows |
//! | --- | --- |
//! | `metadata` | what an archive asks of each kind of record; pure |
//! | `package`, `xml` | the zip, its manifest and hashes; pure |
//! | `gather` | reads what goes in, and prints it |
//! | `job` | makes what was asked for |
//! | `over` | whose time is over |

mod api;
mod change;
mod gather;
mod job;
mod metadata;
mod over;
mod package;
mod page;
pub(crate) mod store;
mod view;
mod xml;

use polku_casework::joining::{Chapter, ClientTab, JobKind, Kept, inventory};
use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

/// The end of the address of a client's packages.
const TAB: &str = "/archive";

inventory::submit! {
    ClientTab { chapter: Chapter::Privacy, order: 710, end: TAB, word: "archive-title", resource: Resource::Archive, kept: Kept::Always }
}

inventory::submit! {
    JobKind { kind: job::KIND, work: |desk, job, visitor| Box::pin(job::work(desk, job, visitor)) }
}

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Archive, Resource::Identity]);
const LIST: AccessSpec = AccessSpec::people(
    Action::Read,
    &[Resource::Archive, Resource::Service, Resource::Identity],
);
const ASK: AccessSpec =
    AccessSpec::people(Action::Write, &[Resource::Archive, Resource::Identity]).after_step_up();
const FETCH: AccessSpec =
    AccessSpec::people(Action::Write, &[Resource::Archive, Resource::Identity]).after_step_up();

/// The pages and API of packages.
#[must_use]
pub(crate) fn routes() -> Routes {
    const ONE: &str = "/clients/{client}/archive";
    const FILE: &str = "/clients/{client}/archive/{package}/file";
    let list = ApiDoc::new("A client's packages for the archive").answers::<Vec<api::PackageBody>>();
    let ask = ApiDoc::new("Ask for a package of a client's records").answers::<Vec<api::PackageBody>>();
    let file = ApiDoc::new("A package: a zip that is read without the product");
    let over = ApiDoc::new("Clients whose cooperation ended long enough ago for a retention class")
        .answers::<Vec<api::OverBody>>();
    Routes::new()
        .page(Method::GET, "/archive", LIST, page::overview)
        .page(Method::GET, ONE, READ, page::list)
        .page(Method::POST, ONE, ASK, page::ask)
        .page(Method::POST, FILE, FETCH, page::fetch)
        .api(Method::GET, "/archive", LIST, over, api::over)
        .api(Method::GET, ONE, READ, list, api::list)
        .api(Method::POST, ONE, ASK, ask, api::ask)
        .api(Method::POST, FILE, FETCH, file, api::fetch)
}
