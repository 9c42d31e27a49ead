//! Months for programs.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_casework::{
    attendance::{Circle, habits},
    groups,
    keeping::kept,
};
use polku_desk::{Client, DeskError, Read, SubjectId, ids::WorkgroupId};
use polku_profile::RecordKind;
use polku_values::{Mark, dates::Month};
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IntoResponse, InvalidField, JsonBody, Path, Query, StatusCode,
    header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    confirm::{self, ConfirmInput, Outcome},
    correct::{self, CorrectionInput, DecisionInput},
    figures::Figures,
    page::Asked,
    rules::Standing,
    sheet::{MonthSheet, PersonMonth},
    store::{self, Correction, CorrectionState},
};

/// A month of some people.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SheetBody {
    /// The month.
    month: Month,
    /// Everyone's figures together.
    figures: Figures,
    /// The people in the order of their names.
    people: Vec<PersonBody>,
}

/// A month of one person.
#[derive(Debug, Serialize, JsonSchema)]
struct PersonBody {
    /// The client.
    client: SubjectId,
    /// The name.
    name: String,
    /// Changes with every marking: to be sent when the month is confirmed.
    version: i64,
    /// How the month stands.
    standing: Standing,
    /// Who confirmed it.
    confirmed_by: Option<String>,
    /// When it was confirmed.
    confirmed_at: Option<Timestamp>,
    /// The month in numbers.
    figures: Figures,
    /// How many per cent of the planned days were attended.
    percent: Option<u32>,
    /// The same of the month before.
    percent_before: Option<u32>,
    /// The days on which something was expected or marked.
    days: Vec<DayBody>,
    /// Corrections that the sheet shows.
    corrections: Vec<CorrectionBody>,
}

/// A day.
#[derive(Debug, Serialize, JsonSchema)]
struct DayBody {
    /// Which.
    date: Date,
    /// What stands there.
    #[serde(flatten)]
    mark: Mark,
    /// Whether the weekly schedule has it.
    planned: bool,
}

/// A correction of a confirmed day.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CorrectionBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored.
    version: i64,
    /// Of which day.
    date: Date,
    /// What stood there.
    before: Mark,
    /// What is to stand there.
    after: Mark,
    /// How far it is.
    state: CorrectionState,
    /// Why.
    reason: String,
    /// Who made it.
    made_by: String,
    /// When.
    made_at: Timestamp,
    /// Who decided it.
    decided_by: Option<String>,
    /// When.
    decided_at: Option<Timestamp>,
}

impl From<&Correction> for CorrectionBody {
    fn from(correction: &Correction) -> Self {
        let decided = correction.decided.as_ref();
        Self {
            id: correction.id,
            version: correction.version,
            date: correction.day,
            before: correction.old,
            after: correction.new,
            state: correction.state,
            reason: correction.reason.reason.clone(),
            made_by: correction.made_by.clone(),
            made_at: correction.made_at,
            decided_by: decided.map(|(name, _)| name.clone()),
            decided_at: decided.map(|(_, at)| *at),
        }
    }
}

impl From<&MonthSheet> for SheetBody {
    fn from(sheet: &MonthSheet) -> Self {
        let person = |person: &PersonMonth| PersonBody {
            client: person.client,
            name: person.name.clone(),
            version: person.version(),
            standing: person.standing,
            confirmed_by: person.lock.as_ref().map(|lock| lock.by.clone()),
            confirmed_at: person.lock.as_ref().map(|lock| lock.at),
            figures: person.figures.clone(),
            percent: person.figures.percent(),
            percent_before: person.before.percent(),
            days: days(sheet.month, person),
            corrections: person.corrections.iter().map(CorrectionBody::from).collect(),
        };
        Self {
            month: sheet.month,
            figures: sheet.figures(),
            people: sheet.people.iter().map(person).collect(),
        }
    }
}

fn days(month: Month, person: &PersonMonth) -> Vec<DayBody> {
    let days = month.days().zip(&person.cells);
    let known = days.filter(|(_, cell)| cell.mark != Mark::NotADay || cell.version > 0);
    let body = |(date, cell): (Date, &polku_casework::attendance::Cell)| DayBody {
        date,
        mark: cell.mark,
        planned: cell.unmarked == Mark::Expected,
    };
    known.map(body).collect()
}

pub(super) async fn group(
    visit: AtDesk,
    Path(group): Path<WorkgroupId>,
    Query(asked): Query<Asked>,
) -> Answer<Json<SheetBody>> {
    kept(&visit, RecordKind::Attendance)?;
    habits(&visit)?;
    groups::one(&visit, group).await?;
    let month = asked.month(visit.today())?;
    let sheet = MonthSheet::of_circle::<Read>(&visit, Circle::Group(group), month).await?;
    Ok(Json((&sheet).into()))
}

pub(super) async fn client(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer<Json<SheetBody>> {
    let sheet = MonthSheet::of_client(&visit, client, asked.month(visit.today())?).await?;
    kept(&visit, RecordKind::Attendance)?;
    Ok(Json((&sheet).into()))
}

pub(super) async fn confirm(visit: AtDesk, JsonBody(input): JsonBody<ConfirmInput>) -> Answer<Json<Outcome>> {
    Ok(Json(confirm::confirm(&visit, &input).await?))
}

pub(super) async fn correct(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<CorrectionInput>,
) -> Answer {
    let (id, _) = correct::make(&visit, client, &input).await?;
    let location = format!("{API}/clients/{client}/months/corrections/{id}");
    let body = stored(&visit, client, id).await?;
    let tag = EntityTag(body.version);
    Ok(tag.on((StatusCode::CREATED, [(header::LOCATION, location)], Json(body)).into_response()))
}

pub(super) async fn decide(
    visit: AtDesk,
    Path((client, correction)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<DecisionInput>,
) -> Answer<Json<CorrectionBody>> {
    let unclear = |_: DeskError| {
        Failure::Invalid(vec![InvalidField {
            field: "decision",
            key: "months-decision-unclear",
        }])
    };
    let decision = input.decision.parse().map_err(unclear)?;
    correct::decide(&visit, client, correction, decision).await?;
    Ok(Json(stored(&visit, client, correction).await?))
}

async fn stored(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<CorrectionBody> {
    let grant = visit.open::<Client, Read>(client).await?;
    Ok((&store::one(&grant, id).await?).into())
}
