//! How regularly somebody comes: shares of what was planned, whole weeks, and whether it gets better. Pure.

use jiff::civil::Date;
use polku_casework::attendance::{Cell, Totals};
use polku_values::{Mark, dates::IsoWeek};
use schemars::JsonSchema;
use serde::Serialize;

/// A change of fewer percentage points than this is none.
const NOTABLE_POINTS: u32 = 5;

/// Some time of one client in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figures {
    /// What was marked, summed.
    #[serde(flatten)]
    pub totals: Totals,
    /// Days that were planned, as far as they have come.
    pub planned: u32,
    /// Those of them that were attended.
    pub kept: u32,
    /// Weeks that had a planned day.
    pub weeks: u32,
    /// Those of them in which every planned day was attended.
    pub whole_weeks: u32,
}

/// Whether attendance gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// More of the planned days are attended than before.
    Rising,
    /// About as many.
    Level,
    /// Fewer.
    Falling,
}

/// A week's planned days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekShare {
    /// Which week.
    pub week: IsoWeek,
    /// Days that were planned in it.
    pub planned: u32,
    /// Those of them that were attended.
    pub kept: u32,
}

impl Figures {
    /// The figures of some days in order, as they stand on a date: days to come count only when they are marked.
    pub fn of<'cells>(days: impl Iterator<Item = (Date, &'cells Cell)> + Clone, today: Date) -> Self {
        let counted = |date: Date, mark: Mark| date <= today || mark != Mark::Expected;
        let totals = days
            .clone()
            .filter(|(date, cell)| counted(*date, cell.mark))
            .map(|(_, cell)| cell.mark)
            .collect();
        let weeks = weeks(days, today);
        Self {
            totals,
            planned: weeks.iter().map(|week| week.planned).sum(),
            kept: weeks.iter().map(|week| week.kept).sum(),
            weeks: count(&weeks, |week| week.planned > 0),
            whole_weeks: count(&weeks, |week| week.planned > 0 && week.kept == week.planned),
        }
    }

    /// How many per cent of the planned days were attended, rounded; none when nothing was planned.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        percent(self.kept, self.planned)
    }

    /// These and others together: a group's.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let (one, two) = (&self.totals, &other.totals);
        Self {
            totals: Totals {
                attended: one.attended + two.attended,
                minutes: one.minutes + two.minutes,
                sick: one.sick + two.sick,
                absent: one.absent + two.absent,
                permitted: one.permitted + two.permitted,
                unmarked: one.unmarked + two.unmarked,
            },
            planned: self.planned + other.planned,
            kept: self.kept + other.kept,
            weeks: self.weeks + other.weeks,
            whole_weeks: self.whole_weeks + other.whole_weeks,
        }
    }

    /// How these compare with those of an earlier time; none when either had nothing planned.
    #[must_use]
    pub fn trend(&self, before: &Self) -> Option<Trend> {
        let (now, before) = (self.percent()?, before.percent()?);
        Some(if now >= before + NOTABLE_POINTS {
            Trend::Rising
        } else if before >= now + NOTABLE_POINTS {
            Trend::Falling
        } else {
            Trend::Level
        })
    }
}

/// The weeks that some days in order belong to. A day counts as planned when the schedule has it, nobody marked that it
/// is none of the client's, and it has come or was marked ahead.
pub fn weeks<'cells>(days: impl Iterator<Item = (Date, &'cells Cell)>, today: Date) -> Vec<WeekShare> {
    let mut weeks: Vec<WeekShare> = Vec::new();
    for (date, cell) in days {
        let week = IsoWeek::of(date);
        if weeks.last().is_none_or(|last| last.week != week) {
            weeks.push(WeekShare {
                week,
                planned: 0,
                kept: 0,
            });
        }
        let is_planned = cell.unmarked == Mark::Expected
            && cell.mark != Mark::NotADay
            && (date <= today || cell.mark != Mark::Expected);
        if let (true, Some(last)) = (is_planned, weeks.last_mut()) {
            last.planned += 1;
            last.kept += u32::from(cell.mark.is_attended());
        }
    }
    weeks
}

/// A share in whole per cent, rounded; none of nothing.
#[must_use]
pub fn percent(part: u32, whole: u32) -> Option<u32> {
    (whole > 0).then(|| (part * 200 + whole) / (whole * 2))
}

