//! Locked cabinets and rooms in which paper lies, and who holds their keys (F2). About nobody: kept by those who answer for
//! records and for the service.

mod api;
mod change;
mod furnish;
mod input;
mod page;
pub(crate) mod store;

use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::{ApiDoc, Method, Routes};

pub use furnish::furnish;
pub(crate) use store::{Place, PlaceKind};

/// Who sees where paper lies.
pub(crate) const SEE: AccessSpec =
    AccessSpec::roles(&[Role::Coach, Role::ServiceManager, Role::RecordsOfficer]);
/// Who keeps the places and their keys.
pub(crate) const KEEP: AccessSpec = AccessSpec::roles(&[Role::ServiceManager, Role::RecordsOfficer]);

/// Closing a place asks how many folders lie there, whosever they are.
const CLOSING: AccessSpec =
    AccessSpec::people(Action::Read, &[Resource::Paper]).only(&[Role::ServiceManager, Role::RecordsOfficer]);

/// The pages and API of places.
#[must_use]
pub(crate) fn routes() -> Routes {
    const LIST: &str = "/paper/places";
    const CLOSE: &str = "/paper/places/{place}/close";
    const END: &str = "/paper/places/{place}/keys/{key}/end";
    Routes::new()
        .page(Method::POST, LIST, KEEP, page::add)
        .page(Method::POST, CLOSE, CLOSING, page::close)
        .page(Method::POST, "/paper/keys", KEEP, page::give_key)
        .page(Method::POST, END, KEEP, page::end_key)
        .api(
            Method::GET,
            LIST,
            SEE,
            ApiDoc::new("The locked places of paper, and who holds their keys")
                .answers::<Vec<api::PlaceBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            LIST,
            KEEP,
            ApiDoc::new("Add a locked place")
                .takes::<input::PlaceInput>()
                .answers::<Vec<api::PlaceBody>>(),
            api::add,
        )
        .api(
            Method::POST,
            CLOSE,
            CLOSING,
            ApiDoc::new("Nothing lies there any more").answers::<Vec<api::PlaceBody>>(),
            api::close,
        )
        .api(
            Method::POST,
            "/paper/places/{place}/keys",
            KEEP,
            ApiDoc::new("A worker gets a key of a place")
                .takes::<input::KeyInput>()
                .answers::<Vec<api::PlaceBody>>(),
            api::give_key,
        )
        .api(
            Method::POST,
            END,
            KEEP,
            ApiDoc::new("A worker has given a key back").answers::<Vec<api::PlaceBody>>(),
            api::end_key,
        )
}
