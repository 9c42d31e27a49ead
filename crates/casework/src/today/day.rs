//! Who is expected today, and what is known of each.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use polku_desk::{Result, SubjectId, Visit, access::Role, ids::WorkgroupId};
use polku_profile::RecordKind;
use polku_values::Mark;

use crate::{
    attendance::{self, Cell, DayCounts},
    groups::{self, Group},
    periods::{self, expected_on},
};

/// As many of one's own people beside the groups are shown at most where no attendance says who is expected.
const MOST_OWN: usize = 50;

/// The people of today.
#[derive(Clone, Debug, Default)]
pub(super) struct Day {
    /// The groups with their people; of a service manager with their numbers.
    pub(super) groups: Vec<GroupDay>,
    /// One's own people in none of the groups.
    pub(super) own: Vec<PersonDay>,
}

/// A group's day.
#[derive(Clone, Debug)]
pub(super) struct GroupDay {
    /// The group.
    pub(super) id: WorkgroupId,
    /// What it is called.
    pub(super) name: String,
    /// Where it works.
    pub(super) place: String,
    /// Its day in numbers; none where the register holds no attendance.
    pub(super) counts: Option<DayCounts>,
    /// Its people in the order of their names; nobody for a service manager, who sees numbers.
    pub(super) people: Vec<PersonDay>,
}

/// A person's day.
#[derive(Clone, Debug)]
pub(super) struct PersonDay {
    /// Who.
    pub(super) client: SubjectId,
    /// The name.
    pub(super) name: String,
    /// What is expected or marked; none where the register holds no attendance.
    pub(super) cell: Option<Cell>,
    /// When it was marked.
    pub(super) marked_at: Option<Timestamp>,
    /// Where the person works, in words.
    pub(super) place: Option<String>,
}

impl PersonDay {
    /// Whether the person is expected today or was marked, or there is no telling.
    fn comes(&self) -> bool {
        self.cell
            .as_ref()
            .is_none_or(|cell| cell.version > 0 || cell.mark != Mark::NotADay)
    }
}

impl PersonDay {
    /// Whether nobody has said yet that the person came or did not.
    pub(super) fn waits(&self) -> bool {
        self.cell.as_ref().is_some_and(|cell| cell.mark == Mark::Expected)
    }
}

impl Day {
    /// The day of the visitor.
    pub(super) async fn of(visit: &Visit) -> Result<Self> {
        let groups = groups::of_visitor(visit).await?;
        if visit.role() == Role::ServiceManager {
            return in_numbers(visit, groups).await;
        }
        let coached = attendance::coached(visit).await?;
        let own = attendance::own(visit).await?;
        let people: HashSet<SubjectId> = coached
            .iter()
            .map(|(_, client)| *client)
            .chain(own.iter().copied())
            .collect();
        let mut days = people_of(visit, &visit.in_order(people)).await?;
        let mut in_groups: HashMap<WorkgroupId, HashSet<SubjectId>> = HashMap::new();
        for (group, client) in coached {
            in_groups.entry(group).or_default().insert(client);
        }
        let keeps_attendance = visit.profile()?.keeps(RecordKind::Attendance);
        let group_day = |group: Group| {
            let members = in_groups.remove(&group.id).unwrap_or_default();
            let people = days.iter().filter(|day| members.contains(&day.client));
            GroupDay::of(group, &people.cloned().collect::<Vec<_>>(), keeps_attendance)
        };
        let groups = groups.into_iter().map(group_day).collect();
        days.retain(|day| own.contains(&day.client) && day.comes());
        days.truncate(MOST_OWN);
        Ok(Self { groups, own: days })
    }

    /// Everyone shown, each once.
    pub(super) fn people(&self) -> impl Iterator<Item = &PersonDay> {
        let mut seen = HashSet::new();
        self.groups
            .iter()
            .flat_map(|group| &group.people)
            .chain(&self.own)
            .filter(move |day| seen.insert(day.client))
    }
}

impl GroupDay {
    fn of(group: Group, people: &[PersonDay], keeps_attendance: bool) -> Self {
        let marks = people.iter().filter_map(|day| Some(day.cell.as_ref()?.mark));
        Self {
            id: group.id,
            name: group.name,
            place: group.place,
            counts: keeps_attendance.then(|| marks.collect()),
            people: people.iter().filter(|day| day.comes()).cloned().collect(),
        }
    }
}

async fn in_numbers(visit: &Visit, groups: Vec<Group>) -> Result<Day> {
    let keeps = visit.profile()?.keeps(RecordKind::Attendance);
    let mut numbers = if keeps {
        attendance::numbers(visit).await?
    } else {
        HashMap::new()
    };
    let groups = groups.into_iter().map(|group| GroupDay {
        counts: keeps.then(|| numbers.remove(&group.id).unwrap_or_default()),
        id: group.id,
        name: group.name,
        place: group.place,
        people: Vec::new(),
    });
    Ok(Day {
        groups: groups.collect(),
        own: Vec::new(),
    })
}

/// The days of people whom the visit has listed, in the given order.
async fn people_of(visit: &Visit, people: &[SubjectId]) -> Result<Vec<PersonDay>> {
    let mut places = periods::places(visit, people).await?;
    let mut cells = if visit.profile()?.keeps(RecordKind::Attendance) {
        cells_of(visit, people).await?
    } else {
        HashMap::new()
    };
    let day = |client: &SubjectId| {
        let (cell, marked_at) = cells.remove(client).unzip();
        PersonDay {
            client: *client,
            name: visit.name_of(*client).unwrap_or_default(),
            cell,
            marked_at: marked_at.flatten(),
            place: places.remove(client),
        }
    };
    Ok(people.iter().map(day).collect())
}

/// What is expected or marked today, with when it was marked.
async fn cells_of(
    visit: &Visit,
    people: &[SubjectId],
) -> Result<HashMap<SubjectId, (Cell, Option<Timestamp>)>> {
    let (today, habits) = (visit.today(), attendance::habits(visit)?);
    let marks = attendance::marked(visit, people, today).await?;
    let mut schedules: HashMap<SubjectId, Vec<periods::Schedule>> = HashMap::new();
    for schedule in periods::schedules_about(visit, people, today).await? {
        schedules.entry(schedule.subject).or_default().push(schedule);
    }
    let cell = |client: &SubjectId| {
        let own = schedules.get(client).map_or(&[][..], Vec::as_slice);
        let minutes = expected_on(own, today).map(|schedule| schedule.minutes);
        let stored = marks.get(client);
        let cell = Cell::of(today, stored, minutes, habits);
        (*client, (cell, stored.map(|stored| stored.at)))
    };
    Ok(people.iter().map(cell).collect())
}
