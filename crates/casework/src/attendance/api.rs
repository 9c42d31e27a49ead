//! Attendance for programs.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, DeskError, Read, SubjectId, ids::WorkgroupId};
use polku_values::Mark;
use polku_web::{
    Answer, ApiDoc, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, InvalidField, JsonBody, Method, Path,
    Query, Response, Routes, StatusCode,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    READ, WRITE,
    cell::Cell,
    circle::Circle,
    client::{AskedYear, Day, Year},
    input::{MOST_MARKS, MarkInput, MarksInput},
    sheet::{Sheet, habits},
    store::{self, Change, Occasion},
    totals::{DayCounts, Regularity, Totals},
};
use crate::groups;

/// The API of attendance.
pub(super) fn routes() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/groups/{group}/attendance",
            READ,
            ApiDoc::new("A group's day: who is expected and what is marked")
                .query(&["date"])
                .answers::<GroupDay>(),
            group_day,
        )
        .api(
            Method::PUT,
            "/groups/{group}/attendance",
            WRITE,
            ApiDoc::new("Marks a group's day: all of the marks or none")
                .query(&["date"])
                .takes::<DayMarks>()
                .answers::<GroupDay>(),
            mark_group_day,
        )
        .api(
            Method::GET,
            "/clients/{client}/attendance",
            READ,
            ApiDoc::new("A client's attendance of a year")
                .query(&["year"])
                .answers::<ClientYear>(),
            client_year,
        )
}

#[derive(Debug, Deserialize)]
struct AskedDay {
    date: Option<Date>,
}

/// A group's day.
#[derive(Debug, Serialize, JsonSchema)]
struct GroupDay {
    /// The day.
    date: Date,
    /// The day in numbers.
    counts: DayCounts,
    /// Its clients in the order of their names.
    clients: Vec<ClientDay>,
}

/// A client's day.
#[derive(Debug, Serialize, JsonSchema)]
struct ClientDay {
    /// The client.
    client: SubjectId,
    /// The client's name.
    name: String,
    /// What stands there.
    #[serde(flatten)]
    cell: CellOut,
}

/// What stands for one client and day.
#[derive(Debug, Serialize, JsonSchema)]
struct CellOut {
    /// The mark.
    #[serde(flatten)]
    mark: Mark,
    /// How many minutes the client is there unless something else is said.
    usual_minutes: u16,
    /// Changes with every marking; 0 when the day was never marked.
    version: i64,
    /// Who changed it so late that it shows, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    late: Option<LateOut>,
}

/// A late change.
#[derive(Debug, Serialize, JsonSchema)]
struct LateOut {
    /// By whom.
    by: String,
    /// When.
    at: Timestamp,
}

impl From<&Cell> for CellOut {
    fn from(cell: &Cell) -> Self {
        Self {
            mark: cell.mark,
            usual_minutes: cell.hours.0,
            version: cell.version,
            late: cell.late.as_ref().map(|late| LateOut {
                by: late.by.clone(),
                at: late.at,
            }),
        }
    }
}

/// Marks for a group's day.
#[derive(Debug, Deserialize, JsonSchema)]
struct DayMarks {
    /// The marks of those clients that are to be marked.
    marks: Vec<ClientMark>,
}

/// A mark for one client.
#[derive(Debug, Deserialize, JsonSchema)]
struct ClientMark {
    /// The client.
    client: SubjectId,
    /// The mark: `present` with its minutes, `sick`, `absent`, `permitted`, `not-a-day`; `expected` takes one back.
    #[serde(flatten)]
    mark: Mark,
}

async fn group_day(visit: AtDesk, Path(group): Path<WorkgroupId>, Query(asked): Query<AskedDay>) -> Answer {
    habits(&visit)?;
    groups::one(&visit, group).await?;
    let day = asked.date.unwrap_or(visit.today());
    let sheet = Sheet::of_day(&visit, Circle::Group(group), day).await?;
    Ok(answer(day, &sheet))
}

