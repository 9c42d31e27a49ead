//! CSV and its kin: cells parted by a semicolon, a comma or a tab.

use csv::{ReaderBuilder, StringRecord};
use polku_print::formula::restored;

use super::{Grid, Limits, RawRow, Unreadable, grid::Gathering};

/// What parts cells, the commonest in Finland first.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];
/// How many rows tell which of them it is.
const TELLING: usize = 30;

/// Reads a text as one sheet.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Grid, Unreadable> {
    read_with(text, delimiter_of(text), limits)
}

/// Reads a text whose cells a known sign parts.
pub(super) fn read_with(text: &str, delimiter: u8, limits: &Limits) -> Result<Grid, Unreadable> {
    let text = with_plain_line_ends(text);
    let mut reader = reader(&text, delimiter);
    let mut gathering = Gathering::new(limits);
    let mut grid = Grid::default();
    let mut record = StringRecord::new();
    // A line break inside a cell makes no new row of a spreadsheet, so it is not counted.
    let mut inside = 0;
    while reader.read_record(&mut record).map_err(|_| Unreadable::Broken)? {
        inside += record.iter().map(line_breaks).sum::<u64>();
        // The reader stands on the line after the row; where a row begins it does not say when blank lines precede it.
        let line = reader.position().line().saturating_sub(1 + inside);
        let number = u32::try_from(line).unwrap_or(u32::MAX);
        // A file of ours has an apostrophe before what would read as a formula.
        gathering.add(&mut grid, RawRow::new(number, record.iter().map(restored)))?;
    }
    Ok(grid)
}

/// Every line ends with one sign, the last one too, so that lines can be counted.
fn with_plain_line_ends(text: &str) -> String {
    let mut plain = text.replace("\r\n", "\n").replace('\r', "\n");
    if !plain.ends_with('\n') {
        plain.push('\n');
    }
    plain
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

fn line_breaks(cell: &str) -> u64 {
    cell.bytes().map(|byte| u64::from(byte == b'\n')).sum()
}

/// The delimiter by which most rows have the same number of cells, more than one.
fn delimiter_of(text: &str) -> u8 {
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let agreement = agreement(text, delimiter);
        if agreement > best.0 {
            best = (agreement, delimiter);
        }
    }
    best.1
}

fn agreement(text: &str, delimiter: u8) -> usize {
    let mut reader = reader(text, delimiter);
    let widths: Vec<usize> = reader
        .records()
        .take(TELLING)
        .filter_map(Result::ok)
        .map(|record| record.len())
        .collect();
    let rows_as_wide = |width: usize| widths.iter().filter(|other| **other == width).count();
    widths
        .iter()
        .map(|width| (width - 1) * rows_as_wide(*width))
        .max()
        .unwrap_or(0)
}
