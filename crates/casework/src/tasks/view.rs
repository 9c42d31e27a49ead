//! How tasks look.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Dot, Empty, Pagination, Paper, Row, Tab, Tag, action_bar, rows, tabs},
    form::{Choice, Form, FormState},
    format, html,
};
use uuid::Uuid;

use super::{
    list::{After, Whose},
    rules::{self, When},
    store::Worker,
    task::{NamedTask, Source, State, Task},
};

/// What the page of tasks shows.
pub(super) struct ListPage {
    pub(super) whose: Whose,
    pub(super) today: Date,
    pub(super) tasks: Vec<NamedTask>,
    pub(super) more: Option<After>,
    pub(super) settled: Vec<NamedTask>,
}

/// Where a tick leads back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Back {
    /// To the list of tasks.
    Tasks,
    /// To the client's contacts and tasks.
    Client,
}

/// The page on which a client's tasks stand.
pub(super) fn client_address(client: SubjectId) -> String {
    format!("/clients/{client}/contacts")
}

/// Tasks by how soon they fall due, and below them those that were done lately.
pub(super) fn list(texts: Texts, page: &ListPage) -> Markup {
    let is_empty = page.tasks.is_empty();
    let groups = rules::grouped(page.tasks.iter().collect(), page.today, |named| named.task.due_on);
    let older = page
        .more
        .map(|after| format!("/tasks?whose={}&after={after}", name_of(page.whose)));
    let pages = Pagination {
        older,
        ..Pagination::default()
    };
    html! {
        (tabs(&texts.t("tasks-whose"), &whose_tabs(texts, page.whose)))
        @if is_empty {
            (Paper::bare().with(Empty::new(texts.t("tasks-none"))
                .first_step(Button::link("/clients", texts.t("tasks-first-step")))))
        }
        @for (when, tasks) in groups {
            (Paper::new(texts.t(when.key())).note(tasks.len()).with(
                rows(tasks.into_iter().map(|named| named_row(texts, named, page.whose, page.today)))
            ))
        }
        (pages.render(texts))
        @if !page.settled.is_empty() {
            (Paper::new(texts.t("tasks-settled-lately")).id("settled").with(
                rows(page.settled.iter().map(|named| named_row(texts, named, Whose::Mine, page.today)))
            ))
        }
    }
}

/// A client's tasks: open ones first, then those settled lately.
pub(crate) fn of_client(
    texts: Texts,
    client: SubjectId,
    tasks: &[Task],
    today: Date,
    may_write: bool,
) -> Markup {
    let mut paper = Paper::new(texts.t("tasks-title")).id("tasks");
    if may_write {
        let new = Button::link(format!("/clients/{client}/tasks/new"), texts.t("tasks-new"));
        paper = paper.action(new.tiny());
    }
    paper.with(html! {
        @if tasks.is_empty() { (Empty::new(texts.t("tasks-client-none"))) }
        (rows(tasks.iter().map(|task| {
            let row = state_dot(texts, task, Row::new(html! { (task.title.title) }))
                .words(html! { (marks(texts, task, today)) " " (task.responsible_name) });
            if may_write { with_actions(texts, row, client, task, Back::Client) } else { row }
        })))
    })
}

fn whose_tabs(texts: Texts, current: Whose) -> [Tab; 2] {
    [Whose::Mine, Whose::Everybody].map(|whose| {
        let key = match whose {
            Whose::Mine => "tasks-mine",
            Whose::Everybody => "tasks-everybodys",
        };
        Tab::new(format!("/tasks?whose={}", name_of(whose)), texts.t(key)).current(whose == current)
    })
}

pub(super) const fn name_of(whose: Whose) -> &'static str {
    match whose {
        Whose::Mine => "mine",
        Whose::Everybody => "everybody",
    }
}

fn named_row(texts: Texts, named: &NamedTask, whose: Whose, today: Date) -> Row {
    let (task, client) = (&named.task, named.task.owner);
    let row = state_dot(texts, task, Row::link(client_address(client), &named.name)).words(html! {
        (task.title.title) " " (marks(texts, task, today))
        @if whose == Whose::Everybody { " " (task.responsible_name) }
    });
    with_actions(texts, row, client, task, Back::Tasks)
}

