//! The month's sheet as a file: XLSX with a sheet of days and one of corrections, or a PDF.

use polku_casework::{
    attendance::{Circles, habits, words as marks},
    keeping::kept,
};
use polku_desk::{Export, Visit};
use polku_pages::{Texts, format};
use polku_print::{Cell, Column, Kind, PrintError, Table};
use polku_profile::RecordKind;
use polku_values::{Mark, dates::Month};
use polku_web::{
    Answer, AtDesk, Failure, Fields, IntoResponse, InvalidField, JsonBody, Reader, Response, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    page, pdf,
    sheet::{MonthSheet, PersonMonth},
    words,
};

/// The MIME type of a workbook.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

polku_desk::named_states! {
    /// The kind of a file.
    enum SheetFormat {
        /// For spreadsheets.
        Xlsx = "xlsx",
        /// For paper.
        Pdf = "pdf",
    }
}

/// Which sheet, and as what.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct FileInput {
    /// The id of a group, or `own` for the clients of a coach who are in none of the coach's groups.
    group: String,
    /// The month, such as `2026-10`.
    month: String,
    /// `xlsx` or `pdf`.
    format: String,
}

pub(super) async fn by_page(visit: AtDesk, reader: Reader, fields: Fields) -> Answer<Response> {
    file(&visit, reader.texts, &fields.read()?).await
}

pub(super) async fn by_program(
    visit: AtDesk,
    reader: Reader,
    JsonBody(input): JsonBody<FileInput>,
) -> Answer<Response> {
    file(&visit, reader.texts, &input).await
}

async fn file(visit: &Visit, texts: Texts, input: &FileInput) -> Answer<Response> {
    kept(visit, RecordKind::Attendance)?;
    habits(visit)?;
    let invalid = |field, key| Failure::Invalid(vec![InvalidField { field, key }]);
    let month: Month = input
        .month
        .parse()
        .map_err(|_| invalid("month", "months-no-such"))?;
    let format = input.format.parse::<SheetFormat>();
    let format = format.map_err(|_| invalid("format", "export-format-missing"))?;
    let circles = Circles::of(visit, Some(&input.group)).await?;
    let sheet = MonthSheet::of_circle::<Export>(visit, circles.current, month).await?;
    match format {
        SheetFormat::Xlsx => {
            let tables = [days(texts, &sheet)?, corrections(texts, &sheet)?];
            let name = format!("{}-{month}", texts.t("months-file-name"));
            workbook(tables.into(), &name, visit.now()).await
        }
        SheetFormat::Pdf => pdf::print(visit, texts, &page::title(texts, &circles, month), &sheet).await,
    }
}

/// Tables as a workbook to keep. The name says nothing of anybody.
pub(crate) async fn workbook(tables: Vec<Table>, name: &str, now: jiff::Timestamp) -> Answer<Response> {
    let made = tokio::task::spawn_blocking(move || polku_print::xlsx(&tables, now)).await;
    let bytes = match made.map_err(|error| Failure::Internal(error.to_string()))? {
        Ok(bytes) => bytes,
        Err(PrintError::TooLarge | PrintError::TextTooLong { .. }) => return Err(Failure::TooLarge),
        Err(error) => return Err(Failure::Internal(error.to_string())),
    };
    let headers = [
        (header::CONTENT_TYPE, XLSX.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.xlsx\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}

fn days(texts: Texts, sheet: &MonthSheet) -> Answer<Table> {
    let mut columns = vec![Column::new(texts.t("attendance-client"), Kind::Text)];
    columns.extend(
        sheet
            .month
            .days()
            .map(|day| Column::new(format::weekday_date(texts.locale(), day), Kind::Text)),
    );
    let sums = [
        ("attendance-attended", Kind::Number),
        ("attendance-hours", Kind::Minutes),
        ("common-mark-sick", Kind::Number),
        ("common-mark-leave", Kind::Number),
        ("common-mark-absent", Kind::Number),
        ("months-planned", Kind::Number),
        ("months-share", Kind::Number),
        ("months-schedule", Kind::Text),
        ("months-confirmed-on", Kind::Date),
    ];
    columns.extend(sums.map(|(key, kind)| Column::new(texts.t(key), kind)));
    let mut table = Table::new(words::month(texts, sheet.month), columns);
    for person in &sheet.people {
        push(&mut table, row(texts, person))?;
    }
    Ok(table)
}

fn row(texts: Texts, person: &PersonMonth) -> Vec<Cell> {
    let number = |number: u32| Cell::Number(f64::from(number));
    let day = |cell: &polku_casework::attendance::Cell| match cell.mark {
        Mark::NotADay => Cell::Empty,
        Mark::Expected => Cell::Text("?".to_owned()),
        _ => Cell::Text(marks::sign(texts.locale(), cell)),
    };
    let (figures, totals) = (&person.figures, &person.figures.totals);
    let confirmed = person.lock.as_ref();
    let mut row = vec![Cell::Text(person.name.clone())];
    row.extend(person.cells.iter().map(day));
    row.extend([
        number(totals.attended),
        Cell::Minutes(totals.minutes),
        number(totals.sick),
        number(totals.permitted),
        number(totals.absent),
        number(figures.planned),
        figures.percent().map_or(Cell::Empty, number),
        Cell::Text(words::schedules(texts, &person.schedules)),
        confirmed.map_or(Cell::Empty, |lock| format::finnish_time(lock.at).date().into()),
    ]);
    row
}

fn corrections(texts: Texts, sheet: &MonthSheet) -> Answer<Table> {
    let columns = [
        ("attendance-client", Kind::Text),
        ("export-column-day", Kind::Date),
        ("months-before", Kind::Text),
        ("months-after", Kind::Text),
        ("months-reason", Kind::Text),
        ("months-state", Kind::Text),
        ("export-column-marked-by", Kind::Text),
        ("export-column-marked-on", Kind::Date),
    ];
    let columns = columns.map(|(key, kind)| Column::new(texts.t(key), kind));
    let mut table = Table::new(texts.t("months-corrections"), columns.into());
    for (person, correction) in sheet.corrections() {
        let row = vec![
            person.name.as_str().into(),
            correction.day.into(),
            marks::told(texts, correction.old).into(),
            marks::told(texts, correction.new).into(),
            correction.reason.reason.as_str().into(),
            texts.t(&format!("months-correction-{}", correction.state)).into(),
            correction.made_by.as_str().into(),
            format::finnish_time(correction.made_at).date().into(),
        ];
        push(&mut table, row)?;
    }
    Ok(table)
}

/// Adds a row to a table that was made for it.
pub(crate) fn push(table: &mut Table, row: Vec<Cell>) -> Answer<()> {
    table
        .push(row)
        .map_err(|error| Failure::Internal(error.to_string()))
}
