//! Rows of text, held tightly: a hundred thousand of them stay in memory while they are checked.

use super::{Limits, Unreadable};

/// A sheet as it lies in the file, blank rows left out.
#[derive(Clone, Default)]
pub(crate) struct Grid {
    /// The sheet's name; empty for a CSV, which has none.
    pub(crate) name: String,
    /// Its rows from top to bottom.
    pub(crate) rows: Vec<RawRow>,
}

/// A row with the number that a spreadsheet shows beside it.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct RawRow {
    /// Counted from 1, blank rows and the header included.
    pub(crate) number: u32,
    text: Box<str>,
    /// Where each cell ends in the text.
    ends: Box<[u32]>,
}

impl std::fmt::Debug for Grid {
    /// Cells are people's data: only the shape is told.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Grid({} rows)", self.rows.len())
    }
}

impl std::fmt::Debug for RawRow {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "RawRow({}, {} cells)", self.number, self.ends.len())
    }
}

impl RawRow {
    /// A row of these cells, without the spaces around each and without empty cells at its end.
    pub(crate) fn new<'text>(number: u32, cells: impl IntoIterator<Item = &'text str>) -> Self {
        let (mut text, mut ends, mut filled) = (String::new(), Vec::new(), 0);
        for cell in cells {
            text.push_str(cell.trim());
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            if !cell.trim().is_empty() {
                filled = ends.len();
            }
        }
        ends.truncate(filled);
        Self {
            number,
            text: text.into_boxed_str(),
            ends: ends.into_boxed_slice(),
        }
    }

    /// The text of a cell; empty beyond the row's end.
    pub(crate) fn cell(&self, column: usize) -> &str {
        let end = |column: usize| self.ends.get(column).map(|end| *end as usize);
        let start = column.checked_sub(1).map_or(Some(0), end);
        start
            .zip(end(column))
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    /// Every cell up to the last that holds something.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|column| self.cell(column))
    }

    /// How many cells there are up to the last that holds something.
    pub(crate) fn width(&self) -> usize {
        self.ends.len()
    }

    /// How many cells hold something.
    pub(crate) fn filled(&self) -> usize {
        self.cells().filter(|cell| !cell.is_empty()).count()
    }
}

/// Takes rows in while they keep within the limits of a file.
pub(super) struct Gathering<'limits> {
    limits: &'limits Limits,
    rows: usize,
    text: usize,
}

impl<'limits> Gathering<'limits> {
    pub(super) fn new(limits: &'limits Limits) -> Self {
        Self {
            limits,
            rows: 0,
            text: 0,
        }
    }

    /// Adds a row to a grid unless it is blank.
    pub(super) fn add(&mut self, grid: &mut Grid, row: RawRow) -> Result<(), Unreadable> {
        if row.width() == 0 {
            return Ok(());
        }
        if row.width() > self.limits.columns {
            return Err(Unreadable::TooManyColumns);
        }
        if row
            .cells()
            .any(|cell| cell.len() > self.limits.cell && cell.chars().count() > self.limits.cell)
        {
            return Err(Unreadable::CellTooLong);
        }
        self.rows += 1;
        self.text += row.text.len();
        if self.rows > self.limits.rows {
            return Err(Unreadable::TooManyRows);
        }
        if self.text > self.limits.text {
            return Err(Unreadable::TooLarge);
        }
        grid.rows.push(row);
        Ok(())
    }
}
