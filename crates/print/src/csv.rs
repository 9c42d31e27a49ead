//! A table as CSV that a Finnish spreadsheet opens by a double click.
//!
//! UTF-8 with a byte-order mark, without which Excel misreads ä and ö; semicolons between cells, as the
//! decimal comma is taken; every cell in quotes, so that text with a comma stays one cell in a
//! spreadsheet of another country too; lines end in CR LF. Days are `2026-03-02`, durations hours and
//! minutes as `7:30`, amounts euros with two decimals. Text is [`neutralised`], and in no other way changed.

use std::borrow::Cow;

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::{
    PrintError,
    formula::neutralised,
    table::{Cell, Table},
};

/// Tells a spreadsheet that UTF-8 follows.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What separates a number's decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalSign {
    /// `7,5`, as in Finland; for spreadsheets.
    Comma,
    /// `7.5`; for programs.
    Point,
}

/// The table as the bytes of a CSV file.
pub fn csv(table: &Table, decimal: DecimalSign) -> Result<Vec<u8>, PrintError> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let titles = table.columns().iter().map(|column| neutralised(&column.title));
    writer
        .write_record(titles.map(Cow::into_owned))
        .map_err(not_written)?;
    for row in table.rows() {
        writer
            .write_record(row.iter().map(|cell| text_of(cell, decimal)))
            .map_err(not_written)?;
    }
    writer
        .into_inner()
        .map_err(|error| PrintError::Csv(error.into_error()))
}

fn text_of(cell: &Cell, decimal: DecimalSign) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => neutralised(text).into_owned(),
        Cell::Number(number) => decimal.separate(&number.to_string()),
        Cell::Date(day) => day.to_string(),
        Cell::Minutes(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
        Cell::Cents(cents) => decimal.separate(&euros(*cents)),
    }
}

fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let amount = cents.unsigned_abs();
    format!("{sign}{}.{:02}", amount / 100, amount % 100)
}

impl DecimalSign {
    fn separate(self, number: &str) -> String {
        match self {
            Self::Comma => number.replace('.', ","),
            Self::Point => number.to_owned(),
        }
    }
}

fn not_written(error: ::csv::Error) -> PrintError {
    PrintError::Csv(error.into())
}
