//! Gathers the day from the slices.

use jiff::civil::Date;
use polku_desk::{SubjectId, access::Role};
use polku_web::{Answer, AtDesk, Reader, see_other};

use super::view;
use crate::{
    drafts::{self, Unfinished},
    groups::{self, Group},
    periods::{self, DuePeriod},
    relationships::{self, DueFollowUp},
    tasks,
};

/// As many tasks at most are on the page.
const TASKS: i64 = 10;

/// A task that waits.
pub(super) struct Waiting {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) on: Date,
}

/// All that the page shows.
pub(super) struct Day {
    pub(super) today: Date,
    pub(super) groups: Vec<Group>,
    pub(super) tasks: Vec<Waiting>,
    pub(super) periods: Vec<DuePeriod>,
    pub(super) follow_ups: Vec<DueFollowUp>,
    pub(super) drafts: Vec<Unfinished>,
}

/// Shows the day. Whoever has no clients of the day is led to where their own work is.
pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    match visit.role() {
        Role::Coach | Role::ServiceManager => {}
        Role::MainUser => return Ok(see_other("/clients")),
        Role::DataProtectionOfficer => return Ok(see_other("/oversight")),
        _ => return Ok(see_other("/account")),
    }
    let tasks = tasks::due(&visit, visit.today(), TASKS).await?;
    let day = Day {
        today: visit.today(),
        groups: groups::of_visitor(&visit).await?,
        tasks: tasks
            .into_iter()
            .map(|task| Waiting {
                client: task.subject,
                name: task.name,
                title: task.title,
                on: task.due_on,
            })
            .collect(),
        periods: periods::due(&visit).await?,
        follow_ups: relationships::due(&visit).await?,
        drafts: drafts::unfinished(&visit).await?,
    };
    Ok(reader.page(
        "nav-today",
        &view::heading(reader.texts, day.today),
        view::day(reader.texts, &day),
    ))
}
