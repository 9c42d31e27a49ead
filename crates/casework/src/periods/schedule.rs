//! The weekly schedule of a period, as dated pieces: a change of days or a break never alters the days before it.

use jiff::{ToSpan, civil::Date};
use polku_desk::{SubjectId, ids::WorkgroupId};
use polku_values::{
    Minutes,
    dates::{Weekdays, holiday_on},
};
use uuid::Uuid;

/// The days of an ordinary week, and how long each is, travel not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Which days.
    pub weekdays: Weekdays,
    /// How long each is.
    pub minutes: Minutes,
}

impl Week {
    /// A week without days: nothing is known of the schedule.
    pub const NONE: Self = Self {
        weekdays: Weekdays::NONE,
        minutes: Minutes::ZERO,
    };
}

/// A week that holds between two days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The week.
    pub week: Week,
    /// The first day.
    pub from: Date,
    /// The last day; none while it has no end.
    pub until: Option<Date>,
}

/// A piece of somebody's schedule within a period that has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Whose.
    pub subject: SubjectId,
    /// Of which period.
    pub period: Uuid,
    /// The group of the period.
    pub workgroup: Option<WorkgroupId>,
    /// Which days.
    pub weekdays: Weekdays,
    /// How long each is.
    pub minutes: Minutes,
    /// The first day.
    pub from: Date,
    /// The last day; none while it has no end.
    pub until: Option<Date>,
}

impl Schedule {
    /// Whether the client is expected on a day: one of the weekdays, within the dates, and no public holiday.
    #[must_use]
    pub fn expects_on(&self, day: Date) -> bool {
        self.from <= day
            && self.until.is_none_or(|last| day <= last)
            && self.weekdays.contains(day.weekday())
            && holiday_on(day).is_none()
    }
}

/// The piece by which a client is expected on a day, among the pieces of that client; none when they are not.
#[must_use]
pub fn expected_on(schedules: &[Schedule], day: Date) -> Option<&Schedule> {
    schedules.iter().find(|schedule| schedule.expects_on(day))
}

/// The schedule from its first day to its last.
pub fn whole(week: Week, from: Date, until: Option<Date>) -> Vec<Piece> {
    vec![Piece { week, from, until }]
}

/// The schedule when a week holds from a day on until `until`: what was before that day stays as it was.
pub fn changed(pieces: &[Piece], week: Week, from: Date, until: Option<Date>) -> Vec<Piece> {
    let mut result = cut(pieces, from.saturating_sub(1.day()));
    let joins = result
        .last()
        .filter(|last| last.week == week && last.until == Some(from.saturating_sub(1.day())));
    let from = joins.map_or(from, |last| last.from);
    if joins.is_some() {
        result.pop();
    }
    if until.is_none_or(|until| from <= until) {
        result.push(Piece { week, from, until });
    }
    result
}

/// The schedule when nothing is expected after a day.
pub fn cut(pieces: &[Piece], last_day: Date) -> Vec<Piece> {
    pieces
        .iter()
        .filter(|piece| piece.from <= last_day)
        .map(|piece| Piece {
            until: Some(piece.until.map_or(last_day, |until| until.min(last_day))),
            ..*piece
        })
        .collect()
}

/// How many days of service the pieces hold up to and including a day, public holidays left out.
pub fn service_days(pieces: &[Piece], last_day: Date) -> u32 {
    let days = pieces.iter().flat_map(|piece| {
        let until = piece.until.map_or(last_day, |until| until.min(last_day));
        piece
            .from
            .series(1.day())
            .take_while(move |day| *day <= until)
            .filter(|day| piece.week.weekdays.contains(day.weekday()) && holiday_on(*day).is_none())
    });
    u32::try_from(days.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "schedule_tests.rs"]
mod tests;
