//! How a client came to work.

use jiff::{ToSpan, civil::Date};
use polku_values::{Mark, Minutes, dates::holiday_on};
use rand::{RngExt, rngs::StdRng};

use super::service::PlannedPeriod;
use crate::periods::State;

/// A day with its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MarkedDay {
    /// The day.
    pub(super) day: Date,
    /// What is marked.
    pub(super) mark: Mark,
}

/// Marks the days of a period that has begun, from a day on until yesterday: today is the coach's to mark.
pub(super) fn make_up(dice: &mut StdRng, period: &PlannedPeriod, since: Date, today: Date) -> Vec<MarkedDay> {
    if period.state == State::Planned {
        return Vec::new();
    }
    let first = since.max(period.starts_on);
    let days = first
        .series(1.day())
        .take_while(|day| *day < today && *day <= period.ends_on);
    days.filter(|day| period.week.weekdays.contains(day.weekday()) && holiday_on(*day).is_none())
        .map(|day| MarkedDay {
            day,
            mark: mark(dice, period.week.minutes),
        })
        .collect()
}

/// Mostly present, now and then shorter.
fn mark(dice: &mut StdRng, scheduled: Minutes) -> Mark {
    match dice.random_range(0..100) {
        0..76 => Mark::Present { minutes: scheduled },
        76..83 => Mark::Present {
            minutes: Minutes(scheduled.0 - 60),
        },
        83..90 => Mark::Sick,
        90..95 => Mark::Absent,
        _ => Mark::Permitted,
    }
}
