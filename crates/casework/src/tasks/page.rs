//! The pages of tasks.

use jiff::civil::Date;
use polku_desk::{Client, DeskError, Read, SubjectId, Visit};
use polku_pages::{components::Button, form::FormState, format, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    change,
    input::TaskInput,
    list::{self, After, Whose},
    rules::Step,
    store,
    view::{self, ListPage},
};
use crate::exports;

/// What an address may say of a list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// `mine` or `everybody`.
    pub(super) whose: Option<String>,
    /// The last task of the page before.
    pub(super) after: Option<String>,
    /// At most so many.
    pub(super) limit: Option<String>,
}

impl Asked {
    pub(super) fn whose(&self) -> Whose {
        match self.whose.as_deref() {
            Some("everybody") => Whose::Everybody,
            _ => Whose::Mine,
        }
    }

    pub(super) fn after(&self) -> Option<After> {
        self.after.as_deref().and_then(After::parse)
    }

    pub(super) fn limit(&self) -> i64 {
        let limit = self.limit.as_deref().and_then(|limit| limit.parse().ok());
        limit.unwrap_or(list::PAGE).clamp(1, list::PAGE)
    }
}

/// Tasks by how soon they fall due.
pub(super) async fn list(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let (texts, whose) = (reader.texts, asked.whose());
    let tasks = list::open(&visit, whose, Date::MAX, asked.after(), list::PAGE).await?;
    let page = ListPage {
        whose,
        today: visit.today(),
        more: (tasks.len() == usize::try_from(list::PAGE).unwrap_or(usize::MAX))
            .then(|| tasks.last())
            .flatten()
            .map(|last| After {
                due_on: last.task.due_on,
                id: last.task.id,
            }),
        tasks,
        settled: list::settled_lately(&visit).await?,
    };
    let due = list::due_count(&visit, visit.today()).await?;
    let mut heading = Heading::new(texts.t("tasks-title"))
        .subtitle(texts.with("tasks-due-count", &[("count", due.into())]));
    if exports::CHOOSE.admits(visit.role()) {
        let href = format!("/tasks/export?whose={}", view::name_of(whose));
        heading = heading.action(Button::link(href, texts.t("export-link")));
    }
    Ok(reader.page("tasks-title", &heading, view::list(texts, &page)))
}

/// The form of a new task.
pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let mut state = FormState::new();
    state.set("responsible", visit.account().to_string());
    let (heading, body) = form(&visit, &reader, client, None, &state).await?;
    Ok(reader.page("tasks-new", &heading, body))
}

/// Writes a task down.
pub(super) async fn add(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match change::add(&visit, client, &fields.read::<TaskInput>()?).await {
        Ok(_) => Ok(flash(&view::client_address(client), "tasks-added")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let (heading, body) = form(&visit, &reader, client, None, &state).await?;
            Ok(reader.page_to_mend("tasks-new", &[], &heading, body))
        }
        Err(failure) => Err(failure),
    }
}

/// The form of a task that is there.
pub(super) async fn edit(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let task = store::one(&visit.open::<Client, Read>(client).await?, id).await?;
    let mut state = FormState::new();
    state.set("title", &task.title.title);
    state.set("due_on", format::date(task.due_on));
    state.set("responsible", task.responsible.to_string());
    state.set("version", task.version.to_string());
    let (heading, body) = form(&visit, &reader, client, Some(id), &state).await?;
    Ok(reader.page("tasks-edit", &heading, body))
}

/// Changes a task.
pub(super) async fn save(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: TaskInput = fields.read()?;
    let state = match change::edit(&visit, client, id, seen(&fields)?, &input).await {
        Ok(()) => return Ok(flash(&view::client_address(client), "tasks-changed")),
        Err(Failure::Invalid(invalid)) => fields.with_errors(&reader, &invalid),
        Err(Failure::Desk(DeskError::Conflict)) => {
            let mut state = fields.0;
            let stored = store::one(&visit.open::<Client, Read>(client).await?, id).await?;
            state.set("version", stored.version.to_string());
            state.error("", view::stored_now(reader.texts, &stored));
            state
        }
        Err(failure) => return Err(failure),
    };
    let (heading, body) = form(&visit, &reader, client, Some(id), &state).await?;
    Ok(reader.page_to_mend("tasks-edit", &[], &heading, body))
}

/// Ticks a task done.
pub(super) async fn finish(visit: AtDesk, path: Path<(SubjectId, Uuid)>, fields: Fields) -> Answer {
    step(&visit, path, &fields, Step::Finish, "tasks-finished").await
}

/// Drops a task that is not needed.
pub(super) async fn drop(visit: AtDesk, path: Path<(SubjectId, Uuid)>, fields: Fields) -> Answer {
    step(&visit, path, &fields, Step::Drop, "tasks-dropped").await
}

/// Takes back that a task was done or dropped.
pub(super) async fn reopen(visit: AtDesk, path: Path<(SubjectId, Uuid)>, fields: Fields) -> Answer {
    step(&visit, path, &fields, Step::Reopen, "tasks-reopened").await
}

async fn step(
    visit: &Visit,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: &Fields,
    step: Step,
    told: &'static str,
) -> Answer {
    change::take(visit, client, id, seen(fields)?, step).await?;
    let back = match fields.0.value("back") {
        "today" => "/".to_owned(),
        "client" => view::client_address(client),
        _ => "/tasks".to_owned(),
    };
    Ok(flash(&back, told))
}

/// The version that a page showed.
fn seen(fields: &Fields) -> Result<i64, Failure> {
    fields
        .0
        .value("version")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks its version"))
}

async fn form(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    task: Option<Uuid>,
    state: &FormState,
) -> Answer<(Heading, polku_pages::Markup)> {
    let grant = visit.open::<Client, Read>(client).await?;
    let workers = store::workers(&grant).await?;
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let title = if task.is_some() { "tasks-edit" } else { "tasks-new" };
    let mut heading = Heading::new(reader.texts.t(title)).back(view::client_address(client), name);
    if task.is_none() {
        heading = heading.action(Button::link("/tasks", reader.texts.t("tasks-title")));
    }
    Ok((heading, view::form(reader.texts, client, task, &workers, state)))
}
