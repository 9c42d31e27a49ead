//! The same for the client's own programs: in the portal's session, never by a worker's token.

use axum::{Json, extract::State};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use polku_casework::{packing::PackedItem, told};
use polku_desk::{
    Client, EntryId, Read,
    access::{Action, Basis, Purpose, Role},
    audit::{Look, ProvenLooks, Who},
    ids::SessionId,
    portal::{ListedPortalSession, Manner},
};
use polku_oversight::looks::ON_A_PAGE;
use polku_pages::Texts;
use polku_privacy::consents::own::{self as own_consents, ConsentBody, ConsentInput};
use polku_values::{Mark, dates::Month};
use polku_web::{
    API, Answer, App, AtDesk, InPortal, IntoResponse, JsonBody, Path, Query, Reader, Response, StatusCode,
    header,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    attendance::{self, OwnMonth},
    consents::identified,
    data,
    front::Front,
    looks::{self, Looks},
    plan,
};

/// What is next.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FrontBody {
    /// The periods of now and to come, the earliest first.
    periods: Vec<PeriodBody>,
    /// Meetings to come.
    meetings: Vec<MeetingBody>,
    /// What is agreed.
    agreed: Vec<AgreedBody>,
    /// Who answers for the client.
    responsible: Vec<String>,
    /// How many consents are in force.
    consents: usize,
}

/// A period.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PeriodBody {
    /// What it is, in the language asked for.
    measure: String,
    /// Its first day.
    from: Date,
    /// Its last day, in fact or as planned.
    until: Option<Date>,
    /// Where.
    place: String,
    /// How many days a week.
    days_a_week: u32,
}

/// A meeting.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MeetingBody {
    /// The day.
    on: Date,
    /// The time of day.
    at: Option<Time>,
    /// What kind, in the language asked for.
    kind: String,
}

/// What was agreed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AgreedBody {
    /// What.
    what: String,
    /// By which day.
    by: Date,
}

/// Own basic data.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DataBody {
    /// By sections.
    sections: Vec<SectionBody>,
}

/// A section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SectionBody {
    /// Its key.
    section: String,
    /// What is known.
    items: Vec<PackedItem>,
}

/// The plan.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PlanBody {
    /// All periods, the earliest first.
    periods: Vec<PeriodBody>,
    /// All goals, the earliest first.
    goals: Vec<GoalBody>,
}

/// A goal.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GoalBody {
    /// In a few words.
    title: String,
    /// The step come to.
    step: u8,
    /// The step to come to.
    target: u8,
    /// `open`, `reached` or `dropped`.
    standing: &'static str,
}

/// A month.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MonthBody {
    /// Which.
    month: Month,
    /// How many days were attended.
    attended: u32,
    /// How many minutes.
    minutes: u32,
    /// How many per cent of the marked days.
    percent: Option<u32>,
    /// The days of the schedule, and those that were marked.
    days: Vec<DayBody>,
}

/// A day.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DayBody {
    /// Which.
    on: Date,
    /// What stands there.
    mark: Mark,
}

/// Who looked.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LooksBody {
    /// The latest first; the client's own visits to the portal are among them.
    looks: Vec<LookBody>,
    /// What to ask for `before`, when there are older ones.
    older: Option<EntryId>,
}

/// A look, as far as the client may know.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LookBody {
    /// Which entry of the log.
    entry: EntryId,
    /// When.
    at: Timestamp,
    /// The worker's name, the unit, or the part of the program; none where only the role is shown.
    who: Option<String>,
    /// In which role.
    role: Option<Role>,
    /// What was done.
    action: Action,
    /// To which kinds of data.
    data: Vec<String>,
    /// For what.
    purpose: Purpose,
    /// On which ground.
    basis: Basis,
    /// The legal basis by its key in the register's profile.
    legal_basis: Option<String>,
    /// The place in the log's tree; none while nothing proves it yet.
    place: Option<i64>,
}

impl From<Look> for LookBody {
    fn from(look: Look) -> Self {
        Self {
            entry: look.entry,
            at: look.at,
            who: match look.who {
                Who::Named(_, name) | Who::OfUnit(name) | Who::Program(name) => Some(name),
                Who::Worker => None,
            },
            role: look.role,
            action: look.action,
            data: look.data.unwrap_or_default(),
            purpose: look.purpose,
            basis: look.basis,
            legal_basis: look.legal.map(|legal| legal.basis),
            place: look.place,
        }
    }
}

/// A session.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SessionBody {
    /// Which.
    session: SessionId,
    /// The browser, as it named itself.
    device: String,
    /// How the client signed in.
    manner: Manner,
    /// When it began.
    began_at: Timestamp,
    /// When it was last used.
    last_seen_at: Timestamp,
}

fn periods(texts: Texts, periods: Vec<told::Period>) -> Vec<PeriodBody> {
    let body = |period: told::Period| PeriodBody {
        measure: texts.label(period.measure.labels()).to_owned(),
        from: period.from,
        until: period.until,
        place: period.place,
        days_a_week: period.days_a_week,
    };
    periods.into_iter().map(body).collect()
}

