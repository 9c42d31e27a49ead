//! Tasks for programs.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{AccountId, Client, Read, SubjectId};
use polku_web::{
    Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, Query, StatusCode, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    change,
    input::TaskInput,
    list::{self, After},
    page::Asked,
    rules::Step,
    store,
    task::{Source, State, Task},
};

/// A task.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TaskDocument {
    /// Its id.
    id: Uuid,
    /// Whom it concerns.
    client: SubjectId,
    /// How many times it was stored: for If-Match.
    version: i64,
    /// What is to be done.
    title: String,
    /// By which day.
    due_on: Date,
    /// By whom: an account.
    responsible: AccountId,
    /// As colleagues know that worker.
    responsible_name: String,
    /// Where it stands.
    state: State,
    /// What it comes from.
    source: Source,
    /// The contact that it follows from.
    contact: Option<Uuid>,
    /// When it was done or dropped.
    settled_at: Option<Timestamp>,
}

/// Tasks by their day.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TasksDocument {
    /// The most urgent first.
    tasks: Vec<TaskDocument>,
    /// What to ask `after` for the next page; nothing on the last one.
    next: Option<String>,
}

/// Where a task is to stand.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
pub(super) struct StateInput {
    /// `open`, `done` or `dropped`.
    state: State,
}

impl From<Task> for TaskDocument {
    fn from(task: Task) -> Self {
        Self {
            id: task.id,
            client: task.owner,
            version: task.version,
            title: task.title.title,
            due_on: task.due_on,
            responsible: task.responsible,
            responsible_name: task.responsible_name,
            state: task.state,
            source: task.source,
            contact: task.contact,
            settled_at: task.settled_at,
        }
    }
}

/// Open tasks across clients.
pub(super) async fn list(visit: AtDesk, Query(asked): Query<Asked>) -> Answer {
    let limit = asked.limit();
    let tasks = list::open(&visit, asked.whose(), Date::MAX, asked.after(), limit).await?;
    let next = tasks
        .last()
        .filter(|_| i64::try_from(tasks.len()) == Ok(limit))
        .map(|last| {
            let (due_on, id) = (last.task.due_on, last.task.id);
            After { due_on, id }.to_string()
        });
    let tasks = tasks.into_iter().map(|named| named.task.into()).collect();
    Ok(Json(TasksDocument { tasks, next }).into_response())
}

/// A client's open tasks and those settled lately.
pub(super) async fn of_client(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let tasks = store::current(&grant).await?;
    let tasks = tasks.into_iter().map(TaskDocument::from).collect();
    Ok(Json(TasksDocument { tasks, next: None }).into_response())
}

/// One task.
pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let task = store::one(&grant, id).await?;
    let tag = EntityTag(task.version);
    Ok(tag.on(Json(TaskDocument::from(task)).into_response()))
}

/// Writes a task down.
pub(super) async fn add(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<TaskInput>,
) -> Answer {
    let id = change::add(&visit, client, &input).await?;
    let place = format!("/api/v1/clients/{client}/tasks/{id}");
    Ok(EntityTag(1).on((StatusCode::CREATED, [(header::LOCATION, place)]).into_response()))
}

/// Changes a task.
pub(super) async fn edit(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<TaskInput>,
) -> Answer {
    change::edit(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}

/// Changes where a task stands.
pub(super) async fn set_state(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<StateInput>,
) -> Answer {
    let step = match input.state {
        State::Open => Step::Reopen,
        State::Done => Step::Finish,
        State::Dropped => Step::Drop,
    };
    change::take(&visit, client, id, seen, step)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}
