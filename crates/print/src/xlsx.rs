//! Tables as an XLSX workbook, a sheet each.
//!
//! The header row stays in sight, and columns are as wide as what they hold. Text is written as text, with
//! the cell format and the quote prefix that keep it text when someone edits it, so no formula comes of
//! it. Days, durations and amounts are numbers with a format, so that they can be summed. The metadata
//! name no author: only the first table's title, and the time that the caller gives.

use jiff::{
    Timestamp,
    civil::{Date, date},
    tz::TimeZone,
};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::{
    PrintError,
    table::{Cell, Column, Kind, Table},
};

/// A sheet's limits (Excel specifications and limits); the header takes one of the rows.
const MOST_ROWS: usize = 1_048_575;
const MOST_COLUMNS: usize = 16_384;

/// Widths of columns, in characters; longer text wraps.
const NARROWEST: u16 = 8;
const WIDEST: u16 = 60;

/// The longest name of a sheet, in UTF-16 code units.
const LONGEST_NAME: usize = 31;

/// A duration is a part of a day in a spreadsheet.
const MINUTES_OF_DAY: f64 = 1440.0;

/// The built-in cell format `@`: what is typed into the cell is text, whatever it looks like.
const TEXT_FORMAT: u8 = 49;

/// The first day that spreadsheets agree about: Excel counts a 29 February 1900, which never was.
const FIRST_DAY: Date = date(1900, 3, 1);

/// The tables as the bytes of an XLSX file, made at the given time. Their titles become the sheets' names
/// and must differ in the first 31 characters.
pub fn xlsx(tables: &[Table], made: Timestamp) -> Result<Vec<u8>, PrintError> {
    let mut workbook = Workbook::new();
    let title = tables.first().map_or("", Table::title);
    let made = made.to_zoned(TimeZone::UTC).datetime();
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let formats = Formats::new();
    for table in tables {
        write_sheet(workbook.add_worksheet(), table, &formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

struct Formats {
    header: Format,
    text: Format,
    number: Format,
    date: Format,
    minutes: Format,
    money: Format,
}

impl Formats {
    fn new() -> Self {
        let text = Format::new()
            .set_num_format_index(TEXT_FORMAT)
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let value = |format: &str| Format::new().set_num_format(format).set_align(FormatAlign::Top);
        Self {
            header: text
                .clone()
                .set_bold()
                .set_border_bottom(FormatBorder::Thin)
                .set_quote_prefix(),
            text: text.set_quote_prefix(),
            number: Format::new().set_align(FormatAlign::Top),
            date: value("d.m.yyyy"),
            minutes: value("[h]:mm"),
            money: value("#,##0.00 \"€\""),
        }
    }
}

fn write_sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), PrintError> {
    if table.rows().len() > MOST_ROWS || table.columns().len() > MOST_COLUMNS {
        return Err(PrintError::TooLarge);
    }
    sheet.set_name(sheet_name(table.title()))?;
    sheet.set_freeze_panes(1, 0)?;
    for (place, column) in (0..).zip(table.columns()) {
        let written = write_text(sheet, (0, place), &column.title, &formats.header);
        written.map_err(|error| explained(error, 0, column))?;
        sheet.set_column_width(place, width(table, usize::from(place), column))?;
    }
    for (line, row) in (1..).zip(table.rows()) {
        for (place, (column, cell)) in (0..).zip(table.columns().iter().zip(row)) {
            let written = write_cell(sheet, (line, place), cell, formats);
            written.map_err(|error| explained(error, line, column))?;
        }
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    at: (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (row, place) = at;
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => write_text(sheet, at, text, &formats.text)?,
        Cell::Number(number) => {
            sheet.write_number_with_format(row, place, *number, &formats.number)?;
        }
        Cell::Date(day) if *day < FIRST_DAY => write_text(sheet, at, &day.to_string(), &formats.text)?,
        Cell::Date(day) => {
            sheet.write_datetime_with_format(row, place, *day, &formats.date)?;
        }
        Cell::Minutes(minutes) => {
            let days = f64::from(*minutes) / MINUTES_OF_DAY;
            sheet.write_number_with_format(row, place, days, &formats.minutes)?;
        }
        Cell::Cents(cents) => {
            sheet.write_number_with_format(row, place, euros(*cents), &formats.money)?;
        }
    }
    Ok(())
}

fn write_text(sheet: &mut Worksheet, at: (u32, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
    let (row, place) = at;
    if text.starts_with("<r>") && text.ends_with("</r>") {
        // `rust_xlsxwriter` takes such text for finished XML and would let it into the file as it is.
        // Written as rich text it is escaped, except for what looks like an escape already.
        let text = text.replace("_x", "_x005F_x");
        sheet.write_rich_string_with_format(row, place, &[(&Format::new(), &text)], format)?;
    } else if !text.is_empty() {
        sheet.write_string_with_format(row, place, text, format)?;
    }
    Ok(())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "amounts stay far below the 2^53 cents that a spreadsheet holds"
)]
fn euros(cents: i64) -> f64 {
    cents as f64 / 100.0
}

fn explained(error: XlsxError, row: u32, column: &Column) -> PrintError {
    match error {
        XlsxError::MaxStringLengthExceeded => PrintError::TextTooLong {
            row,
            column: column.title.clone(),
        },
        other => PrintError::Xlsx(other),
    }
}

/// The width of what a column holds and of its title, in characters.
fn width(table: &Table, place: usize, column: &Column) -> u16 {
    let longest = match column.kind {
        Kind::Text => table
            .rows()
            .iter()
            .map(|row| longest_line(&row[place]))
            .max()
            .unwrap_or(0),
        Kind::Date | Kind::Minutes => 10,
        Kind::Number | Kind::Money => 12,
    };
    let longest = longest.max(column.title.chars().count());
    u16::try_from(longest).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST) + 2
}

fn longest_line(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        _ => 0,
    }
}

/// The title as Excel allows it for a sheet: at most 31 UTF-16 code units, without certain signs, and not
/// the reserved name "History".
fn sheet_name(title: &str) -> String {
    let allowed = |sign: char| {
        if sign.is_control() || "[]:*?/\\'".contains(sign) {
            ' '
        } else {
            sign
        }
    };
    let mut length = 0;
    let fits = |sign: &char| {
        length += sign.len_utf16();
        length <= LONGEST_NAME
    };
    let name: String = title.trim().chars().map(allowed).take_while(fits).collect();
    if name.trim().is_empty() || name.eq_ignore_ascii_case("history") {
        format!("{}_", name.trim())
    } else {
        name
    }
}
