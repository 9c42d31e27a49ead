//! The coaching diary (B5): dated entries about a client, with type, goals and the contact that they tell of.
//!
//! An entry is never silently changed: a correction is another wording with a reason, beside the original, and
//! nothing is deleted. [`rules`] says what an entry may say and what a correction is; [`store`] has no statement that
//! changes or deletes a wording, and a test holds it to that.
//!
//! - [`panel()`] is the note field and the latest entries of the client's page;
//! - what is being typed is kept by [`drafts`](crate::drafts).

mod add;
mod api;
mod back;
mod correct;
mod correction;
mod entry;
mod entry_view;
mod form;
mod glimpse;
mod input;
mod list;
mod list_view;
mod page;
mod panel;
mod rules;
mod store;
mod taken_in;

use polku_desk::{
    Client, Granted, Operation,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

use crate::joining::{Chapter, ClientTab, Kept, inventory};

pub(crate) use back::Back;
pub(crate) use entry::{Entry, EntryKind, Telling, Wording};
pub use glimpse::{Glimpse, glimpses, has_entry};
pub(crate) use panel::{action, asked, panel};
pub(crate) use store::{Cursor, Filter, about_goal, holds, insert, latest, page as entries};
pub(crate) use taken_in::{may_take_in, take_in};

const READ: AccessSpec = AccessSpec::people(
    Action::Read,
    &[Resource::Diary, Resource::Goals, Resource::Contacts],
);
const WRITE: AccessSpec = AccessSpec::people(
    Action::Write,
    &[Resource::Diary, Resource::Goals, Resource::Contacts],
);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Coaching, order: 10, end: "/diary", word: "diary-title", resource: Resource::Diary, kept: Kept::AsRecords(&[RecordKind::Diary]),
    }
}

/// The pages and API of the diary.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/diary", READ, list::show)
        .page(Method::GET, "/clients/{client}/diary/print", READ, list::print)
        .page(Method::GET, "/clients/{client}/diary/new", READ, page::new)
        .page(Method::POST, "/clients/{client}/diary", WRITE, page::create)
        .page(Method::GET, "/clients/{client}/diary/{entry}", READ, page::show)
        .page(
            Method::GET,
            "/clients/{client}/diary/{entry}/correct",
            READ,
            correction::ask,
        )
        .page(
            Method::POST,
            "/clients/{client}/diary/{entry}/correct",
            WRITE,
            correction::correct,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/clients/{client}/diary",
            READ,
            ApiDoc::new("A client's diary, the latest first")
                .query(&["kind", "goal", "after", "limit"])
                .answers::<api::DiaryBody>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/diary",
            WRITE,
            ApiDoc::new("Add an entry to a client's diary")
                .takes::<input::EntryInput>()
                .answers::<api::EntryBody>()
                .creates(),
            api::add_entry,
        )
        .api(
            Method::GET,
            "/clients/{client}/diary/{entry}",
            READ,
            ApiDoc::new("One entry as it reads now").answers::<api::EntryBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/clients/{client}/diary/{entry}",
            WRITE,
            ApiDoc::new("Correct an entry: the earlier wording stays")
                .takes::<input::EntryInput>()
                .answers::<api::EntryBody>(),
            api::correct,
        )
        .api(
            Method::GET,
            "/clients/{client}/diary/{entry}/versions",
            READ,
            ApiDoc::new("All wordings of an entry, the original first").answers::<Vec<api::WordingBody>>(),
            api::versions,
        )
}

/// A register without diaries has none of this anywhere (A2).
fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    crate::keeping::kept(grant.visit(), RecordKind::Diary)
}
