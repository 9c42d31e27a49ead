//! A file as it was sent becomes grids of text: which kind it is, what its bytes mean, where its cells are.
//!
//! Nothing is interpreted here. A formula is the text that somebody wrote, never evaluated; a date of a spreadsheet
//! becomes `2026-04-16`, a number its shortest text. Everything is bounded before it is held: see [`Limits`].

mod delimited;
mod encoding;
mod grid;
mod spreadsheet;
mod unpacking;

pub(crate) use grid::{Grid, RawRow};

/// How large a file may be, so that one file cannot exhaust the node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes as sent.
    pub(crate) bytes: usize,
    /// Bytes of a workbook's largest sheet once unpacked.
    pub(crate) unpacked_sheet: u64,
    /// Bytes of any other part of a workbook once unpacked: its shared texts, its styles.
    pub(crate) unpacked_part: u64,
    /// Rows of the whole file.
    pub(crate) rows: usize,
    /// Columns of a row.
    pub(crate) columns: usize,
    /// Bytes of all texts together.
    pub(crate) text: usize,
    /// Characters of a cell: as many as a spreadsheet takes.
    pub(crate) cell: usize,
}

/// The limits of every import.
pub(crate) const LIMITS: Limits = Limits {
    bytes: 32_000_000,
    unpacked_sheet: 400_000_000,
    unpacked_part: 64_000_000,
    rows: 300_000,
    columns: 400,
    text: 160_000_000,
    cell: 32_767,
};

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unreadable {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// Larger than taken in, packed or unpacked.
    #[error("too large")]
    TooLarge,
    /// More rows than taken in.
    #[error("too many rows")]
    TooManyRows,
    /// A row has more columns than taken in.
    #[error("too many columns")]
    TooManyColumns,
    /// A cell is longer than a spreadsheet takes; most likely a quotation mark is not closed.
    #[error("a cell is too long")]
    CellTooLong,
    /// A workbook of the old binary kind, or one behind a password.
    #[error("an old or protected workbook")]
    OldWorkbook,
    /// Neither CSV nor XLSX.
    #[error("neither CSV nor XLSX")]
    OtherKind,
    /// It says that it is a workbook, and is not whole.
    #[error("a broken workbook")]
    Broken,
}

impl Unreadable {
    /// Every reason.
    #[cfg(test)]
    pub(crate) const ALL: &'static [Self] = &[
        Self::Empty,
        Self::TooLarge,
        Self::TooManyRows,
        Self::TooManyColumns,
        Self::CellTooLong,
        Self::OldWorkbook,
        Self::OtherKind,
        Self::Broken,
    ];

    /// The key of the text that says what to do.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Empty => "import-file-empty",
            Self::TooLarge => "import-file-too-large",
            Self::TooManyRows => "import-file-rows",
            Self::TooManyColumns => "import-file-columns",
            Self::CellTooLong => "import-file-cell",
            Self::OldWorkbook => "import-file-old",
            Self::OtherKind => "import-file-kind",
            Self::Broken => "import-file-broken",
        }
    }
}

/// What a file is, by how it begins. Its name is not asked: people rename files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FileKind {
    Delimited,
    Workbook,
}

/// Reads a file: every sheet that has rows.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, Unreadable> {
    if bytes.len() > limits.bytes {
        return Err(Unreadable::TooLarge);
    }
    let grids = match kind_of(bytes)? {
        FileKind::Delimited => vec![delimited::read(&encoding::text_of(bytes)?, limits)?],
        FileKind::Workbook => spreadsheet::read(bytes, limits)?,
    };
    let grids: Vec<Grid> = grids.into_iter().filter(|grid| !grid.rows.is_empty()).collect();
    if grids.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(grids)
}

fn kind_of(bytes: &[u8]) -> Result<FileKind, Unreadable> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
    const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    const OTHERS: [&[u8]; 5] = [b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"<?xml"];
    if bytes.is_empty() {
        Err(Unreadable::Empty)
    } else if bytes.starts_with(ZIP) {
        Ok(FileKind::Workbook)
    } else if bytes.starts_with(COMPOUND_FILE) {
        Err(Unreadable::OldWorkbook)
    } else if bytes.starts_with(EMPTY_ZIP) || OTHERS.iter().any(|other| bytes.starts_with(other)) {
        Err(Unreadable::OtherKind)
    } else {
        Ok(FileKind::Delimited)
    }
}

#[cfg(test)]
#[path = "../reading_tests.rs"]
mod tests;
