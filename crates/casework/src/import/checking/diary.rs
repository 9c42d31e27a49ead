//! One entry of an old diary.

use jiff::civil::Date;

use super::{At, Finding, Rules, cell};
use crate::{
    clients::LONGEST_LINE,
    diary::may_take_in,
    import::{
        columns::{Meaning, SheetPlan},
        reading::RawRow,
    },
};

/// What a row says.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct OldEntry {
    /// The day that it tells of.
    pub(crate) dated: Date,
    /// What it says, as it was written: markup and formulas are text.
    pub(crate) text: String,
    /// Who wrote it, as the file says.
    pub(crate) author: String,
}

impl std::fmt::Debug for OldEntry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OldEntry")
    }
}

/// Reads an entry.
///
/// # Errors
/// The finding that keeps it out: half an entry says something else than the whole one.
pub(crate) fn read(row: &RawRow, plan: &SheetPlan, at: At, rules: &Rules) -> Result<OldEntry, Finding> {
    let column_of = |meaning| plan.column_of(meaning);
    let text_of = |meaning| column_of(meaning).map_or("", |column| row.cell(column));
    let date_column = column_of(Meaning::EntryDate);
    let dated =
        cell::day(text_of(Meaning::EntryDate), rules.today).map_err(|key| at.refused(date_column, key))?;
    if dated > rules.today {
        return Err(at.refused(date_column, "import-entry-ahead"));
    }
    let text_column = column_of(Meaning::EntryText);
    let text = text_of(Meaning::EntryText);
    let author: String = text_of(Meaning::EntryAuthor).chars().take(LONGEST_LINE).collect();
    may_take_in(text, &author).map_err(|key| at.refused(text_column, key))?;
    Ok(OldEntry {
        dated,
        text: text.to_owned(),
        author,
    })
}
