//! Tasks that follow from contacts or are written down by hand, and the calendar feed that names nobody (B11).
//!
//! A task concerns one client, has a day and a worker, and stands open, done or dropped; what was ticked can be taken
//! back. Its words are sealed, since they tell of the client.
//!
//! - [`add`], [`of_contact`] and [`update`] work inside another write: a contact calls them;
//! - [`due`] and [`due_count`] are for the page of today;
//! - [`rules`] holds how soon a day is, and what may become of a task.

mod api;
mod calendar;
mod change;
mod export;
mod input;
mod list;
mod page;
mod rules;
#[cfg(test)]
mod rules_tests;
mod store;
mod task;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

pub(crate) use input::{LONGEST_TITLE, responsible};
pub use list::{DueTask, due, due_count};
pub(crate) use rules::may_be_due;
pub(crate) use store::{Worker, add, asked, current, of_contact, update, workers};
pub(crate) use task::{NewTask, Source, State, Task, Title};
pub(crate) use view::of_client;

/// What looking at tasks touches.
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Contacts]);
/// What changing them touches.
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Contacts]);

/// The routes of tasks and of the calendar feed.
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/tasks", READ, page::list)
        .page(Method::GET, "/clients/{client}/tasks/new", WRITE, page::new)
        .page(Method::POST, "/clients/{client}/tasks", WRITE, page::add)
        .page(
            Method::GET,
            "/clients/{client}/tasks/{task}/edit",
            WRITE,
            page::edit,
        )
        .page(Method::POST, "/clients/{client}/tasks/{task}", WRITE, page::save)
        .page(
            Method::POST,
            "/clients/{client}/tasks/{task}/done",
            WRITE,
            page::finish,
        )
        .page(
            Method::POST,
            "/clients/{client}/tasks/{task}/drop",
            WRITE,
            page::drop,
        )
        .page(
            Method::POST,
            "/clients/{client}/tasks/{task}/reopen",
            WRITE,
            page::reopen,
        )
        .with(export::routes())
        .with(calendar::routes())
        .with(api_routes())
}

fn api_routes() -> Routes {
    let list = ApiDoc::new("Open tasks across clients, one's own or everybody's")
        .query(&["whose", "after", "limit"])
        .answers::<api::TasksDocument>();
    let of_client =
        ApiDoc::new("A client's tasks: open ones and those settled lately").answers::<api::TasksDocument>();
    let add = ApiDoc::new("Write a task down")
        .takes::<input::TaskInput>()
        .creates();
    let show = ApiDoc::new("A task").answers::<api::TaskDocument>();
    let edit = ApiDoc::new("Change what, by when and by whom")
        .takes::<input::TaskInput>()
        .silent();
    let state = ApiDoc::new("Tick a task done, drop it, or take either back")
        .takes::<api::StateInput>()
        .silent();
    Routes::new()
        .api(Method::GET, "/tasks", READ, list, api::list)
        .api(
            Method::GET,
            "/clients/{client}/tasks",
            READ,
            of_client,
            api::of_client,
        )
        .api(Method::POST, "/clients/{client}/tasks", WRITE, add, api::add)
        .api(
            Method::GET,
            "/clients/{client}/tasks/{task}",
            READ,
            show,
            api::show,
        )
        .api(
            Method::PUT,
            "/clients/{client}/tasks/{task}",
            WRITE,
            edit,
            api::edit,
        )
        .api(
            Method::PUT,
            "/clients/{client}/tasks/{task}/state",
            WRITE,
            state,
            api::set_state,
        )
}
