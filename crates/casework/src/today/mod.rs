//! The coach's first page: groups of the day, what is due, what was left unfinished.

mod page;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{Method, Routes};

/// What the page shows of people: periods, tasks, drafts, by their names.
const TODAY: AccessSpec = AccessSpec::people(
    Action::Read,
    &[
        Resource::Identity,
        Resource::Service,
        Resource::Care,
        Resource::Contacts,
        Resource::Diary,
    ],
);

/// The routes of the day.
pub(crate) fn routes() -> Routes {
    Routes::new().page(Method::GET, "/", TODAY, page::show)
}
