//! The marks of a circle between two days as a file. What nobody has marked is not in it.

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    Export, SubjectId, Visit,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_pages::{
    Markup, Texts,
    form::{Choice, FormState},
    format,
    frame::Heading,
    html,
};
use polku_print::{Cell, Column, Kind, Table};
use polku_values::Mark;
use polku_web::{
    Answer, ApiDoc, AtDesk, Failure, Fields, JsonBody, Method, Query, Reader, Response, Routes, ToMend,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    cell::StoredMark,
    circle::{Circle, Circles},
    sheet::habits,
    store, words,
};
use crate::exports::{
    self, ExportForm, Format, download,
    form::{Wrong, check_format},
};

/// What an export of attendance touches.
const EXPORT: AccessSpec =
    AccessSpec::people(Action::Export, &[Resource::Attendance, Resource::Service]).after_step_up();
/// The most days of one file: a year, and the day with which a leap year is longer.
const MOST_DAYS: i32 = 366;

/// The routes.
pub(super) fn routes() -> Routes {
    let doc = ApiDoc::new("The attendance of a group between two days as a CSV or XLSX file")
        .takes::<AttendanceExport>();
    Routes::new()
        .page(Method::GET, "/attendance/export", exports::CHOOSE, choose)
        .page(Method::POST, "/attendance/export", EXPORT, export)
        .api(Method::POST, "/attendance/export", EXPORT, doc, api)
}

/// What is chosen, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
struct AttendanceExport {
    /// The id of a group, or `own` for the clients of a coach who are in none of the coach's groups.
    group: String,
    /// The first day, such as `1.11.2026` or `2026-11-01`.
    from: String,
    /// The last day.
    to: String,
    /// `xlsx` or `csv`.
    format: String,
}

/// What is chosen, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Chosen {
    from: Date,
    to: Date,
    format: Format,
}

impl AttendanceExport {
    fn check(&self, today: Date) -> Result<Chosen, Wrong> {
        let mut wrong = ToMend::default();
        let from = wrong.day("from", &self.from, today);
        let to = wrong.day("to", &self.to, today);
        if let (Some(from), Some(to)) = (from, to) {
            wrong.note("to", days_fit(from, to));
        }
        let format = check_format(&mut wrong, &self.format);
        wrong.finish(|| {
            Some(Chosen {
                from: from?,
                to: to?,
                format: format?,
            })
        })
    }
}

fn days_fit(from: Date, to: Date) -> Result<(), &'static str> {
    match (to - from).get_days() {
        days if days < 0 => Err("export-days-backwards"),
        days if days >= MOST_DAYS => Err("export-days-too-many"),
        _ => Ok(()),
    }
}

/// Which circle was looked at when the form was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    group: String,
}

async fn choose(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let mut state = exports::form::fresh(None);
    let today = visit.today();
    state.set("group", asked.group);
    state.set("from", format::date(today.first_of_month()));
    state.set("to", format::date(today));
    let body = form(&visit, reader.texts, &state).await?;
    Ok(reader.page("export-attendance-title", &heading(reader.texts), body))
}

async fn export(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match file(&visit, reader.texts, &fields.read()?).await {
        Err(Failure::Invalid(wrong)) => {
            let state = fields.with_errors(&reader, &wrong);
            let body = form(&visit, reader.texts, &state).await?;
            Ok(reader.page_to_mend("export-attendance-title", &[], &heading(reader.texts), body))
        }
        done => done,
    }
}

async fn api(visit: AtDesk, reader: Reader, JsonBody(input): JsonBody<AttendanceExport>) -> Answer<Response> {
    file(&visit, reader.texts, &input).await
}

async fn file(visit: &Visit, texts: Texts, input: &AttendanceExport) -> Answer<Response> {
    habits(visit)?;
    let circle = Circles::of(visit, Some(&input.group)).await?.current;
    let chosen = input.check(visit.today()).map_err(Failure::Invalid)?;
    let table = table(visit, texts, circle, &chosen).await?;
    let name = texts.t("export-attendance-file");
    download(texts, table, chosen.format, &name, visit.now()).await
}

