//! Periods for programs.

use jiff::civil::Date;
use polku_desk::{Client, Read, SubjectId, ids::WorkgroupId};
use polku_values::{
    Minutes,
    dates::Weekdays,
    service::{Measure, Placement},
};
use polku_web::{
    Answer, ApiDoc, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Method, Path, Response, Routes,
    StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    READ, WRITE, end,
    input::{EndInput, PeriodInput, ResumeInput, StartInput},
    period::{Break, Period, State},
    plan, resume,
    schedule::Piece,
    start, store,
};

/// A period of service.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Period")]
pub(crate) struct PeriodAnswer {
    /// Its id.
    id: Uuid,
    /// How many times it was changed: the entity tag that a change names.
    version: i64,
    /// How far it is.
    state: State,
    /// What it is.
    measure: Measure,
    /// The group that the client works in.
    workgroup: Option<WorkgroupId>,
    /// Where, in words.
    place: String,
    /// The first day.
    starts_on: Date,
    /// The last day as planned.
    ends_on: Option<Date>,
    /// The last day in fact; absent while it has not ended.
    ended_on: Option<Date>,
    /// Where the client went on to.
    placement: Option<Placement>,
    /// Why it was interrupted.
    reason: String,
    /// Breaks that are over, in order.
    breaks: Vec<BreakAnswer>,
    /// The weekly schedule, dated, in order.
    schedule: Vec<PieceAnswer>,
    /// Keys of the law's warnings that were accepted.
    accepted_warnings: Vec<String>,
}

/// A week that holds between two days.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PeriodSchedule")]
pub(crate) struct PieceAnswer {
    /// The days of a week.
    weekdays: Weekdays,
    /// How long each is, in minutes, travel not counted.
    minutes: Minutes,
    /// The first day.
    from: Date,
    /// The last day; absent while it has no end.
    until: Option<Date>,
}

/// A break of a period that went on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PeriodBreak")]
pub(crate) struct BreakAnswer {
    /// The last day before it.
    last_day: Date,
    /// The first day after it.
    resumed_on: Date,
    /// Why.
    reason: String,
}

impl From<&Piece> for PieceAnswer {
    fn from(piece: &Piece) -> Self {
        Self {
            weekdays: piece.week.weekdays,
            minutes: piece.week.minutes,
            from: piece.from,
            until: piece.until,
        }
    }
}

impl From<Break> for BreakAnswer {
    fn from(one: Break) -> Self {
        Self {
            last_day: one.last_day,
            resumed_on: one.resumed_on,
            reason: one.reason,
        }
    }
}

impl From<Period> for PeriodAnswer {
    fn from(stored: Period) -> Self {
        Self {
            id: stored.id,
            version: stored.version,
            state: stored.state,
            measure: stored.measure,
            workgroup: stored.workgroup,
            starts_on: stored.starts_on,
            ends_on: stored.ends_on,
            ended_on: stored.ending.map(|ending| ending.on),
            placement: stored.ending.map(|ending| ending.placement),
            schedule: stored.schedule.iter().map(PieceAnswer::from).collect(),
            place: stored.details.place,
            reason: stored.details.reason,
            breaks: stored.details.breaks.into_iter().map(BreakAnswer::from).collect(),
            accepted_warnings: stored.details.accepted_warnings,
        }
    }
}

/// The periods of a client.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Periods {
    /// The latest first.
    periods: Vec<PeriodAnswer>,
}

pub(super) fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/periods";
    const ONE: &str = "/clients/{client}/periods/{period}";
    let list = ApiDoc::new("A client's periods").answers::<Periods>();
    let create = ApiDoc::new("Plan a period, or start one")
        .takes::<PeriodInput>()
        .creates();
    let show = ApiDoc::new("A period").answers::<PeriodAnswer>();
    let change = ApiDoc::new("Change what is agreed on for a period")
        .takes::<PeriodInput>()
        .silent();
    let begin = ApiDoc::new("Start a planned period")
        .takes::<StartInput>()
        .silent();
    let close = ApiDoc::new("Complete or interrupt a period, or correct its end")
        .takes::<EndInput>()
        .silent();
    let go_on = ApiDoc::new("Go on with an interrupted period")
        .takes::<ResumeInput>()
        .silent();
    Routes::new()
        .api(Method::GET, LIST, READ, list, all)
        .api(Method::POST, LIST, WRITE, create, post)
        .api(Method::GET, ONE, READ, show, one)
        .api(Method::PUT, ONE, WRITE, change, put)
        .api(
            Method::PUT,
            "/clients/{client}/periods/{period}/start",
            WRITE,
            begin,
            put_start,
        )
        .api(
            Method::PUT,
            "/clients/{client}/periods/{period}/end",
            WRITE,
            close,
            put_end,
        )
        .api(
            Method::PUT,
            "/clients/{client}/periods/{period}/resume",
            WRITE,
            go_on,
            put_resume,
        )
}

async fn all(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let stored = store::all(&grant).await?;
    let periods = stored.into_iter().map(PeriodAnswer::from).collect();
    Ok(axum::Json(Periods { periods }).into_response())
}

async fn one(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let stored = store::one(&grant, id).await?;
    let tag = EntityTag(stored.version);
    Ok(tag.on(axum::Json(PeriodAnswer::from(stored)).into_response()))
}

async fn post(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<PeriodInput>,
) -> Answer {
    let id = plan::add(&visit, client, &input).await?;
    let location = format!("/api/v1/clients/{client}/periods/{id}");
    Ok(EntityTag(1).on((StatusCode::CREATED, [(header::LOCATION, location)]).into_response()))
}

async fn put(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<PeriodInput>,
) -> Answer {
    changed(plan::apply(&visit, client, id, seen, &input).await, seen)
}

async fn put_start(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<StartInput>,
) -> Answer {
    changed(start::begin(&visit, client, id, seen, &input).await, seen)
}

async fn put_end(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<EndInput>,
) -> Answer {
    changed(end::close(&visit, client, id, seen, &input).await, seen)
}

async fn put_resume(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ResumeInput>,
) -> Answer {
    changed(resume::go_on(&visit, client, id, seen, &input).await, seen)
}

fn changed(outcome: Answer<()>, seen: i64) -> Answer<Response> {
    outcome.map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}