fn state_dot(texts: Texts, task: &Task, row: Row) -> Row {
    match task.state {
        State::Open => row.dot(Dot::Open, texts.t("tasks-state-open")),
        State::Done => row.dot(Dot::Full, texts.t("tasks-state-done")),
        State::Dropped => row.dot(Dot::Barred, texts.t("tasks-state-dropped")),
    }
}

/// The day, as a tag that says whether it has passed, and what the task comes from.
fn marks(texts: Texts, task: &Task, today: Date) -> Markup {
    let day = format::near_date(texts, task.due_on, today);
    let due = texts.with("common-due", &[("date", day.clone().into())]);
    html! {
        @if task.state == State::Open {
            @match When::of(task.due_on, today) {
                When::Overdue => (Tag::over(texts.with("common-days-late", &[("days", late(task.due_on, today).into())]))),
                When::Today => (Tag::due(day)),
                When::ThisWeek | When::Later => (Tag::plain(due)),
            }
        }
        @if task.source != Source::Manual { " " (Tag::plain(texts.t(source_key(task.source)))) }
    }
}

fn late(due_on: Date, today: Date) -> i64 {
    today.duration_since(due_on).as_hours() / 24
}

const fn source_key(source: Source) -> &'static str {
    match source {
        Source::Contact => "tasks-source-contact",
        Source::PeriodReview => "tasks-source-period-review",
        Source::Manual => "tasks-source-manual",
    }
}

fn with_actions(texts: Texts, row: Row, client: SubjectId, task: &Task, back: Back) -> Row {
    match task.state {
        State::Open => row
            .action(
                Button::link(
                    format!("/clients/{client}/tasks/{}/edit", task.id),
                    texts.t("common-edit"),
                )
                .tiny()
                .about(&task.title.title),
            )
            .action(tick(texts, client, task, "done", "tasks-finish", back)),
        State::Done | State::Dropped => row.action(tick(texts, client, task, "reopen", "common-undo", back)),
    }
}

/// One click that changes where a task stands.
fn tick(texts: Texts, client: SubjectId, task: &Task, step: &str, key: &str, back: Back) -> Markup {
    let back = match back {
        Back::Tasks => "tasks",
        Back::Client => "client",
    };
    html! {
        form method="post" action={ "/clients/" (client) "/tasks/" (task.id) "/" (step) } {
            input type="hidden" name="version" value=(task.version);
            input type="hidden" name="back" value=(back);
            (Button::submit(texts.t(key)).tiny().about(&task.title.title))
        }
    }
}

/// What is stored now, said beside what was typed.
pub(super) fn stored_now(texts: Texts, task: &Task) -> String {
    texts.with(
        "tasks-conflict",
        &[
            ("title", task.title.title.clone().into()),
            ("day", format::date(task.due_on).into()),
            ("name", task.responsible_name.clone().into()),
        ],
    )
}

/// The form of a task.
pub(super) fn form(
    texts: Texts,
    client: SubjectId,
    task: Option<Uuid>,
    workers: &[Worker],
    state: &FormState,
) -> Markup {
    let action = match task {
        Some(id) => format!("/clients/{client}/tasks/{id}"),
        None => format!("/clients/{client}/tasks"),
    };
    let form = Form::post(texts, &action, state);
    let workers = workers
        .iter()
        .map(|worker| Choice::new(worker.account.to_string(), &worker.name));
    let mut buttons = vec![Button::submit(texts.t("common-save")).main()];
    if let Some(id) = task {
        let drop = Button::submit(texts.t("tasks-drop")).to(format!("/clients/{client}/tasks/{id}/drop"));
        buttons.push(drop.named("back", "client"));
    }
    buttons.push(Button::link(client_address(client), texts.t("common-cancel")));
    Paper::bare().with_inside(form.with(html! {
        @if task.is_some() { (form.hidden("version", state.value("version"))) }
        (form.text("title", texts.t("tasks-what")).autocomplete("off").max_length(300).autofocus())
        (form.date("due_on", texts.t("tasks-due-on")).help(texts.t("tasks-due-on-help")))
        (form.select("responsible", texts.t("tasks-responsible"), workers))
        (action_bar(buttons))
    }))
}
