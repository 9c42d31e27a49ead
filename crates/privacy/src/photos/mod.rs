//! Photographs for telling about the service (C6): of clients and of people who are not, with the consent of everybody in
//! them, used only while need and consent last. A register whose profile keeps no photographs has none of this.
//!
//! A photograph is taken in as documents are and sealed with a key of its own, which stands for whoever is in it and is no
//! client: looks are entered under it, and when the photograph is destroyed, the key goes. A client's consent is the
//! client's: sealed with their key, shown on their page and in their own copy (ADR 0078).
//!
//! | file | what it knows |
//! | --- | --- |
//! | `photo` | what a photograph, a consent to it and a use of it are |
//! | `rules` | where a photograph stands: what may be done with it today; pure |
//! | `change` | taking in, consents, uses, taking down, destroying |
//! | `job` | looking through for viruses |
//! | `client` | the client's part on a worker's screen: page, panel, own copy |
//! | [`own`] | what the client sees and withdraws in the portal, by the same rules |
//! | `due` | what is still to be taken down, on the day's list |

mod api;
mod change;
mod client;
mod due;
mod input;
mod job;
mod made_up;
pub mod own;
mod page;
mod photo;
mod rules;
mod store;
mod view;

use polku_casework::joining::{Chapter, ClientTab, JobKind, Kept, inventory};
use polku_desk::{
    Visit,
    access::{AccessSpec, Action, Resource},
};
use polku_documents::pictures::LARGEST;
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use made_up::furnish;

inventory::submit! {
    ClientTab {
        chapter: Chapter::Privacy, order: 310, end: client::TAB, word: "photos-title", resource: Resource::Consents,
        kept: Kept::AsRecords(&[RecordKind::Photo]),
    }
}
inventory::submit! {
    JobKind { kind: job::KIND, work: |desk, job, visitor| Box::pin(job::work(desk, job, visitor)) }
}

const READ: AccessSpec = AccessSpec::people(
    Action::Read,
    &[Resource::Photos, Resource::Consents, Resource::Identity],
);
const ADMIT: AccessSpec = AccessSpec::people(Action::Admit, &[Resource::Photos]);
const WRITE: AccessSpec = AccessSpec::people(
    Action::Write,
    &[Resource::Photos, Resource::Consents, Resource::Identity],
);
/// Nothing brings a photograph back.
const DESTROY: AccessSpec = AccessSpec::people(Action::Destroy, &[Resource::Photos]).after_step_up();
const READ_CLIENT: AccessSpec = AccessSpec::people(
    Action::Read,
    &[Resource::Consents, Resource::Identity, Resource::Photos],
);
const WRITE_CLIENT: AccessSpec = AccessSpec::people(
    Action::Write,
    &[Resource::Consents, Resource::Identity, Resource::Photos],
);

const ALL: &str = "/photos";
const ONE: &str = "/photos/{photo}";
const PICTURE: &str = "/photos/{photo}/picture";
const FILE: &str = "/photos/{photo}/file";
const PEOPLE: &str = "/photos/{photo}/people";
const WITHDRAW: &str = "/photos/{photo}/people/{pictured}/withdraw";
const USES: &str = "/photos/{photo}/uses";
const TAKEN_DOWN: &str = "/photos/{photo}/uses/{place}/taken-down";
const DELETION: &str = "/photos/{photo}/deletion";
const OF_CLIENT: &str = "/clients/{client}/photos";
const WITHDRAW_CLIENT: &str = "/clients/{client}/photos/{pictured}/withdraw";

/// The pages and API of photographs.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, ALL, READ, page::list)
        .page(Method::GET, "/photos/new", ADMIT, page::new)
        .page_for_files(ALL, ADMIT, LARGEST, page::add)
        .page(Method::GET, ONE, READ, page::show)
        .page(Method::POST, ONE, WRITE, page::describe)
        .page(Method::GET, PICTURE, READ, page::picture)
        .page(Method::GET, FILE, READ, page::file)
        .page(Method::POST, PEOPLE, WRITE, page::consent)
        .page(Method::POST, WITHDRAW, WRITE, page::withdraw)
        .page(Method::POST, USES, WRITE, page::add_use)
        .page(Method::POST, TAKEN_DOWN, WRITE, page::take_down)
        .page(Method::POST, DELETION, DESTROY, page::destroy)
        .page(Method::GET, OF_CLIENT, READ_CLIENT, client::show)
        .page(Method::POST, OF_CLIENT, WRITE_CLIENT, client::give)
        .page(Method::POST, WITHDRAW_CLIENT, WRITE_CLIENT, client::withdraw)
        .with(programs())
}

fn programs() -> Routes {
    let doc = ApiDoc::new;
    Routes::new()
        .api(
            Method::GET,
            ALL,
            READ,
            doc("The photographs, the latest first").answers::<Vec<api::PhotoBody>>(),
            api::list,
        )
        .api_for_files(
            ALL,
            ADMIT,
            doc("Take a photograph in: the body is the file. What it shows is said next")
                .answers::<api::AddedBody>()
                .creates(),
            LARGEST,
            api::add,
        )
        .api(
            Method::GET,
            ONE,
            READ,
            doc("A photograph with its uses").answers::<api::PhotoBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            ONE,
            WRITE,
            doc("Say what a photograph shows, for what and until when it is needed")
                .takes::<input::PhotoInput>()
                .answers::<api::PhotoBody>(),
            api::describe,
        )
        .api(
            Method::GET,
            FILE,
            READ,
            doc("The file of a photograph that may be used: the body is the file"),
            api::file,
        )
        .api(
            Method::POST,
            PEOPLE,
            WRITE,
            doc("Record the consent of somebody in it who is no client")
                .takes::<input::ConsentInput>()
                .answers::<api::PhotoBody>(),
            api::consent,
        )
        .api(
            Method::POST,
            WITHDRAW,
            WRITE,
            doc("Withdraw a consent: the photograph is out of use now").answers::<api::PhotoBody>(),
            api::withdraw,
        )
        .api(
            Method::POST,
            USES,
            WRITE,
            doc("Say where a photograph is used")
                .takes::<input::UseInput>()
                .answers::<api::PhotoBody>(),
            api::add_use,
        )
        .api(
            Method::POST,
            TAKEN_DOWN,
            WRITE,
            doc("Say that a photograph was taken down there").answers::<api::PhotoBody>(),
            api::take_down,
        )
        .api(
            Method::POST,
            DELETION,
            DESTROY,
            doc("Destroy a photograph for good").silent(),
            api::destroy,
        )
        .with(programs_about_clients())
}

/// Clients in photographs.
fn programs_about_clients() -> Routes {
    let doc = ApiDoc::new;
    Routes::new()
        .api(
            Method::GET,
            OF_CLIENT,
            READ_CLIENT,
            doc("The photographs that a client consented to").answers::<Vec<api::PicturedBody>>(),
            api::of_client,
        )
        .api(
            Method::POST,
            OF_CLIENT,
            WRITE_CLIENT,
            doc("Record a client's consent to a photograph that they are in")
                .takes::<input::ConsentInput>()
                .answers::<Vec<api::PicturedBody>>(),
            api::give,
        )
        .api(
            Method::POST,
            WITHDRAW_CLIENT,
            WRITE_CLIENT,
            doc("Withdraw a client's consent: the photograph is out of use now")
                .answers::<Vec<api::PicturedBody>>(),
            api::withdraw_client,
        )
}

/// A register without photographs has none of this anywhere (A2).
fn kept(visit: &Visit) -> Answer<()> {
    polku_casework::keeping::kept(visit, RecordKind::Photo)
}
