//! Attendance (läsnäolo, B6): a whole group in one screen, exceptions only.
//!
//! Everyone starts as *expected* by the schedule of their period; what is marked is one row a client and day, and every
//! change of it is kept. A change that comes later than the profile allows shows as such.
//!
//! - [`cell`]: what stands for one client and day, and when a change is late; [`totals`]: sums and regularity;
//! - [`circle`]: whose attendance is marked together; [`window`]: which days are shown; [`sheet`]: the two together;
//! - [`save`] and [`form`]: marking and undoing, with and without a script; [`locks`]: months that were confirmed for
//!   payers, whose days nobody marks any more;
//! - [`export`]: the marks of a circle as a file;
//! - [`client`]: one client's year, and the [`panel`] of the last weeks;
//! - the day's page asks [`coached`], [`own`], [`marked`] and [`numbers`], the client's page [`panel`], imports [`take_in`].

mod api;
mod cell;
mod circle;
mod client;
mod client_view;
mod export;
mod form;
mod input;
mod listed;
mod locks;
mod page;
mod save;
mod sheet;
mod store;
mod totals;
mod view;
mod window;
pub mod words;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{Method, Routes};

pub use cell::{Cell, DayKind, Habits, Late, StoredMark};
pub use circle::{Circle, Circles};
pub use client::{Day, Days};
pub(crate) use client::{asked, panel};
pub(crate) use input::Shown;
pub(crate) use listed::{coached, marked, numbers, own};
pub use locks::{Lock, correct, hold, lock, locks, locks_of};
pub use sheet::{Person, Sheet, habits};
pub use store::open;
pub(crate) use store::{all_of, take_in};
pub use totals::{DayCounts, Regularity, Totals};

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Attendance, Resource::Service]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Attendance, Resource::Service]);

/// The pages and API of attendance.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/attendance", READ, page::show)
        .page(Method::POST, "/attendance", WRITE, form::save)
        .page(Method::PUT, "/attendance/marks", WRITE, save::by_script)
        .page(Method::POST, "/attendance/undo", WRITE, form::undo)
        .page(Method::POST, "/attendance/present", WRITE, form::mark_present)
        .page(Method::GET, "/clients/{client}/attendance", READ, client::show)
        .with(export::routes())
        .with(api::routes())
}
