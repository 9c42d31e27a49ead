//! Which row is the header, and what a header says.

use jiff::civil::Date;
use polku_values::{dates::parse_finnish_date, words::fold};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words::WORDS;
use crate::import::reading::{Grid, RawRow};

/// A header stands among the first rows, below a title or two.
const SEARCHED: usize = 25;
/// So many days in a row make it the header of a grid of attendance; fewer may be a client's own dates.
pub(super) const FEWEST_DAYS: usize = 3;

/// What a file looks like, without what it says about anyone: kept while the columns are decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outline {
    /// Its sheets in order.
    pub(crate) sheets: Vec<SheetOutline>,
}

/// One sheet of an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct SheetOutline {
    /// The sheet's name; empty for a CSV.
    pub(crate) name: String,
    /// The headings from left to right.
    pub(crate) header: Vec<String>,
    /// The number of the header's row.
    pub(crate) header_row: u32,
    /// How many rows stand below it.
    pub(crate) rows: usize,
}

impl Outline {
    /// The outline of a file.
    pub(crate) fn of(grids: &[Grid], today: Date) -> Self {
        Self {
            sheets: grids.iter().map(|grid| SheetOutline::of(grid, today)).collect(),
        }
    }
}

impl SheetOutline {
    fn of(grid: &Grid, today: Date) -> Self {
        let place = header_place(&grid.rows, today);
        let Some(header) = grid.rows.get(place) else {
            return Self::default();
        };
        let width = grid.rows[place..].iter().map(RawRow::width).max().unwrap_or(0);
        Self {
            name: grid.name.clone(),
            header: (0..width).map(|column| header.cell(column).to_owned()).collect(),
            header_row: header.number,
            rows: grid.rows.len() - place - 1,
        }
    }

    /// The rows of a grid that stand below this header.
    pub(crate) fn rows_of<'grid>(&self, grid: &'grid Grid) -> &'grid [RawRow] {
        let below = grid.rows.partition_point(|row| row.number <= self.header_row);
        &grid.rows[below..]
    }

    /// The days that its headings name, by column.
    pub(crate) fn days(&self, today: Date) -> Vec<(usize, Date)> {
        let day = |(column, heading): (usize, &String)| Some((column, day_of(heading, today)?));
        self.header.iter().enumerate().filter_map(day).collect()
    }
}

/// The day that a heading names. Words for days (`ma`, `tänään`) are headings of their own.
pub(crate) fn day_of(heading: &str, today: Date) -> Option<Date> {
    heading
        .starts_with(|first: char| first.is_ascii_digit())
        .then(|| parse_finnish_date(heading, today).ok())
        .flatten()
}

/// The row with the most known headings; among unknown ones the first that fills at least half of the sheet's width.
fn header_place(rows: &[RawRow], today: Date) -> usize {
    let searched = &rows[..rows.len().min(SEARCHED)];
    let known: Vec<usize> = searched.iter().map(|row| known_headings(row, today)).collect();
    let most = known.iter().copied().max().unwrap_or(0);
    if most > 1 {
        return known.iter().position(|count| *count == most).unwrap_or(0);
    }
    let width = searched.iter().map(RawRow::width).max().unwrap_or(0);
    let fills = |row: &RawRow| row.filled() > 1 && row.filled() * 2 >= width;
    searched.iter().position(fills).unwrap_or(0)
}

fn known_headings(row: &RawRow, today: Date) -> usize {
    let words = row.cells().filter(|cell| WORDS.contains_key(&fold(cell))).count();
    let days = row.cells().filter(|cell| day_of(cell, today).is_some()).count();
    words + if days < FEWEST_DAYS { 0 } else { days }
}
