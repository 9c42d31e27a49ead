//! Goals of a client or of a period, their follow-up and realisation, with evidence from the diary (B4).
//!
//! A goal says where the client should come to, on steps from 0 to 5. Progress is marked with one press from the
//! client's page, or with a note and the diary entries that show it. What has happened to a goal stays in its history;
//! another wording keeps the earlier one there.
//!
//! - [`rules`]: which step may be marked when, and what may follow which state;
//! - [`panel()`]: the small lines of progress of the client's page;
//! - [`titles`], [`open_titles`] and [`check_links`] are for the diary, whose entries tell of goals.

mod api;
mod change;
mod goal;
mod goal_view;
mod input;
mod list_view;
mod mark;
mod page;
mod panel;
mod rules;
mod store;
mod take_in;

use polku_desk::{
    Client, Granted, Operation,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

use crate::joining::{Chapter, ClientTab, Kept, inventory};

pub(crate) use goal::{EventKind, Goal, GoalState, GoalTitle, Step};
pub(crate) use panel::panel;
pub(crate) use store::{all, asked, check_links, events, open_titles, titles};
pub(crate) use take_in::{Followed, take_in};

const READ: AccessSpec = AccessSpec::people(
    Action::Read,
    &[Resource::Goals, Resource::Diary, Resource::Service],
);
const WRITE: AccessSpec = AccessSpec::people(
    Action::Write,
    &[Resource::Goals, Resource::Diary, Resource::Service],
);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Coaching, order: 20, end: "/goals", word: "goals-title", resource: Resource::Goals, kept: Kept::AsRecords(&[RecordKind::Goal]),
    }
}

/// The pages and API of goals.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/goals", READ, page::list)
        .page(Method::GET, "/clients/{client}/goals/new", READ, page::new)
        .page(Method::POST, "/clients/{client}/goals", WRITE, page::set)
        .page(Method::GET, "/clients/{client}/goals/{goal}", READ, page::show)
        .page(
            Method::GET,
            "/clients/{client}/goals/{goal}/edit",
            READ,
            page::edit,
        )
        .page(
            Method::POST,
            "/clients/{client}/goals/{goal}",
            WRITE,
            page::reword,
        )
        .page(
            Method::POST,
            "/clients/{client}/goals/{goal}/progress",
            WRITE,
            mark::progress,
        )
        .page(
            Method::POST,
            "/clients/{client}/goals/{goal}/state",
            WRITE,
            mark::state,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/clients/{client}/goals",
            READ,
            ApiDoc::new("A client's goals, the open ones first").answers::<Vec<api::GoalBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/goals",
            WRITE,
            ApiDoc::new("Set a goal")
                .takes::<input::GoalInput>()
                .answers::<api::GoalBody>()
                .creates(),
            api::set,
        )
        .api(
            Method::GET,
            "/clients/{client}/goals/{goal}",
            READ,
            ApiDoc::new("A goal with its history").answers::<api::GoalWithHistory>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/clients/{client}/goals/{goal}",
            WRITE,
            ApiDoc::new("Word a goal otherwise: the earlier wording stays in its history")
                .takes::<input::GoalInput>()
                .answers::<api::GoalBody>(),
            api::reword,
        )
        .api(
            Method::POST,
            "/clients/{client}/goals/{goal}/progress",
            WRITE,
            ApiDoc::new("Mark progress")
                .takes::<input::ProgressInput>()
                .answers::<api::GoalBody>(),
            api::progress,
        )
        .api(
            Method::POST,
            "/clients/{client}/goals/{goal}/state",
            WRITE,
            ApiDoc::new("Mark a goal as reached or dropped, or open it again")
                .takes::<input::StateInput>()
                .answers::<api::GoalBody>(),
            api::state,
        )
}

/// A register without goals has none of this anywhere (A2).
fn kept<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<()> {
    crate::keeping::kept(grant.visit(), RecordKind::Goal)
}