pub(super) async fn front(visit: AtDesk, own: InPortal, reader: Reader) -> Answer<Json<FrontBody>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let front = Front::of(&grant).await?;
    let texts = reader.texts;
    let meeting = |meeting: told::Contact| MeetingBody {
        on: meeting.on,
        at: meeting.at,
        kind: texts.t(meeting.kind_key),
    };
    Ok(Json(FrontBody {
        periods: periods(texts, front.periods),
        meetings: front.coming.meetings.into_iter().map(meeting).collect(),
        agreed: front
            .coming
            .agreed
            .into_iter()
            .map(|(what, by)| AgreedBody { what, by })
            .collect(),
        responsible: front.responsible,
        consents: front.consents,
    }))
}

pub(super) async fn data(visit: AtDesk, own: InPortal, reader: Reader) -> Answer<Json<DataBody>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let sections = data::sections(&grant, reader.texts).await?;
    let body = |(section, items): (polku_profile::Section, Vec<PackedItem>)| SectionBody {
        section: section.key().to_owned(),
        items,
    };
    Ok(Json(DataBody {
        sections: sections.into_iter().map(body).collect(),
    }))
}

pub(super) async fn plan(visit: AtDesk, own: InPortal, reader: Reader) -> Answer<Json<PlanBody>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let told = plan::told(&grant).await?;
    let goal = |goal: told::Goal| GoalBody {
        title: goal.title,
        step: goal.level,
        target: goal.target,
        standing: match goal.standing {
            told::Standing::Open => "open",
            told::Standing::Reached => "reached",
            told::Standing::Dropped => "dropped",
        },
    };
    Ok(Json(PlanBody {
        periods: periods(reader.texts, told.periods),
        goals: told.goals.into_iter().map(goal).collect(),
    }))
}

pub(super) async fn attendance(
    visit: AtDesk,
    own: InPortal,
    Query(asked): Query<attendance::Asked>,
) -> Answer<Json<MonthBody>> {
    let month = asked.month(visit.today())?;
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let month = OwnMonth::of(&grant, month).await?;
    let figures = month.figures.unwrap_or_default();
    let days = month
        .days
        .into_iter()
        .filter(|day| day.cell.mark != Mark::NotADay);
    Ok(Json(MonthBody {
        month: month.month,
        attended: figures.attended,
        minutes: figures.minutes,
        percent: figures.percent,
        days: days
            .map(|day| DayBody {
                on: day.date,
                mark: day.cell.mark,
            })
            .collect(),
    }))
}

pub(super) async fn consents(visit: AtDesk, own: InPortal) -> Answer<Json<Vec<ConsentBody>>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    Ok(Json(own_consents::bodies(&grant).await?))
}

pub(super) async fn give(
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    JsonBody(input): JsonBody<ConsentInput>,
) -> Answer {
    let how = identified(own.manner);
    let id = own_consents::give(&visit, reader.texts, own.subject, &input, how).await?;
    let location = [(header::LOCATION, format!("{API}/own/consents/{id}"))];
    Ok((StatusCode::CREATED, location).into_response())
}

pub(super) async fn withdraw(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer {
    own_consents::withdraw(&visit, own.subject, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(super) async fn looks(
    visit: AtDesk,
    own: InPortal,
    Query(asked): Query<looks::Asked>,
) -> Answer<Json<LooksBody>> {
    let before = asked.before()?;
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let page = Looks::of(&grant, before, looks::Whose::All).await?;
    Ok(Json(LooksBody {
        looks: page.looks.into_iter().map(LookBody::from).collect(),
        older: page.older,
    }))
}

pub(super) async fn proofs(
    visit: AtDesk,
    own: InPortal,
    Query(asked): Query<looks::Asked>,
) -> Answer<Json<ProvenLooks>> {
    let before = asked.before()?;
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let proven = grant.proven_looks(before, ON_A_PAGE).await?;
    grant.shown(&json!({ "proofs": proven.looks.len() }));
    Ok(Json(proven))
}

pub(super) async fn sessions(
    State(app): State<App>,
    visit: AtDesk,
    own: InPortal,
) -> Answer<Json<Vec<SessionBody>>> {
    // Whose they are is looked at like everything else: a portal that was closed lists nothing.
    let grant = visit.open::<Client, Read>(own.subject).await?;
    drop(grant);
    let sessions = app.desk.portal_sessions(&own).await?;
    let body = |session: ListedPortalSession| SessionBody {
        session: session.session,
        device: session.device,
        manner: session.manner,
        began_at: session.began_at,
        last_seen_at: session.last_seen_at,
    };
    Ok(Json(sessions.into_iter().map(body).collect()))
}

pub(super) async fn end(
    State(app): State<App>,
    own: InPortal,
    Path(session): Path<SessionId>,
) -> Answer<Response> {
    app.desk.end_portal_session(&own, session).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
