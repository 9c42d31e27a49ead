//! The coach's day: clients, relationships, periods, attendance, diary, goals, contacts, tasks and import.

pub mod attendance;
pub mod clients;
pub mod contacts;
pub mod diary;
pub mod drafts;
pub mod duplicates;
mod exports;
pub mod goals;
pub mod groups;
pub mod import;
pub mod joining;
pub mod keeping;
pub mod links;
pub mod made_up;
pub mod packing;
pub mod periods;
pub mod relationships;
pub mod tasks;
pub mod today;
pub mod told;
mod work;

use polku_web::Routes;

pub use work::{Work, do_next, work};

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(attendance::routes())
        .with(clients::routes())
        .with(duplicates::routes())
        .with(diary::routes())
        .with(drafts::routes())
        .with(goals::routes())
        .with(groups::routes())
        .with(periods::routes())
        .with(import::routes())
        .with(relationships::routes())
        .with(contacts::routes())
        .with(tasks::routes())
        .with(today::routes())
}
