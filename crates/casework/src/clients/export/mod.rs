//! The list of clients as a file: those whom the visitor may take out, narrowed as the list is, in the columns chosen.

mod choice;
mod columns;

use std::collections::HashMap;

use polku_desk::{
    Identity, SubjectId, Visit,
    access::{AccessSpec, Action, Resource, Role},
    database::ListStatement,
    params, statements,
};
use polku_pages::{
    Markup, Texts,
    form::{Choice, FormState},
};
use polku_print::Table;
use polku_web::{Answer, ApiDoc, AtDesk, Failure, Fields, JsonBody, Method, Query, Reader, Response, Routes};
use serde::Deserialize;
use serde_json::json;

use self::{
    choice::{Chosen, ClientsExport},
    columns::{Column, Row},
};
use super::{
    list::{self, Show},
    list_view::Group,
    summary,
};
use crate::exports::{self, ExportForm, download};

/// What an export of clients touches.
const EXPORT: AccessSpec =
    AccessSpec::people(Action::Export, &[Resource::Identity, Resource::Service]).after_step_up();

/// As many clients are read together.
const AT_ONCE: usize = 5_000;

statements! {
    /// Everybody whom the visitor may take out.
    listed(Identity) EVERYONE = "SELECT s.id AS subject FROM subject s WHERE s.register = :register \
        AND s.kind = 'client' AND {visible}";
    /// Names, codes and contacts.
    listed(Identity) IDENTITIES = "SELECT i.subject AS subject, i.id AS id, i.version AS version, i.sealed AS sealed \
        FROM identity i JOIN subject s ON s.register = i.register AND s.id = i.subject \
        WHERE i.register = :register AND {visible}";
}

/// The routes.
pub(super) fn routes() -> Routes {
    let doc = ApiDoc::new("The clients as a CSV or XLSX file").takes::<ClientsExport>();
    Routes::new()
        .page(Method::GET, "/clients/export", exports::CHOOSE, choose)
        .page(Method::POST, "/clients/export", EXPORT, export)
        .api(Method::POST, "/clients/export", EXPORT, doc, api)
}

/// How the list was narrowed when the form was asked for: ids and words of ours.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    show: String,
    group: String,
}

async fn choose(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let mut state = exports::form::fresh(Some(all_clients(&visit).await?));
    state.set(
        "show",
        if asked.show.is_empty() {
            Show::All.name()
        } else {
            &asked.show
        },
    );
    state.set("group", asked.group);
    let profile = visit.profile()?;
    let usual = Column::of(&profile).filter(|column| column.is_usual());
    state.set_all("columns", usual.map(|column| column.name().to_owned()).collect());
    let body = form(&visit, reader.texts, &state).await?;
    Ok(reader.page("export-clients-title", &heading(reader.texts), body))
}

async fn export(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match file(&visit, reader.texts, &fields.read()?).await {
        Err(Failure::Invalid(wrong)) => {
            let state = fields.with_errors(&reader, &wrong);
            let body = form(&visit, reader.texts, &state).await?;
            Ok(reader.page_to_mend("export-clients-title", &[], &heading(reader.texts), body))
        }
        done => done,
    }
}

async fn api(visit: AtDesk, reader: Reader, JsonBody(input): JsonBody<ClientsExport>) -> Answer<Response> {
    file(&visit, reader.texts, &input).await
}

async fn file(visit: &Visit, texts: Texts, input: &ClientsExport) -> Answer<Response> {
    let chosen = input.check(&*visit.profile()?).map_err(Failure::Invalid)?;
    let table = table(visit, texts, &chosen).await?;
    let name = texts.t("export-clients-file");
    download(texts, table, chosen.format, &name, visit.now()).await
}

/// The table of the clients chosen, in the alphabetical order of their names. What is sealed is opened for some at a time,
/// so that a large register does not lie open in memory as a whole.
async fn table(visit: &Visit, texts: Texts, chosen: &Chosen) -> Answer<Table> {
    let (statement, asked) = list::narrowed(chosen.show, chosen.group).unwrap_or((EVERYONE, params! {}));
    let people = listed(visit, statement, asked, chosen).await?;
    chosen.format.holds(people.len())?;
    let columns = chosen.columns.iter().map(|column| column.head(texts)).collect();
    let mut table = Table::new(texts.t("export-clients-sheet"), columns);
    for part in people.chunks(AT_ONCE) {
        for row in rows(visit, part).await? {
            let cells = chosen.columns.iter().map(|column| column.cell(&row, texts));
            let added = table.push(cells.collect());
            added.map_err(|error| Failure::Internal(error.to_string()))?;
        }
    }
    Ok(table)
}

/// What is known of some of those who were listed, in their order.
async fn rows(visit: &Visit, people: &[SubjectId]) -> Answer<Vec<Row>> {
    let sealed = visit.rows_about(IDENTITIES, people, params! {}).await?;
    let mut known = HashMap::with_capacity(people.len());
    for row in &sealed.rows {
        known.insert(row.subject, sealed.open::<Identity>(row)?);
    }
    let summaries = summary::of(visit, people).await?.into_iter();
    Ok(summaries
        .filter_map(|summary| {
            let identity = known.remove(&summary.client)?;
            Some(Row { identity, summary })
        })
        .collect())
}

/// Those whom a statement lists. The entry in the log names the columns, since a code weighs more than a name.
async fn listed(
    visit: &Visit,
    statement: ListStatement,
    asked: polku_desk::database::Params,
    chosen: &Chosen,
) -> Answer<Vec<SubjectId>> {
    let listed = visit.list(statement, asked).await?;
    let columns: Vec<&str> = chosen.columns.iter().map(|column| column.name()).collect();
    listed.shown(&json!({ "columns": columns, "format": chosen.format.name() }));
    Ok(visit.in_order(listed.rows.iter().map(|row| row.subject)))
}

/// How many there are before the list is narrowed: a number, which shows nobody.
async fn all_clients(visit: &Visit) -> Answer<usize> {
    let number = visit.count_visible(Resource::Identity).await?;
    Ok(usize::try_from(number).unwrap_or(0))
}

async fn form(visit: &Visit, texts: Texts, state: &FormState) -> Answer<Markup> {
    let form = ExportForm {
        texts,
        action: "/clients/export",
        state,
        own_only: visit.role() == Role::Coach,
        rows: Some(all_clients(visit).await?),
    };
    let groups = list::groups(visit).await?;
    let columns: Vec<Column> = Column::of(&*visit.profile()?).collect();
    Ok(form.with(&fields(&form, visit.role(), &groups, &columns)))
}

fn fields(form: &ExportForm<'_>, role: Role, groups: &[Group], columns: &[Column]) -> Markup {
    let (texts, fields) = (form.texts, form.fields());
    let shows = Show::ALL
        .iter()
        .filter(|show| role == Role::Coach || **show != Show::Mine)
        .map(|show| Choice::new(show.name(), texts.t(&format!("client-list-{show}"))));
    let groups = groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), &group.name));
    let columns = columns
        .iter()
        .map(|column| Choice::new(column.name(), texts.t(&format!("export-column-{column}"))));
    polku_pages::html! {
        (fields.radios("show", texts.t("export-clients-which"), shows).side_by_side())
        (fields.select("group", texts.t("client-list-group"), groups).help(texts.t("export-group-help")).optional())
        (fields.checkboxes("columns", texts.t("export-columns"), columns).help(texts.t("export-columns-help")))
    }
}

fn heading(texts: Texts) -> polku_pages::frame::Heading {
    exports::form::heading(texts, "export-clients-title", "/clients", "nav-clients")
}