async fn mark_group_day(
    visit: AtDesk,
    Path(group): Path<WorkgroupId>,
    Query(asked): Query<AskedDay>,
    IfMatch(seen): IfMatch,
    JsonBody(sent): JsonBody<DayMarks>,
) -> Answer {
    habits(&visit)?;
    groups::one(&visit, group).await?;
    if sent.marks.len() > MOST_MARKS {
        return Err(Failure::TooLarge);
    }
    let day = asked.date.unwrap_or(visit.today());
    let sheet = Sheet::of_day(&visit, Circle::Group(group), day).await?;
    if sheet.version() != seen {
        return Err(Failure::Precondition(StatusCode::PRECONDITION_FAILED));
    }
    let marks = sent.marks.into_iter().map(|sent| {
        let mut cells = sheet.on(day);
        let (_, cell) = cells
            .find(|(person, _)| person.client == sent.client)
            .ok_or(DeskError::Hidden)?;
        Ok(MarkInput {
            client: sent.client,
            date: day,
            mark: sent.mark,
            seen: cell.version,
        })
    });
    let input = MarksInput {
        marks: marks.collect::<Result<_, DeskError>>()?,
    };
    let markings = input.check(visit.today()).map_err(|unfit| {
        let invalid = unfit.iter().map(|unfit| InvalidField {
            field: "marks",
            key: unfit.key,
        });
        Failure::Invalid(invalid.collect())
    })?;
    store::save(&visit, Occasion::default(), &markings).await?;
    Ok(answer(day, &sheet.after(&markings, &visit)?))
}

fn answer(day: Date, sheet: &Sheet) -> Response {
    let clients = sheet.on(day).map(|(person, cell)| ClientDay {
        client: person.client,
        name: person.name.clone(),
        cell: cell.into(),
    });
    let body = GroupDay {
        date: day,
        counts: sheet.counts(day),
        clients: clients.collect(),
    };
    EntityTag(sheet.version()).on(Json(body).into_response())
}

/// A client's year.
#[derive(Debug, Serialize, JsonSchema)]
struct ClientYear {
    /// The year.
    year: i16,
    /// The year's sums.
    totals: Totals,
    /// How many per cent of the marked days were attended.
    percent: Option<u32>,
    /// How regularly the client comes.
    regularity: Regularity,
    /// The days on which something was expected or marked.
    days: Vec<DayOut>,
    /// The changes that came late, the latest first.
    late_changes: Vec<ChangeOut>,
}

/// A client's day.
#[derive(Debug, Serialize, JsonSchema)]
struct DayOut {
    /// The day.
    date: Date,
    /// What stands there.
    #[serde(flatten)]
    cell: CellOut,
}

/// A change of a mark.
#[derive(Debug, Serialize, JsonSchema)]
struct ChangeOut {
    /// Of which day.
    date: Date,
    /// What stood there; nothing the first time.
    before: Option<Mark>,
    /// What stands there since.
    after: Mark,
    /// By whom.
    by: String,
    /// When.
    at: Timestamp,
}

impl From<&Change> for ChangeOut {
    fn from(change: &Change) -> Self {
        Self {
            date: change.day,
            before: change.from,
            after: change.to,
            by: change.by.clone(),
            at: change.at,
        }
    }
}

async fn client_year(visit: AtDesk, Path(client): Path<SubjectId>, Query(asked): Query<AskedYear>) -> Answer {
    let year = asked.year(visit.today())?;
    let grant = visit.open::<Client, Read>(client).await?;
    let year = Year::of(&grant, year).await?;
    let totals = year.days.totals(year.today);
    let is_known = |day: &&Day| day.cell.mark != Mark::NotADay || day.cell.version > 0;
    let days = year.days.0.iter().filter(is_known).map(|day| DayOut {
        date: day.date,
        cell: (&day.cell).into(),
    });
    Ok(Json(ClientYear {
        year: year.year,
        totals,
        percent: totals.percent(),
        regularity: year.days.regularity(year.today),
        days: days.collect(),
        late_changes: year.late.iter().map(ChangeOut::from).collect(),
    })
    .into_response())
}
