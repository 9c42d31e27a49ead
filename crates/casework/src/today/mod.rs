//! The day of a worker: who is expected, what is due, what was left unfinished.
//!
//! A coach sees the people of her groups and those she is responsible for beside them; a service manager the groups in
//! numbers. What is shown is read in a few statements, whatever the number of people, and entered once.
//!
//! - [`day`]: who is expected today and what is known of each; [`due`]: what is to be seen to, the most pressing first;
//! - [`calm`]: what of it is shown at once; [`page`], [`view`], [`api`]: as people and programs see it.

mod api;
mod calm;
mod day;
mod due;
mod page;
mod view;

pub use due::{DueThing, Reminder, things};

use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::{ApiDoc, Method, Routes};

/// What falls due is read from: rooms whose [`DueSource`](crate::joining::DueSource) lists another kind of data add it.
pub const DUE: &[Resource] = &[
    Resource::Attendance,
    Resource::Identity,
    Resource::Service,
    Resource::Goals,
    Resource::Contacts,
    Resource::Assessments,
    Resource::Diary,
    Resource::Statements,
    Resource::Agreements,
    Resource::ServiceFeedback,
    Resource::Consents,
    Resource::Requests,
    Resource::Induction,
];

const READ: AccessSpec = AccessSpec::people(Action::Read, DUE).only(&[Role::Coach, Role::ServiceManager]);

/// The page of the day and its API.
#[must_use]
pub fn routes() -> Routes {
    let doc = ApiDoc::new("Today: who is expected, in the worker's groups and beside them")
        .answers::<api::TodayOut>();
    Routes::new()
        .page(Method::GET, "/", READ, page::show)
        .page(Method::GET, "/today/note", READ, page::choose)
        .api(Method::GET, "/today", READ, doc, api::show)
}
