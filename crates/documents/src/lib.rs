//! Scanned papers and files of clients (B12).
//!
//! A file comes in as a stream into the desk's sealed store ([`polku_desk::documents`]), is looked at before it is kept
//! (what it is, whether it is whole, how large it would become), waits in quarantine until ClamAV has looked through it,
//! and is then read by tesseract and poppler, each in a process of its own. What is shown of it was drawn here; the file
//! itself is only ever downloaded.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `kind`, `examine`, `passing` | what a file is, and why it would not be taken in |
//! | `receive` | streams into the store |
//! | `class`, `document`, `input` | what is said of a document |
//! | `store`, `change` | documents in the database |
//! | `job`, `scan`, `reading` | what is done with a file after it came |
//! | `tools`, `picture` | other programs in bounds; drawing within limits |
//! | `page`, `file_page`, `view`, `api` | pages and API |
//! | `search` | finding in what was read |
//! | `dropped`, `sorting` | the drop folder and its trays |
//!
//! Other rooms use [`attach`], [`named`] and [`count`], and take pictures in by [`pictures`].

mod adding;
mod api;
mod change;
mod class;
mod document;
mod dropped;
mod examine;
mod file_page;
mod heic;
mod input;
mod job;
mod kind;
mod made;
mod made_up;
mod page;
mod panel;
mod passing;
mod picture;
pub mod pictures;
mod reading;
mod receive;
mod scan;
mod search;
mod search_page;
mod sorting;
mod store;
mod tools;
mod view;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::access::{AccessSpec, Action, Resource};
use polku_profile::RecordKind;
use polku_web::{ApiDoc, Method, Routes};

pub use class::Class;
pub use dropped::{Watching, take_dropped, watch};
pub use kind::FileKind;
pub use made::{HeldFile, Made, Named, attach, count, held, named};
pub use made_up::plain_pdf;

use receive::LARGEST_SENDING;

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Documents]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Documents]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Data, order: 200, end: "/documents", word: "documents-title", resource: Resource::Documents,
        kept: Kept::AsRecords(&[RecordKind::Document]),
    }
}

/// The pages and API of documents.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/documents", READ, page::list)
        .page(Method::GET, "/clients/{client}/documents/new", WRITE, adding::new)
        .page_for_files("/clients/{client}/documents", WRITE, LARGEST_SENDING, adding::add)
        .page(
            Method::POST,
            "/clients/{client}/documents/look-again",
            WRITE,
            page::look_again,
        )
        .page(
            Method::GET,
            "/clients/{client}/documents/{document}",
            READ,
            page::show,
        )
        .page(
            Method::GET,
            "/clients/{client}/documents/{document}/edit",
            WRITE,
            page::edit,
        )
        .page(
            Method::POST,
            "/clients/{client}/documents/{document}",
            WRITE,
            page::describe,
        )
        .page_for_files(
            "/clients/{client}/documents/{document}/versions",
            WRITE,
            LARGEST_SENDING,
            adding::renew,
        )
        .page(
            Method::POST,
            "/clients/{client}/documents/{document}/bin",
            WRITE,
            page::bin,
        )
        .page(
            Method::POST,
            "/clients/{client}/documents/{document}/take-back",
            WRITE,
            page::take_back,
        )
        .page(
            Method::GET,
            "/clients/{client}/documents/{document}/files/{number}",
            READ,
            file_page::download,
        )
        .page(
            Method::GET,
            "/clients/{client}/documents/{document}/files/{number}/pages/{page}",
            READ,
            file_page::picture,
        )
        .page(
            Method::POST,
            "/clients/{client}/documents/search",
            READ,
            search_page::in_client,
        )
        .page(Method::GET, "/documents/search", READ, search_page::ask)
        .page(Method::POST, "/documents/search", READ, search_page::everywhere)
        .with(sorting::routes())
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/clients/{client}/documents",
            READ,
            ApiDoc::new("A client's documents, the latest first; with `bin=true` those in the bin")
                .query(&["bin"])
                .answers::<Vec<api::DocumentBody>>(),
            api::list,
        )
        .api_for_files(
            "/clients/{client}/documents",
            WRITE,
            ApiDoc::new(
                "Add a document: the body is the file, its name may stand in X-File-Name. The same file sent again \
                 answers the document that there is",
            )
            .answers::<api::DocumentBody>()
            .creates(),
            LARGEST_SENDING,
            api::add,
        )
        .api(
            Method::GET,
            "/clients/{client}/documents/{document}",
            READ,
            ApiDoc::new("A document with all its files").answers::<api::DocumentBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/clients/{client}/documents/{document}",
            WRITE,
            ApiDoc::new("Say what a document is")
                .takes::<input::DocumentInput>()
                .answers::<api::DocumentBody>(),
            api::describe,
        )
        .api_for_files(
            "/clients/{client}/documents/{document}/versions",
            WRITE,
            ApiDoc::new("Add a new version of a document: the body is the file").silent(),
            LARGEST_SENDING,
            api::renew,
        )
        .api(
            Method::POST,
            "/clients/{client}/documents/{document}/state",
            WRITE,
            ApiDoc::new("Throw a document away, or take it back")
                .takes::<api::StateInput>()
                .silent(),
            api::turn,
        )
        .api(
            Method::GET,
            "/clients/{client}/documents/{document}/files/{number}",
            READ,
            ApiDoc::new("A file of a document, once it was looked through: the body is the file"),
            api::file,
        )
        .api(
            Method::POST,
            "/clients/{client}/documents/search",
            READ,
            ApiDoc::new("Find in a client's documents: in titles and in what was read")
                .takes::<search_page::SearchInput>()
                .answers::<search_page::ResultsBody>(),
            search_page::programs_in_client,
        )
        .api(
            Method::POST,
            "/documents/search",
            READ,
            ApiDoc::new("Find in the documents of all whom one sees")
                .takes::<search_page::SearchInput>()
                .answers::<search_page::ResultsBody>(),
            search_page::programs_everywhere,
        )
}
