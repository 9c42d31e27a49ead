//! The month's sheet: of a circle or of one client, with figures, confirmations and corrections.

use jiff::{ToSpan, civil::Date};
use polku_casework::attendance::{self, Cell, Circle, Lock, Sheet};
use polku_casework::periods::Schedule;
use polku_desk::{Client, GrantedSet, Looking, Read, Result, SubjectId, Visit};
use polku_pages::format;
use polku_values::dates::Month;

use super::{
    figures::{Figures, WeekShare, weeks},
    rules::{self, Standing},
    store::{self, Correction, CorrectionState},
};

/// How many months one client's chart shows, the shown one included.
pub const CHARTED_MONTHS: usize = 6;

/// A month of some people.
#[derive(Debug)]
pub struct MonthSheet {
    /// Which month.
    pub month: Month,
    /// The date of the visit.
    pub today: Date,
    /// The people in the order of their names.
    pub people: Vec<PersonMonth>,
}

/// A month of one person.
#[derive(Debug)]
pub struct PersonMonth {
    /// Who.
    pub client: SubjectId,
    /// The name.
    pub name: String,
    /// A cell for each day of the month.
    pub cells: Vec<Cell>,
    /// The month in numbers.
    pub figures: Figures,
    /// The month before in numbers.
    pub before: Figures,
    /// The weekly schedules that held in the month.
    pub schedules: Vec<Schedule>,
    /// When it was confirmed, and by whom.
    pub lock: Option<Lock>,
    /// Corrections of the month's days, and those of earlier months that this sheet is the first to show.
    pub corrections: Vec<Correction>,
    /// How it stands.
    pub standing: Standing,
}

impl PersonMonth {
    /// A number that changes with every marking of the month.
    #[must_use]
    pub fn version(&self) -> i64 {
        rules::version(&self.cells)
    }
}

impl MonthSheet {
    /// The sheet of a circle. One's own people without any day in it are left out.
    pub async fn of_circle<O: Looking>(visit: &Visit, circle: Circle, month: Month) -> Result<Self> {
        let set = attendance::open::<O>(visit, circle, month.first(), month.last()).await?;
        let mut sheet = Self::of_set(&set, month).await?;
        if circle == Circle::Own {
            sheet.people.retain(|person| person.standing != Standing::Empty);
        }
        Ok(sheet)
    }

    /// The sheet of one client.
    pub async fn of_client(visit: &Visit, client: SubjectId, month: Month) -> Result<Self> {
        let set = visit.open_set::<Client, Read>(&[client]).await?;
        Self::of_set(&set, month).await
    }

    async fn of_set<O: Looking>(set: &GrantedSet<'_, Client, O>, month: Month) -> Result<Self> {
        let today = set.visit().today();
        let first = month.previous().first();
        let days: Vec<Date> = first
            .series(1.day())
            .take_while(|day| *day <= month.last())
            .collect();
        let sheet = Sheet::of_set(set, days).await?;
        let mut corrections = store::corrections(set, month.last()).await?;
        let begins = sheet.days.iter().take_while(|day| **day < month.first()).count();
        let people = sheet.people.into_iter().map(|mut person| {
            let cells = person.cells.split_off(begins);
            let (before, days) = sheet.days.split_at(begins);
            let lock = person.locks.into_iter().find(|lock| lock.month == month);
            let all = corrections.remove(&person.client).unwrap_or_default();
            PersonMonth {
                figures: Figures::of(days.iter().copied().zip(&cells), today),
                before: Figures::of(before.iter().copied().zip(&person.cells), today),
                standing: Standing::of(month, &cells, lock.is_some(), today),
                schedules: within(person.schedules, month),
                corrections: shown(all, month, today),
                client: person.client,
                name: person.name,
                cells,
                lock,
            }
        });
        Ok(Self {
            month,
            today,
            people: people.collect(),
        })
    }

    /// Everyone's figures together.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let figures = self.people.iter().map(|person| &person.figures);
        figures.fold(Figures::default(), |sum, own| sum.and(own))
    }

    /// Everyone's figures of the month before together.
    #[must_use]
    pub fn before(&self) -> Figures {
        let figures = self.people.iter().map(|person| &person.before);
        figures.fold(Figures::default(), |sum, own| sum.and(own))
    }

    /// The month's weeks, everyone together.
    #[must_use]
    pub fn weeks(&self) -> Vec<WeekShare> {
        let mut all: Vec<WeekShare> = Vec::new();
        for person in &self.people {
            for (place, own) in weeks(self.month.days().zip(&person.cells), self.today)
                .into_iter()
                .enumerate()
            {
                match all.get_mut(place) {
                    Some(sum) => {
                        sum.planned += own.planned;
                        sum.kept += own.kept;
                    }
                    None => all.push(own),
                }
            }
        }
        all
    }

    /// The corrections that the sheet shows, with whose they are.
    pub fn corrections(&self) -> impl Iterator<Item = (&PersonMonth, &Correction)> {
        self.people.iter().flat_map(|person| {
            person
                .corrections
                .iter()
                .map(move |correction| (person, correction))
        })
    }

    /// How many of the people stand so.
    #[must_use]
    pub fn count(&self, stands: impl Fn(Standing) -> bool) -> usize {
        self.people
            .iter()
            .filter(|person| stands(person.standing))
            .count()
    }
}

/// One client's months up to one, the earliest first: for the chart.
pub async fn months_before(visit: &Visit, client: SubjectId, month: Month) -> Result<Vec<(Month, Figures)>> {
    let set = visit.open_set::<Client, Read>(&[client]).await?;
    let mut first = month;
    for _ in 1..CHARTED_MONTHS {
        first = first.previous();
    }
    let days: Vec<Date> = first
        .first()
        .series(1.day())
        .take_while(|day| *day <= month.last())
        .collect();
    let sheet = Sheet::of_set(&set, days).await?;
    let Some(person) = sheet.people.first() else {
        return Ok(Vec::new());
    };
    let mut months = Vec::with_capacity(CHARTED_MONTHS);
    let mut current = first;
    while current <= month {
        let own = sheet.days.iter().copied().zip(&person.cells);
        let own = own.filter(|(day, _)| current.contains(*day));
        months.push((current, Figures::of(own, visit.today())));
        current = current.next();
    }
    Ok(months)
}

fn within(schedules: Vec<Schedule>, month: Month) -> Vec<Schedule> {
    let holds = |schedule: &Schedule| {
        schedule.from <= month.last() && schedule.until.is_none_or(|until| until >= month.first())
    };
    schedules.into_iter().filter(holds).collect()
}

/// Corrections of the month's own days; and of earlier days those that were made in the month, or that wait while it is
/// the latest: each is shown on the next sheet after it was made.
fn shown(all: Vec<Correction>, month: Month, today: Date) -> Vec<Correction> {
    let is_latest = Month::of(today) == month;
    let belongs = |correction: &Correction| {
        month.contains(correction.day)
            || Month::of(format::finnish_time(correction.made_at).date()) == month
            || (is_latest && correction.state == CorrectionState::Waiting)
    };
    all.into_iter().filter(belongs).collect()
}
