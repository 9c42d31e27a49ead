//! When a month may be confirmed, and what a correction may change. Pure.

use jiff::civil::Date;
use polku_casework::attendance::Cell;
use polku_values::{Mark, Minutes, dates::Month};
use schemars::JsonSchema;
use serde::Serialize;

/// How a client's month stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Nothing was expected or marked.
    Empty,
    /// The month still goes on.
    Open,
    /// Days are not marked yet: so many.
    Unmarked(u32),
    /// Ready to be confirmed.
    Ready,
    /// Confirmed.
    Confirmed,
}

impl Standing {
    /// How a month stands on a day.
    #[must_use]
    pub fn of(month: Month, cells: &[Cell], is_confirmed: bool, today: Date) -> Self {
        let is_known = |cell: &&Cell| !matches!(cell.mark, Mark::NotADay);
        let unmarked = cells.iter().filter(|cell| cell.mark == Mark::Expected).count();
        if is_confirmed {
            Self::Confirmed
        } else if !cells.iter().any(|cell| is_known(&cell)) {
            Self::Empty
        } else if !month.is_over(today) {
            Self::Open
        } else if unmarked > 0 {
            Self::Unmarked(u32::try_from(unmarked).unwrap_or(u32::MAX))
        } else {
            Self::Ready
        }
    }
}

/// Why a client's month was not confirmed with the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// Nothing was expected or marked.
    Empty,
    /// Days are not marked yet.
    Unmarked,
    /// Somebody marked a day since it was shown.
    Changed,
    /// It was confirmed before.
    Confirmed,
}

/// Whether a month that is over can be confirmed as it was seen.
///
/// # Errors
/// Why it is left out.
pub fn may_confirm(standing: Standing, version: i64, seen: i64) -> Result<(), LeftOut> {
    match standing {
        Standing::Confirmed => Err(LeftOut::Confirmed),
        Standing::Empty => Err(LeftOut::Empty),
        _ if version != seen => Err(LeftOut::Changed),
        Standing::Ready => Ok(()),
        Standing::Unmarked(_) | Standing::Open => Err(LeftOut::Unmarked),
    }
}

/// A number that changes with every marking of the month.
#[must_use]
pub fn version(cells: &[Cell]) -> i64 {
    cells.iter().map(|cell| cell.version).sum()
}

/// Whether a correction may say so; else the key of the text that says what to mend, with its field.
///
/// # Errors
/// The field and the key.
pub fn may_correct(
    is_confirmed: bool,
    stands: Mark,
    wanted: Mark,
) -> Result<(), (&'static str, &'static str)> {
    if !is_confirmed {
        return Err(("date", "months-correct-not-confirmed"));
    }
    match wanted {
        Mark::Present { minutes } if minutes == Minutes::ZERO => Err(("hours", "attendance-no-hours")),
        Mark::Present { minutes } if minutes > Minutes::DAY => Err(("hours", "hours-too-long")),
        Mark::Expected => Err(("mark", "months-correct-mark")),
        _ if wanted == stands => Err(("mark", "months-correct-same")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const OCTOBER: Date = date(2026, 10, 1);

    fn cell(mark: Mark) -> Cell {
        Cell {
            mark,
            unmarked: Mark::Expected,
            hours: Minutes::hours(6),
            version: 2,
            late: None,
        }
    }

    #[test]
    fn a_month_is_confirmed_when_it_is_over_and_every_day_is_marked_b6() {
        let month = Month::of(OCTOBER);
        let marked = [cell(Mark::Sick), cell(Mark::NotADay)];
        let november = date(2026, 11, 1);
        assert_eq!(Standing::of(month, &marked, false, november), Standing::Ready);
        assert_eq!(
            Standing::of(month, &marked, false, date(2026, 10, 31)),
            Standing::Open
        );
        let hole = [cell(Mark::Sick), cell(Mark::Expected)];
        assert_eq!(Standing::of(month, &hole, false, november), Standing::Unmarked(1));
        assert_eq!(Standing::of(month, &hole, true, november), Standing::Confirmed);
        assert_eq!(
            Standing::of(month, &[cell(Mark::NotADay)], false, november),
            Standing::Empty
        );
    }

    #[test]
    fn what_somebody_marked_since_it_was_shown_is_not_confirmed_unseen_b6() {
        let cells = [cell(Mark::Sick), cell(Mark::Sick)];
        assert_eq!(version(&cells), 4);
        assert_eq!(may_confirm(Standing::Ready, 4, 4), Ok(()));
        assert_eq!(may_confirm(Standing::Ready, 5, 4), Err(LeftOut::Changed));
        assert_eq!(may_confirm(Standing::Unmarked(1), 4, 4), Err(LeftOut::Unmarked));
        assert_eq!(may_confirm(Standing::Confirmed, 4, 4), Err(LeftOut::Confirmed));
    }

    #[test]
    fn a_correction_changes_a_confirmed_day_and_nothing_else_b6() {
        let present = |minutes| Mark::Present {
            minutes: Minutes(minutes),
        };
        assert_eq!(may_correct(true, Mark::Sick, present(360)), Ok(()));
        assert_eq!(may_correct(true, present(360), present(240)), Ok(()));
        let refused =
            |is_confirmed, stands, wanted| may_correct(is_confirmed, stands, wanted).expect_err("refused").0;
        assert_eq!(refused(false, Mark::Sick, present(360)), "date");
        assert_eq!(refused(true, Mark::Sick, Mark::Sick), "mark");
        assert_eq!(refused(true, Mark::Sick, Mark::Expected), "mark");
        assert_eq!(refused(true, Mark::Sick, present(0)), "hours");
        assert_eq!(refused(true, Mark::Sick, present(1_441)), "hours");
    }
}
