//! A table of typed cells, before it becomes a file.

use jiff::civil::Date;
use thiserror::Error;

/// A table with a header row. Every row has a cell for each column, and each cell its column's kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    title: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

/// A column's heading and what its cells hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading, in the language of the reader.
    pub title: String,
    /// What the cells hold.
    pub kind: Kind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text, also codes and phone numbers.
    Text,
    /// A quantity without a unit.
    Number,
    /// A day.
    Date,
    /// A duration.
    Minutes,
    /// An amount of euros.
    Money,
}

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing; allowed in every column.
    Empty,
    /// Text.
    Text(String),
    /// A quantity; never infinite or not-a-number once in a table.
    Number(f64),
    /// A day.
    Date(Date),
    /// A duration in minutes.
    Minutes(u32),
    /// An amount in euro cents, negative where it is owed back.
    Cents(i64),
}

/// Why a row does not belong to a table. The message holds nothing from the cells.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// The row has more or fewer cells than there are columns.
    #[error("the row has {found} cells, but the table {expected} columns")]
    Length {
        /// How many columns there are.
        expected: usize,
        /// How many cells the row has.
        found: usize,
    },
    /// A cell is of another kind than its column.
    #[error("the column {column:?} does not hold such a cell")]
    Kind {
        /// The column's title.
        column: String,
    },
    /// A number is infinite or not a number.
    #[error("the number for column {column:?} has no value")]
    NotFinite {
        /// The column's title.
        column: String,
    },
}

impl Table {
    /// A table without rows. The title names a sheet and stands in a file's metadata, so it must not say
    /// whom the table is about.
    #[must_use]
    pub fn new(title: impl Into<String>, columns: Vec<Column>) -> Self {
        Self {
            title: title.into(),
            columns,
            rows: Vec::new(),
        }
    }

    /// Adds a row below the others.
    pub fn push(&mut self, row: Vec<Cell>) -> Result<(), TableError> {
        if row.len() != self.columns.len() {
            return Err(TableError::Length {
                expected: self.columns.len(),
                found: row.len(),
            });
        }
        self.columns
            .iter()
            .zip(&row)
            .try_for_each(|(column, cell)| column.takes(cell))?;
        self.rows.push(row);
        Ok(())
    }

    /// What the table is.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The columns from left to right.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows from top to bottom, without the header.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }
}

impl Column {
    /// A column of a kind under a heading.
    #[must_use]
    pub fn new(title: impl Into<String>, kind: Kind) -> Self {
        Self {
            title: title.into(),
            kind,
        }
    }

    fn takes(&self, cell: &Cell) -> Result<(), TableError> {
        match (self.kind, cell) {
            (Kind::Number, Cell::Number(number)) if !number.is_finite() => Err(TableError::NotFinite {
                column: self.title.clone(),
            }),
            (_, Cell::Empty)
            | (Kind::Text, Cell::Text(_))
            | (Kind::Number, Cell::Number(_))
            | (Kind::Date, Cell::Date(_))
            | (Kind::Minutes, Cell::Minutes(_))
            | (Kind::Money, Cell::Cents(_)) => Ok(()),
            _ => Err(TableError::Kind {
                column: self.title.clone(),
            }),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Date(day)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Number(count.into())
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
