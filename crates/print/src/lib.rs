//! What leaves as a file: CSV and XLSX with formulas neutralised.
//!
//! A caller fills a [`Table`] and hands it to [`csv`](csv::csv) or [`xlsx`](xlsx::xlsx), which give the
//! bytes of a file. Nothing is written to disk, and no clock is read.
//!
//! Text comes from people, and a spreadsheet takes text such as `=HYPERLINK(…)` for a formula. The rule
//! against it is in [`formula`], and both kinds of file keep it: a CSV by a leading apostrophe, an XLSX by
//! writing text as text.
//!
//! To add a kind of cell, add it to [`Cell`] and [`Kind`]; the compiler then asks each kind of file how it
//! is written. To add a kind of file, write a module beside [`csv`](mod@csv) and take formulas into account.

pub mod csv;
pub mod formula;
pub mod table;
pub mod xlsx;

pub use csv::{DecimalSign, csv};
pub use table::{Cell, Column, Kind, Table, TableError};
pub use xlsx::xlsx;

use thiserror::Error;

/// Why a table can't be written as a file. The message holds nothing from the cells.
#[derive(Debug, Error)]
pub enum PrintError {
    /// The CSV can't be written.
    #[error("the CSV can't be written")]
    Csv(#[source] std::io::Error),
    /// The XLSX can't be written; most likely two sheets have the same name.
    #[error("the XLSX can't be written")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// An XLSX sheet has room for 1,048,575 rows below its header, and 16,384 columns.
    #[error("the table has more rows or columns than an XLSX sheet")]
    TooLarge,
    /// An XLSX cell has room for 32,767 UTF-16 code units; a CSV has no such limit.
    #[error("the text in row {row} of column {column:?} is too long for an XLSX cell")]
    TextTooLong {
        /// The row, counted from one below the header; zero is the header.
        row: u32,
        /// The column's title.
        column: String,
    },
}
