//! One client's attendance: a year by months, and the strip of the last weeks.

use jiff::{ToSpan, civil::Date};
use polku_desk::{
    Client, Granted, Operation, Read, Result, SubjectId, Visit,
    access::Resource,
    database::{OwnedStatement, Params},
};
use polku_pages::{Markup, frame::Heading};
use polku_values::{Mark, dates::IsoWeek};
use polku_web::{Answer, AtDesk, Failure, Path, Query, Reader};
use serde::Deserialize;

use super::{
    cell::{Cell, is_late},
    client_view,
    sheet::{cells, habits},
    store::{self, Change},
    totals::{Regularity, Totals, regularity},
};
use crate::periods;

/// How many weeks the strip shows.
pub(super) const STRIP_WEEKS: i64 = 8;

/// A day with its cell.
#[derive(Clone, Debug)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// What stands there.
    pub cell: Cell,
}

/// Some days of a client, in order.
#[derive(Clone, Debug)]
pub struct Days(pub Vec<Day>);

impl Days {
    /// The days of a client between two days, both included.
    pub async fn of<O: Operation>(grant: &Granted<'_, Client, O>, from: Date, to: Date) -> Result<Self> {
        let habits = habits(grant.visit())?;
        let marks = store::marks_of(grant, from, to).await?;
        let schedules = if grant.may(Resource::Service) {
            periods::schedules_of(grant, from, to).await?
        } else {
            Vec::new()
        };
        let dates: Vec<Date> = from.series(1.day()).take_while(|day| *day <= to).collect();
        let cells = cells(&dates, |day| marks.get(&day), &schedules, habits);
        let days = dates
            .into_iter()
            .zip(cells)
            .map(|(date, cell)| Day { date, cell });
        Ok(Self(days.collect()))
    }

    /// What counts by a date: days to come count only when they are marked.
    fn counted(&self, today: Date) -> impl Iterator<Item = (Date, Mark)> + '_ {
        let days = self.0.iter().map(|day| (day.date, day.cell.mark));
        days.filter(move |(date, mark)| *date <= today || *mark != Mark::Expected)
    }

    /// The sums.
    pub(crate) fn totals(&self, today: Date) -> Totals {
        self.counted(today).map(|(_, mark)| mark).collect()
    }

    /// How regularly the client comes.
    pub(crate) fn regularity(&self, today: Date) -> Regularity {
        regularity(self.counted(today))
    }

    /// The days of one month.
    pub(crate) fn month(&self, month: i8) -> Self {
        let days = self.0.iter().filter(|day| day.date.month() == month);
        Self(days.cloned().collect())
    }

    /// Whether nothing was ever expected or marked.
    pub(crate) fn is_empty(&self) -> bool {
        self.0
            .iter()
            .all(|day| day.cell.mark == Mark::NotADay && day.cell.version == 0)
    }
}

/// A year of a client.
#[derive(Clone, Debug)]
pub(crate) struct Year {
    /// Which year.
    pub(crate) year: i16,
    /// Its days.
    pub(crate) days: Days,
    /// The changes that came late, the latest first.
    pub(crate) late: Vec<Change>,
    /// The date of the visit.
    pub(crate) today: Date,
}

impl Year {
    /// A year of a client.
    pub(super) async fn of(grant: &Granted<'_, Client, Read>, year: i16) -> Result<Self> {
        let habits = habits(grant.visit())?;
        let (from, to) = (jiff::civil::date(year, 1, 1), jiff::civil::date(year, 12, 31));
        let mut late = store::changes(grant, from, to).await?;
        late.retain(|change| is_late(change.day, change.at, habits.late_after_days));
        Ok(Self {
            year,
            days: Days::of(grant, from, to).await?,
            late,
            today: grant.visit().today(),
        })
    }
}

/// The year in an address; this year without one.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AskedYear {
    year: Option<i16>,
}

impl AskedYear {
    /// The year, when it can have been one of service.
    pub(super) fn year(self, today: Date) -> Answer<i16> {
        let year = self.year.unwrap_or(today.year());
        if (1900..=2199).contains(&year) {
            Ok(year)
        } else {
            Err(Failure::Unreadable("no such year"))
        }
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<AskedYear>,
) -> Answer {
    let year = asked.year(visit.today())?;
    let grant = visit.open::<Client, Read>(client).await?;
    let year = Year::of(&grant, year).await?;
    let texts = reader.texts;
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let title = texts.with("attendance-title-client", &[("name", name.as_str().into())]);
    let heading = Heading::new(title)
        .subtitle(year.year)
        .back(format!("/clients/{}", grant.subject()), name);
    let body = client_view::year(texts, grant.subject(), &year);
    Ok(reader.page("nav-attendance", &heading, body))
}

/// What the strip asks for.
pub(crate) fn asked(visit: &Visit) -> [(OwnedStatement, Params); 2] {
    let (from, to) = strip(visit.today());
    [store::marks_asked(from, to), periods::schedules_asked(from, to)]
}

/// The first and the last day of the strip.
fn strip(today: Date) -> (Date, Date) {
    let week = IsoWeek::of(today);
    let from = week.monday().saturating_sub((7 * (STRIP_WEEKS - 1)).days());
    (from, week.days()[6])
}

/// The strip of the last eight weeks, for the client's page; none for roles without attendance, and where the register
/// holds none.
pub(crate) async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Markup>> {
    if !grant.may(Resource::Attendance) || habits(grant.visit()).is_err() {
        return Ok(None);
    }
    let today = grant.visit().today();
    let (from, to) = strip(today);
    let days = Days::of(grant, from, to).await?;
    Ok(Some(client_view::panel(
        reader.texts,
        grant.subject(),
        &days,
        today,
    )))
}
