//! Open tasks as a file.

use jiff::civil::Date;
use polku_desk::{
    Visit,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_pages::{
    Markup, Texts,
    form::{Choice, FormState},
    frame::Heading,
    html,
};
use polku_print::{Column, Kind, Table};
use polku_web::{
    Answer, ApiDoc, AtDesk, Failure, Fields, JsonBody, Method, Query, Reader, Response, Routes, ToMend,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    list::{self, After, PAGE, Whose},
    task::NamedTask,
};
use crate::exports::{
    self, ExportForm, Format, download,
    form::{Wrong, check_format},
};

/// What an export of tasks touches.
const EXPORT: AccessSpec =
    AccessSpec::people(Action::Export, &[Resource::Contacts, Resource::Identity]).after_step_up();

/// The routes.
pub(super) fn routes() -> Routes {
    let doc = ApiDoc::new("Open tasks as a CSV or XLSX file").takes::<TasksExport>();
    Routes::new()
        .page(Method::GET, "/tasks/export", exports::CHOOSE, choose)
        .page(Method::POST, "/tasks/export", EXPORT, export)
        .api(Method::POST, "/tasks/export", EXPORT, doc, api)
}

/// What is chosen, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
struct TasksExport {
    /// `mine` or `everybody`; one's own when empty.
    whose: String,
    /// `xlsx` or `csv`.
    format: String,
}

impl TasksExport {
    fn check(&self) -> Result<(Whose, Format), Wrong> {
        let mut wrong = ToMend::default();
        let whose = match self.whose.as_str() {
            "" | "mine" => Some(Whose::Mine),
            "everybody" => Some(Whose::Everybody),
            _ => wrong.keep("whose", Err("export-show-unknown")),
        };
        let format = check_format(&mut wrong, &self.format);
        wrong.finish(|| Some((whose?, format?)))
    }
}

/// Whose tasks were looked at when the form was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    whose: String,
}

async fn choose(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let mut state = exports::form::fresh(None);
    state.set(
        "whose",
        if asked.whose.is_empty() {
            "mine"
        } else {
            &asked.whose
        },
    );
    let body = form(reader.texts, visit.role(), &state);
    Ok(reader.page("export-tasks-title", &heading(reader.texts), body))
}

async fn export(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match file(&visit, reader.texts, &fields.read()?).await {
        Err(Failure::Invalid(wrong)) => {
            let body = form(reader.texts, visit.role(), &fields.with_errors(&reader, &wrong));
            Ok(reader.page_to_mend("export-tasks-title", &[], &heading(reader.texts), body))
        }
        done => done,
    }
}

async fn api(visit: AtDesk, reader: Reader, JsonBody(input): JsonBody<TasksExport>) -> Answer<Response> {
    file(&visit, reader.texts, &input).await
}

async fn file(visit: &Visit, texts: Texts, input: &TasksExport) -> Answer<Response> {
    let (whose, format) = input.check().map_err(Failure::Invalid)?;
    let table = table(visit, texts, whose, format).await?;
    let name = texts.t("export-tasks-file");
    download(texts, table, format, &name, visit.now()).await
}

/// All open tasks by their day, read a page at a time, and no further than the file holds.
async fn table(visit: &Visit, texts: Texts, whose: Whose, format: Format) -> Answer<Table> {
    let mut table = Table::new(texts.t("export-tasks-sheet"), columns(texts));
    let mut after = None;
    loop {
        let page = list::open(visit, whose, Date::MAX, after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(table);
        };
        after = Some(After {
            due_on: last.task.due_on,
            id: last.task.id,
        });
        for named in page {
            let row = row(texts, named);
            table
                .push(row)
                .map_err(|error| Failure::Internal(error.to_string()))?;
        }
        format.holds(table.rows().len())?;
    }
}

fn columns(texts: Texts) -> Vec<Column> {
    [
        ("export-column-client", Kind::Text),
        ("tasks-what", Kind::Text),
        ("tasks-due-on", Kind::Date),
        ("tasks-responsible", Kind::Text),
        ("export-column-source", Kind::Text),
    ]
    .map(|(key, kind)| Column::new(texts.t(key), kind))
    .into()
}

fn row(texts: Texts, named: NamedTask) -> Vec<polku_print::Cell> {
    let NamedTask { task, name } = named;
    vec![
        name.into(),
        task.title.title.into(),
        task.due_on.into(),
        task.responsible_name.into(),
        texts.t(&format!("tasks-source-{}", task.source)).into(),
    ]
}

fn form(texts: Texts, role: Role, state: &FormState) -> Markup {
    let form = ExportForm {
        texts,
        action: "/tasks/export",
        state,
        own_only: role == Role::Coach,
        rows: None,
    };
    let whose = [("mine", "tasks-mine"), ("everybody", "tasks-everybodys")];
    let whose = whose.map(|(value, key)| Choice::new(value, texts.t(key)));
    form.with(&html! { (form.fields().radios("whose", texts.t("tasks-whose"), whose).side_by_side()) })
}

fn heading(texts: Texts) -> Heading {
    exports::form::heading(texts, "export-tasks-title", "/tasks", "nav-tasks")
}
