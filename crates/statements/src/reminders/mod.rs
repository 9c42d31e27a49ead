//! What reminds a worker (B11): all that is due on one page, and a daily message that says how many things wait.
//!
//! A message names nobody and no register: it says a number and where to look (E3). Whoever wants one gives an address
//! and switches it off on the same page. It goes by [`mail`], when the installation has a mail relay. Those who keep the
//! register and watch over it are told at once instead, of a breach and of a request in the portal.

mod api;
pub mod mail;
mod message;
mod news;
mod page;
mod settings;
mod view;

use polku_casework::{
    joining::{JobKind, inventory},
    today,
};
use polku_desk::access::{AccessSpec, Action, Role};
use polku_web::{ApiDoc, Method, Routes};

pub use message::keep;

/// What the daily message is called in the queue.
pub const DAILY: &str = "daily-message";

inventory::submit! { JobKind { kind: DAILY, work: message::work } }

const WORKERS: &[Role] = &[Role::Coach, Role::ServiceManager];
/// What is due, of all rooms.
const READ: AccessSpec = AccessSpec::people(Action::Read, today::DUE).only(WORKERS);
/// One's own message: daily, or at once to those who answer for the register.
const OWN: AccessSpec = AccessSpec::roles(&[
    Role::Coach,
    Role::ServiceManager,
    Role::MainUser,
    Role::DataProtectionOfficer,
]);

/// The pages and API of reminders.
#[must_use]
pub fn routes() -> Routes {
    let list = ApiDoc::new("All that the worker has to see to, by its day")
        .query(&["what", "when"])
        .answers::<Vec<api::ThingBody>>();
    let show = ApiDoc::new("The worker's message: daily, or at once to those who answer for the register")
        .answers::<api::MessageBody>();
    let save = ApiDoc::new("Ask for the message, or switch it off")
        .takes::<settings::MessageInput>()
        .answers::<api::MessageBody>();
    Routes::new()
        .page(Method::GET, "/reminders", READ, page::list)
        .page(Method::GET, "/reminders/message", OWN, page::message)
        .page(Method::POST, "/reminders/message", OWN, page::save)
        .api(Method::GET, "/reminders", READ, list, api::list)
        .api(Method::GET, "/reminders/message", OWN, show, api::message)
        .api(Method::PUT, "/reminders/message", OWN, save, api::save)
}
