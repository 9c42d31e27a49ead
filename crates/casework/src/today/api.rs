//! The day for programs.

use axum::Json;
use jiff::civil::Date;
use polku_desk::{SubjectId, ids::WorkgroupId};
use polku_values::Mark;
use polku_web::{Answer, AtDesk, IntoResponse};
use schemars::JsonSchema;
use serde::Serialize;

use super::day::{Day, GroupDay, PersonDay};
use crate::attendance::DayCounts;

/// The worker's day.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TodayOut {
    /// The date.
    date: Date,
    /// The worker's groups; for a service manager all groups, in numbers.
    groups: Vec<GroupOut>,
    /// The worker's own clients in none of the groups.
    own: Vec<PersonOut>,
}

/// A group's day.
#[derive(Debug, Serialize, JsonSchema)]
struct GroupOut {
    /// The group.
    id: WorkgroupId,
    /// What it is called.
    name: String,
    /// Its day in numbers; nothing where the register holds no attendance.
    counts: Option<DayCounts>,
    /// Its people in the order of their names.
    clients: Vec<PersonOut>,
}

/// A person's day.
#[derive(Debug, Serialize, JsonSchema)]
struct PersonOut {
    /// The client.
    client: SubjectId,
    /// The client's name.
    name: String,
    /// What is expected or marked; nothing where the register holds no attendance.
    attendance: Option<Mark>,
    /// Where the client works, in words.
    place: Option<String>,
}

impl From<&PersonDay> for PersonOut {
    fn from(day: &PersonDay) -> Self {
        Self {
            client: day.client,
            name: day.name.clone(),
            attendance: day.cell.as_ref().map(|cell| cell.mark),
            place: day.place.clone(),
        }
    }
}

impl From<&GroupDay> for GroupOut {
    fn from(group: &GroupDay) -> Self {
        Self {
            id: group.id,
            name: group.name.clone(),
            counts: group.counts,
            clients: group.people.iter().map(PersonOut::from).collect(),
        }
    }
}

pub(super) async fn show(visit: AtDesk) -> Answer {
    let day = Day::of(&visit).await?;
    let body = TodayOut {
        date: visit.today(),
        groups: day.groups.iter().map(GroupOut::from).collect(),
        own: day.own.iter().map(PersonOut::from).collect(),
    };
    Ok(Json(body).into_response())
}
