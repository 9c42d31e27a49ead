//! The copy of everything that is held, for the person (GDPR 15.3, D2), and what they may take elsewhere (GDPR 20).
//!
//! It is made by a job, by the [rule](polku_desk::access::rules) that lets those copy who answer requests, and lies sealed
//! in the store of documents until it is handed over or runs out. Handing over asks for a fresh proof of identity, asks
//! again whether the request still holds, and is entered.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `contents` | what is in it, as a type from which the published schema comes |
//! | `gather`, `looks` | reading it all, and the log of looks in plain words |
//! | `portable` | what may be taken elsewhere |
//! | `paper` | the readable PDF |
//! | `packing` | the file: PDF, JSON, documents; packed as it is sealed, so that no more than a part is in memory |
//! | `job`, `store` | making it, and where it is stored |

mod api;
pub mod contents;
mod gather;
mod job;
mod looks;
mod packing;
mod page;
mod paper;
pub mod portable;
mod sources;
mod store;
pub(crate) mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

pub(crate) use page::to_the_person;
pub(crate) use store::{Copy, is_ready, of_request};

/// Asking for a copy and following it; reading what is copied is the job's.
const ASK: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Requests, Resource::Identity]);
/// Handing over is one person's data to that person, after a fresh proof of the worker's identity.
const HAND: AccessSpec =
    AccessSpec::people(Action::Write, &[Resource::Requests, Resource::Identity]).after_step_up();

/// The pages and API of copies.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(
            Method::POST,
            "/clients/{client}/requests/{request}/copies",
            ASK,
            page::ask,
        )
        .page(
            Method::POST,
            "/clients/{client}/requests/{request}/copies/{copy}/handing",
            HAND,
            page::hand,
        )
        .api(
            Method::POST,
            "/clients/{client}/requests/{request}/copies",
            ASK,
            ApiDoc::new("Have the copy for the client made; it takes a while")
                .takes::<page::CopyInput>()
                .answers::<Vec<api::CopyBody>>(),
            api::ask,
        )
        .api(
            Method::GET,
            "/clients/{client}/requests/{request}/copies",
            AccessSpec::people(Action::Read, &[Resource::Requests, Resource::Identity]),
            ApiDoc::new("The copies of a request, and how far they are").answers::<Vec<api::CopyBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/requests/{request}/copies/{copy}/handing",
            HAND,
            ApiDoc::new("Hand the copy over: answers the file"),
            api::hand,
        )
        .api(
            Method::GET,
            "/schemas/own-copy",
            AccessSpec::anyone(),
            ApiDoc::new("The JSON Schema of the file that a client gets of their own data"),
            api::schema,
        )
}
