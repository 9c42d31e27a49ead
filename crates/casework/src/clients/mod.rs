//! Clients: finding, listing, taking in, and the page that reads like a person (A1–A5, A7–A9).
//!
//! | file | what it knows |
//! | --- | --- |
//! | `value`, `codes` | one value of a field: how it is read and shown |
//! | `record` | what is kept, in which sealed record, and where it came from |
//! | `input`, `check` | what is typed, and whether it can be kept: the one gate of forms and API |
//! | `store` | the records in the database |
//! | `find`, `list`, `summary` | who is there, as far as one may see |
//! | `export` | the list as a file |
//! | `intake` | somebody becomes a client |
//! | `basics`, `address` | basic data; a protected address, shown once |
//! | `care` | who answers for a client |
//! | `page`, `parts`, `tabs` | the client's page, composed of what the other slices show |
//!
//! A slice that has something to show on the client's page adds a line in `parts` and one in `tabs`.

mod address;
mod api;
mod basics;
mod care;
mod check;
mod codes;
mod export;
mod fields_view;
mod find;
mod input;
mod intake;
mod list;
mod list_view;
mod page;
mod parts;
mod record;
mod store;
mod summary;
pub mod tabs;
mod taken_in;
mod value;
mod view;

use polku_web::Routes;

pub use care::responsible;
pub(crate) use care::{CarePart, begin as begin_care};
pub(crate) use check::{Against, Checked, Stage, check};
pub(crate) use input::{BasicsInput, FieldInput, OriginInput, TypedValue};
pub(crate) use record::{Basics, FieldValues, Item, Origin, Place};
pub use store::bank_accounts;
pub use store::{PostAddress, contact_language, post_address};
pub(crate) use store::{insert, values_of};
pub(crate) use taken_in::{TakenIn, take_in};
pub(crate) use value::shown as shown_value;
pub(crate) use value::{LONGEST_LINE, LONGEST_TEXT, Protection, read as read_value};

/// The routes of clients.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(find::routes())
        .with(list::routes())
        .with(export::routes())
        .with(intake::routes())
        .with(page::routes())
        .with(basics::routes())
        .with(address::routes())
        .with(care::routes())
}