fn count(weeks: &[WeekShare], counts: impl Fn(&WeekShare) -> bool) -> u32 {
    let counted = weeks.iter().filter(|week| counts(week)).count();
    u32::try_from(counted).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan, civil::date};
    use polku_values::Minutes;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 30);

    fn cell(planned: bool, mark: Mark) -> Cell {
        let unmarked = if planned { Mark::Expected } else { Mark::NotADay };
        Cell {
            mark: if mark == Mark::Expected { unmarked } else { mark },
            unmarked,
            hours: Minutes::hours(6),
            version: 1,
            late: None,
        }
    }

    fn present() -> Mark {
        Mark::Present {
            minutes: Minutes::hours(6),
        }
    }

    /// From Monday 2 November on.
    fn days(cells: &[Cell]) -> Vec<(Date, &Cell)> {
        (0..)
            .zip(cells)
            .map(|(day, cell)| (date(2026, 11, 2) + i64::from(day).days(), cell))
            .collect()
    }

    #[test]
    fn a_week_is_whole_when_every_planned_day_was_attended_b6() {
        let cells: Vec<Cell> = [
            // Monday to Wednesday planned and attended; Thursday attended beyond the plan.
            cell(true, present()),
            cell(true, present()),
            cell(true, present()),
            cell(false, present()),
            cell(false, Mark::Expected),
            cell(false, Mark::Expected),
            cell(false, Mark::Expected),
            // The next week one day is missed, and one turned out to be none.
            cell(true, present()),
            cell(true, Mark::Sick),
            cell(true, Mark::NotADay),
        ]
        .into();
        let days = days(&cells);
        let figures = Figures::of(days.iter().copied(), TODAY);
        assert_eq!(
            (figures.planned, figures.kept, figures.percent()),
            (5, 4, Some(80))
        );
        assert_eq!((figures.weeks, figures.whole_weeks), (2, 1));
        assert_eq!((figures.totals.attended, figures.totals.sick), (5, 1));
    }

    #[test]
    fn days_to_come_are_not_missed_yet_b6() {
        let cells = [
            cell(true, present()),
            cell(true, Mark::Expected),
            cell(true, Mark::Expected),
        ];
        let figures = Figures::of(days(&cells).into_iter(), date(2026, 11, 2));
        assert_eq!(
            (figures.planned, figures.kept, figures.totals.unmarked),
            (1, 1, 0)
        );
        // A day that has passed without a mark was planned and not kept.
        let figures = Figures::of(days(&cells).into_iter(), date(2026, 11, 3));
        assert_eq!((figures.planned, figures.totals.unmarked), (2, 1));
    }

    #[test]
    fn a_trend_is_told_when_it_is_notable_b6() {
        let of = |kept: u32| Figures {
            planned: 20,
            kept,
            ..Figures::default()
        };
        assert_eq!(of(18).trend(&of(17)), Some(Trend::Rising));
        assert_eq!(of(17).trend(&of(18)), Some(Trend::Falling));
        assert_eq!(of(17).trend(&of(17)), Some(Trend::Level));
        assert_eq!(of(17).trend(&Figures::default()), None);
    }

    fn any_mark() -> impl Strategy<Value = Mark> {
        prop::sample::select(vec![
            Mark::Expected,
            present(),
            Mark::Sick,
            Mark::Absent,
            Mark::Permitted,
            Mark::NotADay,
        ])
    }

    proptest! {
        #[test]
        fn no_more_is_kept_than_was_planned(marks in prop::collection::vec((any::<bool>(), any_mark()), 0..70)) {
            let cells: Vec<Cell> = marks.iter().map(|(planned, mark)| cell(*planned, *mark)).collect();
            let days = days(&cells);
            let figures = Figures::of(days.iter().copied(), TODAY);
            prop_assert!(figures.kept <= figures.planned && figures.whole_weeks <= figures.weeks);
            prop_assert!(figures.kept <= figures.totals.attended);
            prop_assert!(figures.percent().is_none_or(|percent| percent <= 100));
            let (first, second) = days.split_at(days.len() / 2);
            let both = Figures::of(first.iter().copied(), TODAY).and(&Figures::of(second.iter().copied(), TODAY));
            prop_assert_eq!((both.planned, both.kept), (figures.planned, figures.kept));
            prop_assert_eq!(both.totals, figures.totals);
        }
    }
}
