//! A cell of the grid: what stands for one client and day, from the schedule and from what was marked.

use jiff::{Timestamp, ToSpan, civil::Date};
use polku_desk::clock::date_in_finland;
use polku_values::{
    Mark, Minutes,
    dates::{Holiday, holiday_on},
};

/// A mark as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMark {
    /// What was marked; [`Mark::Expected`] when a mark was taken back.
    pub mark: Mark,
    /// How many times the day was marked.
    pub version: i64,
    /// When, the last time.
    pub at: Timestamp,
    /// By whom; none when it came from an earlier register.
    pub by: Option<String>,
}

/// What stands for one client and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is to be shown.
    pub mark: Mark,
    /// What stands there when nothing is marked: [`Mark::Expected`] on the days of the schedule, else
    /// [`Mark::NotADay`].
    pub unmarked: Mark,
    /// How long the client is present unless something else is said.
    pub hours: Minutes,
    /// How many times the day was marked; 0 when it never was.
    pub version: i64,
    /// Who changed it, when that was late.
    pub late: Option<Late>,
}

/// A change that came so late that it shows as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// By whom.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// How a register marks: from its profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// How long a present day is when no schedule says.
    pub usual_day: Minutes,
    /// After so many days a marking shows as late.
    pub late_after_days: u8,
}

impl Cell {
    /// The cell of a day on which the client is scheduled this long, or not at all.
    #[must_use]
    pub fn of(day: Date, stored: Option<&StoredMark>, scheduled: Option<Minutes>, habits: Habits) -> Self {
        let unmarked = scheduled.map_or(Mark::NotADay, |_| Mark::Expected);
        let marked = stored.map_or(Mark::Expected, |stored| stored.mark);
        Self {
            mark: if marked == Mark::Expected {
                unmarked
            } else {
                marked
            },
            unmarked,
            hours: scheduled.unwrap_or(habits.usual_day),
            version: stored.map_or(0, |stored| stored.version),
            late: stored.and_then(|stored| late(day, stored, habits)),
        }
    }

    /// The cell after somebody marked it; [`Mark::Expected`] takes the mark back.
    #[must_use]
    pub fn after(&self, day: Date, mark: Mark, by: &str, at: Timestamp, habits: Habits) -> Self {
        let stored = StoredMark {
            mark,
            version: self.version + 1,
            at,
            by: Some(by.to_owned()),
        };
        Self {
            mark: if mark == Mark::Expected {
                self.unmarked
            } else {
                mark
            },
            version: stored.version,
            late: late(day, &stored, habits),
            ..*self
        }
    }

    /// How long: of presence what was marked, else what is scheduled.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        match self.mark {
            Mark::Present { minutes } => minutes,
            _ => self.hours,
        }
    }
}

/// What is scheduled is left out of account: a day that is marked late is late whatever was expected.
fn late(day: Date, stored: &StoredMark, habits: Habits) -> Option<Late> {
    let by = stored.by.clone()?;
    is_late(day, stored.at, habits.late_after_days).then_some(Late { by, at: stored.at })
}

/// Whether a marking at a moment came later than the profile's number of days after the day that it is about. Days
/// are Finland's.
pub fn is_late(day: Date, marked_at: Timestamp, late_after_days: u8) -> bool {
    date_in_finland(marked_at) > day.saturating_add(i64::from(late_after_days).days())
}

/// Whether a day may be marked so; else the key of the text that says why not. What is to come may be known to be an
/// absence with its reason, never a presence.
pub fn may_mark(mark: Mark, day: Date, today: Date) -> Result<(), &'static str> {
    match mark {
        Mark::Present { .. } | Mark::Absent if day > today => Err("attendance-not-yet"),
        Mark::Present { minutes } if minutes == Minutes::ZERO => Err("attendance-no-hours"),
        Mark::Present { minutes } if minutes > Minutes::DAY => Err("hours-too-long"),
        _ => Ok(()),
    }
}

/// Whether a day is worked on at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A day of work.
    Workday,
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday(Holiday),
}

impl DayKind {
    /// What a day is. A holiday on a weekend is a holiday.
    #[must_use]
    pub fn of(day: Date) -> Self {
        if let Some(holiday) = holiday_on(day) {
            Self::Holiday(holiday)
        } else if day.weekday().to_monday_zero_offset() >= 5 {
            Self::Weekend
        } else {
            Self::Workday
        }
    }

    /// Whether people rest.
    #[must_use]
    pub fn rests(self) -> bool {
        self != Self::Workday
    }
}

#[cfg(test)]
#[path = "cell_tests.rs"]
mod tests;
