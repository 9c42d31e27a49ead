//! Clients' paper folders: where each lies, of which class and years, who took it and when it came back (F2).
//!
//! A folder is taken by somebody and comes back; each time is a line that stays. It ends destroyed, and then nobody takes it.

mod api;
mod change;
pub(crate) mod folder;
mod input;
mod offered;
mod packed;
mod page;
mod rules;
pub(crate) mod store;
mod taken_in;
mod view;

pub(crate) use view::{address, place_name};

use polku_casework::joining::{Chapter, ClientTab, Kept, MadeUpPart, inventory};
use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

/// The end of the address of a client's folders.
const TAB: &str = "/paper";

inventory::submit! {
    ClientTab { chapter: Chapter::Data, order: 700, end: TAB, word: "paper-tab", resource: Resource::Paper, kept: Kept::Always }
}

inventory::submit! { MadeUpPart { order: 700, write: taken_in::write } }

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Paper, Resource::Identity]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Paper, Resource::Identity]);

/// The pages and API of folders.
#[must_use]
pub(crate) fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/paper";
    const TAKE: &str = "/clients/{client}/paper/{folder}/take";
    const RETURN: &str = "/clients/{client}/paper/{folder}/return";
    const DESTROYED: &str = "/clients/{client}/paper/{folder}/destroyed";
    let folder = |what: &'static str| ApiDoc::new(what).answers::<Vec<api::FolderBody>>();
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::POST, LIST, WRITE, page::add)
        .page(Method::POST, TAKE, WRITE, page::take)
        .page(Method::POST, RETURN, WRITE, page::give_back)
        .page(Method::POST, DESTROYED, WRITE, page::destroyed)
        .api(
            Method::GET,
            LIST,
            READ,
            folder("A client's paper folders, with who took them"),
            api::list,
        )
        .api(
            Method::POST,
            LIST,
            WRITE,
            folder("Add a paper folder").takes::<input::FolderInput>(),
            api::add,
        )
        .api(
            Method::POST,
            TAKE,
            WRITE,
            folder("Somebody takes a folder from its place").takes::<input::TakingInput>(),
            api::take,
        )
        .api(
            Method::POST,
            RETURN,
            WRITE,
            folder("A folder came back to its place"),
            api::give_back,
        )
        .api(
            Method::POST,
            DESTROYED,
            WRITE,
            folder("A folder was destroyed"),
            api::destroyed,
        )
}
