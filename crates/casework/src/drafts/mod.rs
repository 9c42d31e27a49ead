//! Drafts: what somebody has begun to write about a client, kept as they type.
//!
//! A form that keeps drafts shows a [`Slot`] among its fields. `drafts.js` then saves what is typed, sealed with the
//! client's key, a moment after typing stops; without JavaScript a button does the same. Only the writer sees a draft,
//! and only while the client is open to them. When the form is sent, its operation calls [`finish`] in the same write,
//! so that an entry and its draft are never both there.
//!
//! A draft has an id of its own from the moment the form is shown, and a version. Two devices that write the same
//! draft at once do not overwrite each other: the later one is kept as another draft, and both are offered.
//!
//! To keep drafts of another form, of this room or another: a kind in [`DraftKind`], [`offer`] where the form is shown, [`finish`] where it is
//! taken in.

mod api;
mod draft;
mod input;
mod page;
mod slot;
mod store;
mod unfinished;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

pub use draft::DraftKind;
pub use slot::{Offer, Slot};
pub(crate) use store::{asked, begin_note};
pub use store::{finish, forget, offer};
pub(crate) use unfinished::{Unfinished, unfinished};

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Diary]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Diary]);

/// Saving, taking up again and discarding.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::POST, "/clients/{client}/drafts", WRITE, page::save)
        .page(
            Method::POST,
            "/clients/{client}/drafts/{draft}/discard",
            WRITE,
            page::discard,
        )
        .api(
            Method::GET,
            "/clients/{client}/drafts",
            READ,
            ApiDoc::new("One's own drafts about a client").answers::<Vec<api::DraftBody>>(),
            api::list,
        )
        .api(
            Method::PUT,
            "/clients/{client}/drafts/{draft}",
            WRITE,
            ApiDoc::new(
                "Save a draft: with If-None-Match: * a new one, with If-Match on the version that was seen",
            )
            .takes::<input::DraftInput>()
            .answers::<api::SavedBody>(),
            api::save,
        )
        .api(
            Method::DELETE,
            "/clients/{client}/drafts/{draft}",
            WRITE,
            ApiDoc::new("Discard a draft of one's own").silent(),
            api::discard,
        )
}
