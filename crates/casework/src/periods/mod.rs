//! Periods (jaksot, B2): planned → ongoing → completed or interrupted, with a measure, a place, a group and a weekly
//! schedule, within the limits of the law that governs them.
//!
//! - [`rules`]: which step may follow which, what the law says, what a coach should see to;
//! - [`schedule`]: the weekly schedule as dated pieces, and whether a client is expected on a day;
//! - [`membership`]: starting a period in a group lets the group's coaches see the client, ending it takes that away;
//! - other slices ask [`schedules`], [`schedules_of`], [`schedules_about`], [`expected_on`], [`due`] and [`now_facts`].

mod api;
mod end;
mod forms;
mod input;
mod law;
mod membership;
mod page;
mod panel;
mod period;
mod plan;
mod resume;
mod rules;
mod schedule;
mod start;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{Method, Routes};

use crate::joining::{Chapter, ClientTab, Kept, inventory};

#[cfg(test)]
pub(crate) use law::objections as law_objections;
pub(crate) use membership::begin_with_admission as begin_membership;
pub(crate) use panel::now_facts;
#[cfg(test)]
pub(crate) use period::Plan;
pub(crate) use period::{Details, Period, State};
pub(crate) use rules::Flag;
pub(crate) use schedule::whole;
pub use schedule::{Schedule, Week, expected_on};
pub(crate) use store::{
    DueNumbers, all, asked, due, due_numbers, insert, places, schedules, schedules_about, schedules_asked,
    schedules_of,
};
pub(crate) use view::flag_tag;
pub use view::week as week_in_words;

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Service, Resource::Care]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Service, Resource::Care]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Service, order: 20, end: "/periods", word: "periods-title", resource: Resource::Service, kept: Kept::Always,
    }
}

/// The pages and API of periods.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/periods", READ, page::list)
        .page(Method::GET, "/clients/{client}/periods/new", WRITE, page::new)
        .page(Method::POST, "/clients/{client}/periods", WRITE, plan::create)
        .page(
            Method::GET,
            "/clients/{client}/periods/{period}/edit",
            WRITE,
            page::edit,
        )
        .page(
            Method::POST,
            "/clients/{client}/periods/{period}",
            WRITE,
            plan::change,
        )
        .page(
            Method::GET,
            "/clients/{client}/periods/{period}/start",
            WRITE,
            start::form,
        )
        .page(
            Method::POST,
            "/clients/{client}/periods/{period}/start",
            WRITE,
            start::start,
        )
        .page(
            Method::GET,
            "/clients/{client}/periods/{period}/end",
            WRITE,
            end::form,
        )
        .page(
            Method::POST,
            "/clients/{client}/periods/{period}/end",
            WRITE,
            end::end,
        )
        .page(
            Method::GET,
            "/clients/{client}/periods/{period}/resume",
            WRITE,
            resume::form,
        )
        .page(
            Method::POST,
            "/clients/{client}/periods/{period}/resume",
            WRITE,
            resume::resume,
        )
        .with(api::routes())
}
