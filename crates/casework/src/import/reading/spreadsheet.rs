//! XLSX: every sheet, cell by cell, so that a sheet that claims a million columns takes no room for them.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Data, DataRef, ExcelDateTime, Reader as _, Xlsx, XlsxFormulaMetadata};
use jiff::civil::Date;

use super::{Grid, Limits, RawRow, Unreadable, grid::Gathering, unpacking};

/// Reads every sheet of a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, Unreadable> {
    unpacking::check(bytes, limits)?;
    // The reader of workbooks trusts some paths inside them more than a stranger's file deserves.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes, limits))).unwrap_or(Err(Unreadable::Broken))
}

fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, Unreadable> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let mut gathering = Gathering::new(limits);
    let mut grids = Vec::new();
    for name in workbook.sheet_names() {
        grids.push(sheet(&mut workbook, &name, &mut gathering, limits)?);
    }
    Ok(grids)
}

fn sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    gathering: &mut Gathering<'_>,
    limits: &Limits,
) -> Result<Grid, Unreadable> {
    let mut grid = Grid {
        name: name.to_owned(),
        rows: Vec::new(),
    };
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet that holds only a chart has no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(grid),
        Err(_) => return Err(Unreadable::Broken),
    };
    let mut line = Line::default();
    while let Some(cell) = cells
        .next_cell_with_formula_metadata()
        .map_err(|_| Unreadable::Broken)?
    {
        let text = match shown(&cell.value) {
            text if text.is_empty() => written(cell.formula),
            text => text,
        };
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.pos;
        if row < line.row {
            return Err(Unreadable::Broken);
        }
        if row > line.row {
            gathering.add(&mut grid, line.finish(row))?;
        }
        line.put(column as usize, text, limits)?;
    }
    gathering.add(&mut grid, line.finish(0))?;
    Ok(grid)
}

/// The row that is being read.
#[derive(Default)]
struct Line {
    row: u32,
    cells: Vec<String>,
}

impl Line {
    fn put(&mut self, column: usize, text: String, limits: &Limits) -> Result<(), Unreadable> {
        if column >= limits.columns {
            return Err(Unreadable::TooManyColumns);
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text;
        Ok(())
    }

    /// The row as it is, and goes on with another.
    fn finish(&mut self, next: u32) -> RawRow {
        let row = RawRow::new(self.row.saturating_add(1), self.cells.iter().map(String::as_str));
        self.row = next;
        self.cells.clear();
        row
    }
}

/// A cell as its text.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(moment) => moment_as_text(moment),
        DataRef::Float(number) => number_as_text(*number),
        other => Data::from(other.clone()).to_string(),
    }
}

/// What somebody wrote into a cell that a spreadsheet has never calculated.
fn written(formula: Option<XlsxFormulaMetadata>) -> String {
    match formula {
        Some(XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. }) => {
            format!("={formula}")
        }
        _ => String::new(),
    }
}

/// The shortest text of a number: `67100`, `6.5`.
fn number_as_text(number: f64) -> String {
    format!("{number}")
}

/// A day as `2026-04-16`, a time as `9:05`, a length of time in hours and minutes.
fn moment_as_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let serial = moment.as_f64();
    if moment.is_duration() || (0.0..1.0).contains(&serial) {
        return length_as_text(serial);
    }
    let civil = i16::try_from(year)
        .ok()
        .zip(i8::try_from(month).ok().zip(i8::try_from(day).ok()))
        .and_then(|(year, (month, day))| Date::new(year, month, day).ok());
    match civil {
        Some(date) if hour == 0 && minute == 0 => date.to_string(),
        Some(date) => format!("{date} {hour}:{minute:02}"),
        None => number_as_text(serial),
    }
}

fn length_as_text(days: f64) -> String {
    const MINUTES_A_DAY: f64 = 1440.0;
    const MOST: f64 = 1e9;
    if !(0.0..=MOST).contains(&days) {
        return number_as_text(days);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative and small, as just asked"
    )]
    let minutes = (days * MINUTES_A_DAY).round() as u64;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}