/// The marks in the order of names, each client's by day.
async fn table(visit: &Visit, texts: Texts, circle: Circle, chosen: &Chosen) -> Answer<Table> {
    let set = store::open::<Export>(visit, circle, chosen.from, chosen.to).await?;
    let mut marks = store::marks(&set, chosen.from, chosen.to).await?;
    let rows = marks
        .values()
        .filter(|stored| stored.mark != Mark::Expected)
        .count();
    chosen.format.holds(rows)?;
    let mut table = Table::new(texts.t("export-attendance-sheet"), columns(texts));
    for client in visit.in_order(set.subjects().iter().copied()) {
        let mut days: Vec<(Date, StoredMark)> = marks
            .extract_if(|(marked, _), _| *marked == client)
            .map(|((_, day), stored)| (day, stored))
            .collect();
        days.sort_by_key(|(day, _)| *day);
        let name = name(visit, client);
        for (day, stored) in days
            .into_iter()
            .filter(|(_, stored)| stored.mark != Mark::Expected)
        {
            let row = row(texts, &name, day, stored);
            table
                .push(row)
                .map_err(|error| Failure::Internal(error.to_string()))?;
        }
    }
    Ok(table)
}

fn name(visit: &Visit, client: SubjectId) -> String {
    visit.name_of(client).unwrap_or_default()
}

fn columns(texts: Texts) -> Vec<Column> {
    [
        ("export-column-client", Kind::Text),
        ("export-column-day", Kind::Date),
        ("export-column-mark", Kind::Text),
        ("export-column-hours", Kind::Minutes),
        ("export-column-marked-by", Kind::Text),
        ("export-column-marked-on", Kind::Date),
    ]
    .map(|(key, kind)| Column::new(texts.t(key), kind))
    .into()
}

fn row(texts: Texts, name: &str, day: Date, stored: StoredMark) -> Vec<Cell> {
    let hours = match stored.mark {
        Mark::Present { minutes } => Cell::Minutes(minutes.0.into()),
        _ => Cell::Empty,
    };
    vec![
        name.into(),
        day.into(),
        words::shown(stored.mark).word(texts).into(),
        hours,
        stored.by.into(),
        marked_on(stored.at).into(),
    ]
}

fn marked_on(at: Timestamp) -> Date {
    format::finnish_time(at).date()
}

async fn form(visit: &Visit, texts: Texts, state: &FormState) -> Answer<Markup> {
    habits(visit)?;
    let circles = Circles::of(visit, None).await?;
    let own = circles
        .own
        .then(|| Choice::new(Circle::Own.to_string(), texts.t("attendance-title-own")));
    let groups = circles.groups.iter();
    let groups = groups.map(|group| Choice::new(Circle::Group(group.id).to_string(), &group.name));
    let form = ExportForm {
        texts,
        action: "/attendance/export",
        state,
        own_only: visit.role() == Role::Coach,
        rows: None,
    };
    let fields = form.fields();
    Ok(form.with(&html! {
        (fields.select("group", texts.t("client-list-group"), groups.chain(own)))
        (fields.date("from", texts.t("export-from")))
        (fields.date("to", texts.t("export-to")))
    }))
}

fn heading(texts: Texts) -> Heading {
    exports::form::heading(texts, "export-attendance-title", "/attendance", "nav-attendance")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed(from: &str, to: &str) -> Result<Chosen, Vec<&'static str>> {
        let input = AttendanceExport {
            from: from.to_owned(),
            to: to.to_owned(),
            format: "csv".to_owned(),
            ..AttendanceExport::default()
        };
        let keys = |wrong: Wrong| wrong.iter().map(|invalid| invalid.key).collect();
        input.check(date(2026, 11, 23)).map_err(keys)
    }

    #[test]
    fn a_file_holds_a_year_at_most_b6() {
        assert!(typed("1.1.2026", "31.12.2026").is_ok());
        assert!(typed("23.11.2026", "23.11.2026").is_ok());
        assert_eq!(typed("1.1.2025", "31.12.2026"), Err(vec!["export-days-too-many"]));
        assert_eq!(
            typed("2.11.2026", "1.11.2026"),
            Err(vec!["export-days-backwards"])
        );
    }
}
