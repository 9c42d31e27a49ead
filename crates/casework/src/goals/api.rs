//! Goals over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_web::{API, Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    goal::{Event, EventKind, Goal, GoalState, Step},
    input::{GoalInput, ProgressInput, StateInput},
    kept, store,
};

/// A goal.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GoalBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// The goal in a few words.
    title: String,
    /// What it means, and how one sees that it is reached.
    description: String,
    /// The step that the client should come to.
    target: Step,
    /// The step that the client has come to.
    level: Step,
    /// Whether it is worked towards.
    state: GoalState,
    /// The period that it belongs to; null when it is the client's.
    period: Option<Uuid>,
    /// Since when.
    opened_on: Date,
    /// When it was reached or dropped.
    closed_on: Option<Date>,
}

/// A goal and what has happened to it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GoalWithHistory {
    /// The goal.
    goal: GoalBody,
    /// What has happened to it, the latest first.
    history: Vec<EventBody>,
}

/// Something that happened to a goal.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EventBody {
    /// What.
    kind: EventKind,
    /// The step after it.
    level: Step,
    /// On which day.
    dated: Date,
    /// What was noted.
    note: String,
    /// The diary entries that show it.
    evidence: Vec<Uuid>,
    /// The title that was replaced.
    earlier_title: Option<String>,
    /// The description that was replaced.
    earlier_description: Option<String>,
    /// Who wrote it.
    written_by: String,
    /// When.
    written_at: Timestamp,
}

impl From<Goal> for GoalBody {
    fn from(goal: Goal) -> Self {
        Self {
            id: goal.id,
            version: goal.version,
            title: goal.aim.words.title,
            description: goal.aim.words.description,
            target: goal.aim.target,
            level: goal.level,
            state: goal.state,
            period: goal.aim.period,
            opened_on: goal.opened_on,
            closed_on: goal.closed_on,
        }
    }
}

impl From<Event> for EventBody {
    fn from(event: Event) -> Self {
        let earlier = event.words.earlier.map(|earlier| earlier.words);
        Self {
            kind: event.kind,
            level: event.level,
            dated: event.dated,
            note: event.words.note,
            evidence: event.words.evidence,
            earlier_title: earlier.as_ref().map(|words| words.title.clone()),
            earlier_description: earlier.map(|words| words.description),
            written_by: event.written_by,
            written_at: event.written_at,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<GoalBody>>> {
    let grant = open(&visit, client).await?;
    let goals = store::all(&grant).await?;
    Ok(Json(goals.into_iter().map(GoalBody::from).collect()))
}

pub(super) async fn set(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<GoalInput>,
) -> Answer {
    let id = change::set(&visit, client, &input).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let body = GoalBody::from(store::one(&open(&visit, client).await?, id).await?);
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let grant = open(&visit, client).await?;
    let goal = store::one(&grant, id).await?;
    let version = goal.version;
    let body = GoalWithHistory {
        goal: GoalBody::from(goal),
        history: store::events(&grant, id)
            .await?
            .into_iter()
            .map(EventBody::from)
            .collect(),
    };
    Ok(EntityTag(version).on(Json(body).into_response()))
}

pub(super) async fn reword(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<GoalInput>,
) -> Answer {
    change::reword(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, client, id).await
}

pub(super) async fn progress(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<ProgressInput>,
) -> Answer {
    change::progress(&visit, client, id, &input).await?;
    now(&visit, client, id).await
}

pub(super) async fn state(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<StateInput>,
) -> Answer {
    change::turn(&visit, client, id, &input).await?;
    now(&visit, client, id).await
}

/// The goal as it is after the change.
async fn now(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer {
    let body = GoalBody::from(store::one(&open(visit, client).await?, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}
