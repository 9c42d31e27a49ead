//! How long things are kept, and that they are destroyed (D4, F1).
//!
//! Whether something may go is decided by pure [`rules`] from the register's profile; the desk destroys it
//! ([`polku_desk::destruction`]), and this room sees to it that two people wanted it.
//!
//! | module | what it is about |
//! | --- | --- |
//! | [`rules`] | when the time of a record is over, and what an erasure must leave |
//! | [`kinds`] | which tables hold which kind of record, and the day from which its time runs |
//! | `file` | what there is of one person, judged by the rules |
//! | `erasures` | erasing a person's data at their request (GDPR 17) |
//! | `batches` | what is due, and destruction in batches (F1) |
//! | `holds` | legal holds on people and classes |
//! | `certificates` | what was destroyed, by whom, on which ground |
//! | [`paper`] | paper folders that go with a batch, from whichever room keeps them |
//! | `watch` | the node's clock, noted every hour |

mod batches;
mod certificates;
mod erasures;
mod file;
mod holds;
pub mod kinds;
pub mod paper;
pub mod rules;
mod watch;

use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::Routes;

pub use watch::{Watch, keep};

/// Looking at what is kept, and for how long.
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Retention, Resource::Identity]);
/// Proposing, holding, taking out.
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Retention]);
/// Approving, and destroying.
const DESTROY: AccessSpec = AccessSpec::people(Action::Destroy, &[Resource::Retention]).after_step_up();
/// Batches are proposed and approved by those who answer for records.
const RECORDS: &[Role] = &[Role::RecordsOfficer];

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(erasures::routes())
        .with(batches::routes())
        .with(holds::routes())
        .with(certificates::routes())
}
