//! Import of real registers: CSV and XLSX, columns matched, every problem told before anything is taken in.
//!
//! A file goes through these hands, each of which can be read by itself:
//! - [`reading`]: bytes become grids of text, within limits; [`columns`]: which row is the header, and what each column
//!   means; a [`Plan`](columns::Plan) is what the main user decided;
//! - [`roll`] and [`checking`]: who each row is and what it says, without a database; [`acquaintance`] asks the register
//!   whom of them it knows;
//! - [`preparation`]: all of that for one file; [`bringing`]: told of, or staged in short batches and published in one
//!   commit;
//! - [`steps`]: arrive, decide, check, start, give up, as pages ([`mod@page`]), programs ([`api`]), the command line
//!   ([`command`]) and jobs ([`job`]) take them; [`report`] and [`words`]: what is said of the rows.
//!
//! To import another kind of sheet: a [`SheetKind`](columns::SheetKind), its words, its check, and its table in the
//! desk's list of what is taken back.

mod about;
mod acquaintance;
mod api;
mod bringing;
mod checking;
mod columns;
mod command;
mod examine;
mod file;
mod form;
mod job;
mod page;
mod preparation;
mod reading;
mod report;
mod report_view;
mod roll;
mod steps;
mod store;
mod upload;
mod view;
mod words;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{Method, Routes};

pub use bringing::Told;
pub use command::{Asked, Outcome, Purpose, SheetSummary, Summary, import_file};
pub(crate) use job::{BRING, CHECK, bring, check};

/// Seeing how far imports are. Reports name rows and columns, never anyone.
const LOOK: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Import]);
/// Taking a step: a person's own doing, never a token's.
const STEP: AccessSpec = job::SPEC.after_step_up();

/// The pages and API of imports.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/import", LOOK, page::list)
        .page(Method::GET, "/import/new", STEP, page::new)
        .page(Method::POST, "/import", STEP, page::arrive)
        .page(Method::GET, "/import/{run}", LOOK, page::show)
        .page(Method::GET, "/import/{run}/columns", STEP, page::columns)
        .page(Method::POST, "/import/{run}/columns", STEP, page::decide)
        .page(Method::POST, "/import/{run}/start", STEP, page::start)
        .page(Method::POST, "/import/{run}/give-up", STEP, page::give_up)
        .page(Method::GET, "/import/{run}/report.csv", LOOK, page::report)
        .with(api::routes())
}
