//! Sums of marks: a day of a group, a month of a client, and how regularly a client comes.

use jiff::civil::Date;
use polku_values::{Mark, dates::IsoWeek};
use schemars::JsonSchema;
use serde::Serialize;

/// A week counts as regular when the client attended at least this many per cent of its marked days.
pub const REGULAR_FROM_PERCENT: u32 = 80;

/// A group's day in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DayCounts {
    /// How many were to come, however they were marked.
    pub expected: u32,
    /// How many were there.
    pub present: u32,
    /// How many were absent for any reason.
    pub absent: u32,
    /// How many are not marked yet.
    pub unmarked: u32,
}

impl DayCounts {
    /// Counts another mark in.
    pub fn add(&mut self, mark: Mark) {
        let count = match mark {
            Mark::NotADay => return,
            Mark::Expected => &mut self.unmarked,
            Mark::Present { .. } => &mut self.present,
            Mark::Sick | Mark::Absent | Mark::Permitted => &mut self.absent,
        };
        *count += 1;
        self.expected += 1;
    }
}

impl FromIterator<Mark> for DayCounts {
    fn from_iter<Marks: IntoIterator<Item = Mark>>(marks: Marks) -> Self {
        let mut counts = Self::default();
        for mark in marks {
            counts.add(mark);
        }
        counts
    }
}

/// A client's marks over some time, summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Totals {
    /// Days attended.
    pub attended: u32,
    /// Minutes attended.
    pub minutes: u32,
    /// Days of illness.
    pub sick: u32,
    /// Days of absence without leave.
    pub absent: u32,
    /// Days of absence with leave.
    pub permitted: u32,
    /// Days of the schedule that are not marked.
    pub unmarked: u32,
}

impl Totals {
    /// Counts another mark in.
    pub fn add(&mut self, mark: Mark) {
        match mark {
            Mark::Present { minutes } => {
                self.attended += 1;
                self.minutes += u32::from(minutes.0);
            }
            Mark::Sick => self.sick += 1,
            Mark::Absent => self.absent += 1,
            Mark::Permitted => self.permitted += 1,
            Mark::Expected => self.unmarked += 1,
            Mark::NotADay => {}
        }
    }

    /// The days that were marked as attended or as an absence.
    #[must_use]
    pub fn marked(&self) -> u32 {
        self.attended + self.sick + self.absent + self.permitted
    }

    /// How many per cent of the marked days were attended, rounded; none when nothing is marked.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        let marked = self.marked();
        (marked > 0).then(|| (self.attended * 200 + marked) / (marked * 2))
    }
}

impl FromIterator<Mark> for Totals {
    fn from_iter<Marks: IntoIterator<Item = Mark>>(marks: Marks) -> Self {
        let mut totals = Self::default();
        for mark in marks {
            totals.add(mark);
        }
        totals
    }
}

/// How regularly a client comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Regularity {
    /// Weeks in which at least four days of five were attended.
    pub regular: u32,
    /// Weeks in which anything was marked.
    pub weeks: u32,
}

/// Regularity over some days in order.
pub fn regularity(days: impl IntoIterator<Item = (Date, Mark)>) -> Regularity {
    let mut regularity = Regularity::default();
    let mut week: Option<(IsoWeek, Totals)> = None;
    for (day, mark) in days {
        let this = IsoWeek::of(day);
        match &mut week {
            Some((current, totals)) if *current == this => totals.add(mark),
            _ => {
                regularity.close(week.take());
                week = Some((this, [mark].into_iter().collect()));
            }
        }
    }
    regularity.close(week);
    regularity
}

impl Regularity {
    fn close(&mut self, week: Option<(IsoWeek, Totals)>) {
        if let Some(percent) = week.and_then(|(_, totals)| totals.percent()) {
            self.weeks += 1;
            self.regular += u32::from(percent >= REGULAR_FROM_PERCENT);
        }
    }
}

#[cfg(test)]
#[path = "totals_tests.rs"]
mod tests;
