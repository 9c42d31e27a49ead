//! Breaches over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::SubjectId;
use polku_privacy::parts::Part;
use polku_web::{Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    breach::{Affected, Breach, Risk, State, Told, Untold},
    change::{self, address},
    input::{AssessmentInput, LetterInput, NoticeInput, ReportInput, ToldInput},
    rules::{self, Clock},
    store,
};

/// A breach.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BreachBody {
    /// Its id.
    id: Uuid,
    /// Whether there is something left to do.
    state: State,
    /// When it was found.
    found_at: Timestamp,
    /// When the controller became aware.
    aware_at: Timestamp,
    /// By when the authority must be told.
    deadline: Timestamp,
    /// `running`, `over`, `in-time`, `late` or `not-needed`.
    clock: &'static str,
    /// Seconds that are left, or that it is late by.
    seconds: Option<i64>,
    /// What happened.
    what: String,
    /// The kinds of data.
    kinds: Vec<Part>,
    /// How many people.
    people: Option<i64>,
    /// What may follow for them.
    consequences: String,
    /// What was and will be done.
    measures: String,
    /// The risk.
    risk: Option<Risk>,
    /// Why it is that.
    why: String,
    /// Why people are not told although the risk is high.
    untold: Option<Untold>,
    /// When the authority was told.
    notified_at: Option<Timestamp>,
    /// The authority's number.
    reference: String,
    /// Why it was told late.
    late_reason: String,
    /// What people are told: Finnish, Swedish, English.
    letters: [String; 3],
    /// Who reported it.
    reported_by: String,
    /// When.
    reported_at: Timestamp,
}

/// Somebody whose data it was.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AffectedBody {
    /// The person.
    client: SubjectId,
    /// The name.
    name: String,
    /// When they were told.
    told_on: Option<Date>,
    /// How.
    told_how: Option<Told>,
}

impl BreachBody {
    fn of(breach: Breach, now: Timestamp) -> Self {
        let clock = rules::clock(breach.aware_at, breach.risk, breach.notified_at, now);
        let (clock, seconds) = match clock {
            Clock::Running(left) => ("running", Some(left.as_secs())),
            Clock::Over(by) => ("over", Some(by.as_secs())),
            Clock::InTime => ("in-time", None),
            Clock::Late(by) => ("late", Some(by.as_secs())),
            Clock::NotNeeded => ("not-needed", None),
        };
        Self {
            id: breach.id,
            state: breach.state,
            found_at: breach.found_at,
            aware_at: breach.aware_at,
            deadline: rules::deadline(breach.aware_at),
            clock,
            seconds,
            what: breach.words.what,
            kinds: breach.words.kinds,
            people: breach.people,
            consequences: breach.words.consequences,
            measures: breach.words.measures,
            risk: breach.risk,
            why: breach.words.why,
            untold: breach.untold,
            notified_at: breach.notified_at,
            reference: breach.words.reference,
            late_reason: breach.words.late_reason,
            letters: breach.words.letters,
            reported_by: breach.reported_by,
            reported_at: breach.reported_at,
        }
    }
}

impl From<Affected> for AffectedBody {
    fn from(affected: Affected) -> Self {
        let (told_on, told_how) = affected.told.unzip();
        Self {
            client: affected.client,
            name: affected.name,
            told_on,
            told_how,
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<BreachBody>>> {
    let all = store::all(&visit).await?.into_iter();
    Ok(Json(
        all.map(|breach| BreachBody::of(breach, visit.now())).collect(),
    ))
}

/// Whoever reports one may not be among those who read them.
pub(super) async fn report(visit: AtDesk, JsonBody(input): JsonBody<ReportInput>) -> Answer {
    let id = change::report(&visit, &input).await?;
    let location = [(header::LOCATION, format!("{}{}", polku_web::API, address(id)))];
    Ok(EntityTag(1).on((StatusCode::CREATED, location).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    answer(&visit, id).await
}

pub(super) async fn assess(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<AssessmentInput>,
) -> Answer {
    change::assess(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, id).await
}

pub(super) async fn notify(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<NoticeInput>,
) -> Answer {
    change::notify(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, id).await
}

pub(super) async fn write_letter(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<LetterInput>,
) -> Answer {
    change::write_letter(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, id).await
}

pub(super) async fn close(visit: AtDesk, Path(id): Path<Uuid>, IfMatch(seen): IfMatch) -> Answer {
    change::close(&visit, id, seen)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, id).await
}

pub(super) async fn reopen(visit: AtDesk, Path(id): Path<Uuid>, IfMatch(seen): IfMatch) -> Answer {
    change::reopen(&visit, id, seen)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, id).await
}

pub(super) async fn people(visit: AtDesk, Path(id): Path<Uuid>) -> Answer<Json<Vec<AffectedBody>>> {
    let breach = store::one(&visit, id).await?;
    let affected = store::affected(&visit, breach.id).await?;
    Ok(Json(affected.into_iter().map(AffectedBody::from).collect()))
}

pub(super) async fn add_person(
    visit: AtDesk,
    Path((id, client)): Path<(Uuid, SubjectId)>,
) -> Answer<StatusCode> {
    change::add_person(&visit, id, client).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn remove_person(
    visit: AtDesk,
    Path((id, client)): Path<(Uuid, SubjectId)>,
) -> Answer<StatusCode> {
    change::remove_person(&visit, id, client).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn tell(
    visit: AtDesk,
    Path((id, client)): Path<(Uuid, SubjectId)>,
    JsonBody(input): JsonBody<ToldInput>,
) -> Answer<StatusCode> {
    change::tell(&visit, id, client, &input).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn now(visit: &AtDesk, id: Uuid) -> Answer {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    answer(visit, id).await
}

async fn answer(visit: &AtDesk, id: Uuid) -> Answer {
    let breach = store::one(visit, id).await?;
    let tag = EntityTag(breach.version);
    Ok(tag.on(Json(BreachBody::of(breach, visit.now())).into_response()))
}
