//! The coach's day: clients, relationships, periods, attendance, diary, goals, contacts, tasks and import.

pub mod clients;
pub mod relationships;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new().with(clients::routes())
}
