//! The sheet of a circle: people down in the order of their names, days across.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    Client, DeskError, GrantedSet, Operation, Read, Result, SubjectId, Visit, access::Resource,
};

use super::{
    cell::{Cell, Habits, StoredMark},
    circle::Circle,
    locks::{self, Lock},
    store::{self, Marking},
    totals::DayCounts,
    window::Window,
};
use crate::periods::{self, Schedule, expected_on};

/// The sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its days.
    pub days: Vec<Date>,
    /// Its people.
    pub people: Vec<Person>,
    /// When a day of it was last marked.
    pub saved_at: Option<Timestamp>,
}

/// A row of the sheet.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub client: SubjectId,
    /// The name.
    pub name: String,
    /// A cell for each day of the sheet.
    pub cells: Vec<Cell>,
    /// The weekly schedules of the sheet's time.
    pub schedules: Vec<Schedule>,
    /// The months of the sheet's time that were confirmed for payers.
    pub locks: Vec<Lock>,
}

impl Person {
    /// Whether a day's month was confirmed: then it is corrected, not marked.
    #[must_use]
    pub fn is_locked(&self, day: Date) -> bool {
        self.locks.iter().any(|lock| lock.month.contains(day))
    }
}

impl Sheet {
    /// The sheet of a circle's window. One's own people without any day in it are left out.
    pub(crate) async fn of(visit: &Visit, circle: Circle, window: &Window) -> Result<Self> {
        let days: Vec<Date> = window.days().collect();
        let mut sheet = Self::read(visit, circle, days).await?;
        if circle == Circle::Own {
            sheet.people.retain(|person| {
                let has_day = |cell: &Cell| cell.version > 0 || cell.unmarked == polku_values::Mark::Expected;
                person.cells.iter().any(has_day)
            });
        }
        Ok(sheet)
    }

    /// The sheet of one day of a circle.
    pub async fn of_day(visit: &Visit, circle: Circle, day: Date) -> Result<Self> {
        Self::read(visit, circle, vec![day]).await
    }

    async fn read(visit: &Visit, circle: Circle, days: Vec<Date>) -> Result<Self> {
        let (Some(&from), Some(&to)) = (days.first(), days.last()) else {
            return Err(DeskError::Stored("a sheet has days"));
        };
        let set = store::open::<Read>(visit, circle, from, to).await?;
        Self::of_set(&set, days).await
    }

    /// The sheet of some people and days; the days are in order and one after another.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] where the register holds no attendance.
    pub async fn of_set<O: Operation>(set: &GrantedSet<'_, Client, O>, days: Vec<Date>) -> Result<Self> {
        let visit = set.visit();
        let habits = habits(visit)?;
        let (Some(&from), Some(&to)) = (days.first(), days.last()) else {
            return Err(DeskError::Stored("a sheet has days"));
        };
        let marks = store::marks(set, from, to).await?;
        let mut locks = locks::locks(set, from, to).await?;
        let mut schedules: HashMap<SubjectId, Vec<Schedule>> = HashMap::new();
        let stored = if set.may(Resource::Service) {
            periods::schedules(set, from, to).await?
        } else {
            Vec::new()
        };
        for schedule in stored {
            let person = set.person_of(schedule.subject);
            schedules.entry(person).or_default().push(schedule);
        }
        let saved_at = marks.values().map(|stored| stored.at).max();
        let people = visit
            .in_order(set.subjects().iter().copied())
            .into_iter()
            .map(|client| {
                let own = schedules.remove(&client).unwrap_or_default();
                Person {
                    client,
                    name: visit.name_of(client).unwrap_or_default(),
                    cells: cells(&days, |day| marks.get(&(client, day)), &own, habits),
                    schedules: own,
                    locks: locks.remove(&client).unwrap_or_default(),
                }
            });
        Ok(Self {
            people: people.collect(),
            days,
            saved_at,
        })
    }

    /// The cells of a day, with their people.
    pub fn on(&self, day: Date) -> impl Iterator<Item = (&Person, &Cell)> {
        let place = self.days.iter().position(|shown| *shown == day);
        self.people
            .iter()
            .filter_map(move |person| Some((person, person.cells.get(place?)?)))
    }

    /// A day in numbers.
    #[must_use]
    pub fn counts(&self, day: Date) -> DayCounts {
        self.on(day).map(|(_, cell)| cell.mark).collect()
    }

    /// The sheet after the visitor marked it.
    pub(crate) fn after(mut self, markings: &[Marking], visit: &Visit) -> Result<Self> {
        let (habits, by) = (habits(visit)?, visit.visitor().display_name.as_str());
        for marking in markings {
            let place = self.days.iter().position(|day| *day == marking.day);
            let person = self
                .people
                .iter_mut()
                .find(|person| person.client == marking.client);
            if let (Some(place), Some(person)) = (place, person) {
                let cell = &person.cells[place];
                person.cells[place] = cell.after(marking.day, marking.mark, by, visit.now(), habits);
            }
        }
        Ok(self)
    }

    /// A number that changes with every marking: the entity tag of the sheet.
    #[must_use]
    pub fn version(&self) -> i64 {
        let cells = self.people.iter().flat_map(|person| &person.cells);
        cells.map(|cell| cell.version).sum()
    }
}

/// The cells of one client.
pub(super) fn cells<'marks>(
    days: &[Date],
    marked: impl Fn(Date) -> Option<&'marks StoredMark>,
    schedules: &[Schedule],
    habits: Habits,
) -> Vec<Cell> {
    let cell = |day: &Date| {
        let expected = expected_on(schedules, *day).map(|schedule| schedule.minutes);
        Cell::of(*day, marked(*day), expected, habits)
    };
    days.iter().map(cell).collect()
}

/// How the register marks.
///
/// # Errors
/// [`DeskError::Hidden`] where the register holds no attendance: then nothing of it exists.
pub fn habits(visit: &Visit) -> Result<Habits> {
    let profile = visit.profile()?;
    let defaults = profile.attendance.ok_or(DeskError::Hidden)?;
    Ok(Habits {
        usual_day: polku_values::Minutes::hours(defaults.hours_a_day.into()),
        late_after_days: defaults.late_after_days,
    })
}
