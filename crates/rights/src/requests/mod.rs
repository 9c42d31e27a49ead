//! A person's requests about their own data (D1, D3): received by any channel, answered within the profile's time.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `request` | what a request is |
//! | `rules` | which act may follow which, and the last day; pure |
//! | `input`, `change`, `store` | what is typed, what is done, where it is stored |
//! | `letters` | what is written to the person |
//! | `rectification`, `rectification_input`, `told` | values that are said to be wrong; who was told of their correction |
//! | `own`, `own_view` | the same for the client in the portal |
//! | `page`, `working`, `view` and `intake_view`, `answer_view`, `values_view` | the pages of one request |
//! | `list`, `list_view`, `api`, `due` | the work list, and as programs and the day's page see it |

mod answer_view;
mod api;
pub(crate) mod change;
mod due;
mod input;
mod intake_view;
mod letters;
mod list;
mod list_view;
mod made_up;
pub mod own;
mod own_view;
mod page;
mod rectification;
mod rectification_input;
pub(crate) mod request;
mod rules;
pub(crate) mod store;
mod told;
mod values_view;
pub(crate) mod view;
mod working;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::{
    Visit,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

/// What a request's page shows beside it: what the record says now, and who got the data.
const TOUCHED: &[Resource] = &[
    Resource::Requests,
    Resource::Identity,
    Resource::Basics,
    Resource::Special,
    Resource::Disclosures,
];
const READ: AccessSpec = AccessSpec::people(Action::Read, TOUCHED);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, TOUCHED);
/// The work list, with people's names.
const LIST: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Requests, Resource::Identity]);

const ONE: &str = "/clients/{client}/requests/{request}";
const ACTS: &str = "/clients/{client}/requests/{request}/acts";
const VALUES: &str = "/clients/{client}/requests/{request}/values";
const VALUE: &str = "/clients/{client}/requests/{request}/values/{value}";
const TOLD: &str = "/clients/{client}/requests/{request}/recipients";
const LETTER: &str = "/clients/{client}/requests/{request}/letters/{number}";

inventory::submit! {
    ClientTab {
        chapter: Chapter::Privacy, order: 320, end: "/requests", word: "requests-title", resource: Resource::Requests,
        kept: Kept::AsRecords(&[RecordKind::Request]),
    }
}

/// The pages and API of requests.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/requests", LIST, list::show)
        .page(Method::GET, "/clients/{client}/requests", READ, page::list)
        .page(Method::GET, "/clients/{client}/requests/new", READ, page::new)
        .page(Method::POST, "/clients/{client}/requests", WRITE, page::receive)
        .page(Method::GET, ONE, READ, page::show)
        .page(Method::POST, ACTS, WRITE, page::act)
        .page(Method::POST, VALUES, WRITE, working::add_value)
        .page(Method::GET, VALUE, READ, working::value)
        .page(Method::POST, VALUE, WRITE, working::decide_value)
        .page(Method::POST, TOLD, WRITE, working::tell)
        .page(Method::GET, LETTER, READ, working::letter)
        .page(
            Method::GET,
            "/clients/{client}/requests/{request}/letters/{number}/pdf",
            READ,
            working::letter_file,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/requests",
            LIST,
            ApiDoc::new("The requests of all whom one sees, with their clocks")
                .query(&["state", "kind", "open", "order", "page"])
                .answers::<api::ListBody>(),
            list::api,
        )
        .api(
            Method::GET,
            "/clients/{client}/requests",
            READ,
            ApiDoc::new("A client's requests, the latest first").answers::<Vec<api::RequestBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/requests",
            WRITE,
            ApiDoc::new("Enter a request of a client about their own data")
                .takes::<input::RequestInput>()
                .answers::<api::RequestBody>()
                .creates(),
            api::receive,
        )
        .api(
            Method::GET,
            ONE,
            READ,
            ApiDoc::new("A request with its letters, values and history").answers::<api::RequestBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            ACTS,
            WRITE,
            ApiDoc::new("Do something to a request: identify, take, extend, grant, refuse, …")
                .takes::<input::ActInput>()
                .answers::<api::RequestBody>(),
            api::act,
        )
        .api(
            Method::POST,
            VALUES,
            WRITE,
            ApiDoc::new("Add a value that the client says is wrong")
                .takes::<rectification_input::ItemInput>()
                .answers::<api::RequestBody>()
                .creates(),
            api::add_value,
        )
        .api(
            Method::PUT,
            VALUE,
            WRITE,
            ApiDoc::new("Decide about a value: corrected in the record, or left as it is")
                .takes::<rectification_input::ItemDecision>()
                .answers::<api::RequestBody>(),
            api::decide_value,
        )
        .api(
            Method::POST,
            TOLD,
            WRITE,
            ApiDoc::new("Write down that somebody who got the data was told")
                .takes::<told::ToldInput>()
                .answers::<api::RequestBody>(),
            api::tell,
        )
}

/// A register without requests has none of this anywhere (A2).
pub(crate) fn kept(visit: &Visit) -> Answer<()> {
    polku_casework::keeping::kept(visit, RecordKind::Request)
}
