//! One client's row of a grid of attendance: a mark for each day that says something sure.

use jiff::civil::Date;
use polku_values::{Mark, Minutes, attendance::MarkError};

use super::{At, Finding, Rules};
use crate::import::{
    columns::{Meaning, SheetPlan},
    reading::RawRow,
};

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MarkedDays {
    /// The marks in the order of the columns.
    pub(crate) marks: Vec<(Date, Mark)>,
    /// What could not be read.
    pub(crate) findings: Vec<Finding>,
}

/// The hours of a bare `x`: those of the register's usual day.
pub(crate) fn usual_day(rules: &Rules) -> Minutes {
    let hours = rules
        .profile
        .attendance
        .map_or(0, |defaults| defaults.hours_a_day);
    Minutes::hours(hours.into())
}

/// Reads the marks of a row; `days` names the day of each column. Nobody is marked for a day to come, and what says
/// nothing sure (`?`) is listed rather than guessed.
pub(crate) fn read(
    row: &RawRow,
    plan: &SheetPlan,
    days: &[(usize, Date)],
    at: At,
    rules: &Rules,
) -> MarkedDays {
    let mut read = MarkedDays::default();
    let is_day = |column: usize| plan.columns.get(column) == Some(&Meaning::Day);
    for (column, day) in days.iter().filter(|(column, _)| is_day(*column)) {
        let mut remark = |key| read.findings.push(at.remark(Some(*column), key));
        match Mark::parse(row.cell(*column), usual_day(rules)) {
            Err(MarkError::Empty) | Ok(Mark::Expected) => {}
            Ok(_) if *day > rules.today => remark("import-day-ahead"),
            Ok(mark) => read.marks.push((*day, mark)),
            Err(error) => remark(error.key()),
        }
    }
    read
}
