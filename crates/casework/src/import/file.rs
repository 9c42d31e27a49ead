//! A file that was read: its grids, and what they look like.

use jiff::civil::Date;

use super::{
    columns::{Outline, Plan, SheetKind, SheetPlan},
    reading::{Grid, LIMITS, RawRow, Unreadable, read},
};

/// A file in memory while it is checked or imported.
#[derive(Debug)]
pub(crate) struct SourceFile {
    grids: Vec<Grid>,
    /// What it looks like.
    pub(crate) outline: Outline,
    today: Date,
}

/// One sheet with its plan: what the checks walk.
#[derive(Clone, Copy)]
pub(crate) struct PlannedSheet<'a> {
    /// Its place in the file.
    pub(crate) place: usize,
    /// How it is to be imported.
    pub(crate) plan: &'a SheetPlan,
    /// Its headings.
    pub(crate) header: &'a [String],
    /// The rows below them.
    pub(crate) rows: &'a [RawRow],
}

impl SourceFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Why it is not read.
    pub(crate) fn read(bytes: &[u8], today: Date) -> Result<Self, Unreadable> {
        let grids = read(bytes, &LIMITS)?;
        let outline = Outline::of(&grids, today);
        Ok(Self {
            grids,
            outline,
            today,
        })
    }

    /// The sheets of a kind, as planned.
    pub(crate) fn sheets<'a>(
        &'a self,
        plan: &'a Plan,
        kind: SheetKind,
    ) -> impl Iterator<Item = PlannedSheet<'a>> {
        let sheets = self
            .grids
            .iter()
            .zip(&self.outline.sheets)
            .zip(&plan.sheets)
            .enumerate();
        sheets
            .filter(move |(_, (_, plan))| plan.kind == kind)
            .map(|(place, ((grid, outline), plan))| PlannedSheet {
                place,
                plan,
                header: &outline.header,
                rows: outline.rows_of(grid),
            })
    }

    /// The days that a sheet's headings name.
    pub(crate) fn days(&self, place: usize) -> Vec<(usize, Date)> {
        self.outline
            .sheets
            .get(place)
            .map(|sheet| sheet.days(self.today))
            .unwrap_or_default()
    }
}
