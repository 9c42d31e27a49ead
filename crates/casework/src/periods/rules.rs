//! Which step may follow which, on which day, and what a coach should see to (B1, B2).

use jiff::{ToSpan, civil::Date};

use super::{
    period::{Period, Plan, State},
    schedule::{self, Piece},
};

/// How many days before the end a coach is told of it: four weeks.
pub(crate) const SOON_DAYS: i32 = 28;

/// What can be done to a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It begins.
    Start,
    /// It ends as agreed; or its end is corrected.
    Complete,
    /// It is broken off or never begins; or its end is corrected.
    Interrupt,
    /// It goes on after a break.
    Resume,
}

impl Step {
    const ALL: [Self; 4] = [Self::Start, Self::Complete, Self::Interrupt, Self::Resume];
}

/// The state after a step; none when the step cannot follow. What was interrupted is completed by going on first, since
/// it may never have begun.
pub(crate) const fn after(state: State, step: Step) -> Option<State> {
    match (state, step) {
        (State::Planned, Step::Start) | (State::Interrupted, Step::Resume) => Some(State::Ongoing),
        (State::Ongoing | State::Completed, Step::Complete) => Some(State::Completed),
        (_, Step::Interrupt) => Some(State::Interrupted),
        _ => None,
    }
}

/// The steps that may follow a state.
pub(crate) fn steps(state: State) -> impl Iterator<Item = Step> {
    Step::ALL
        .into_iter()
        .filter(move |step| after(state, *step).is_some())
}

/// Whether what is agreed on can still be changed: an ended period is history, only its end can be corrected.
pub(crate) const fn is_open(state: State) -> bool {
    matches!(state, State::Planned | State::Ongoing)
}

/// Whether a period may begin on a day; else the key of the text that says what to mend.
pub(crate) fn may_start(on: Date, today: Date) -> Result<(), &'static str> {
    if on > today {
        Err("periods-start-ahead")
    } else {
        Ok(())
    }
}

/// Whether a period may end on a day; else the key of the text that says what to mend. A planned period that is called
/// off has no days of its own to keep to.
pub(crate) fn may_end(state: State, starts_on: Date, on: Date, today: Date) -> Result<(), &'static str> {
    if on > today {
        Err("periods-end-ahead")
    } else if state != State::Planned && on < starts_on {
        Err("date-range-end-before-start")
    } else {
        Ok(())
    }
}

/// Whether a period may go on from a day; else the key of the text that says what to mend.
pub(crate) fn may_resume(last_day: Date, on: Date, today: Date) -> Result<(), &'static str> {
    if on > today {
        Err("periods-start-ahead")
    } else if on <= last_day {
        Err("periods-resume-too-early")
    } else {
        Ok(())
    }
}

/// The schedule after a plan was changed. Until a period begins its schedule is that of the plan; then a change of days
/// holds from `changes_from` on, and what was before it stays.
pub(crate) fn rescheduled(period: &Period, plan: &Plan, changes_from: Date) -> Vec<Piece> {
    if period.state == State::Planned || period.schedule.is_empty() {
        return schedule::whole(plan.week, plan.starts_on, plan.ends_on);
    }
    let begun = moved_start(&period.schedule, plan.starts_on);
    let from = match begun.last() {
        Some(last) if last.week == plan.week => last.from,
        _ => changes_from.max(plan.starts_on),
    };
    schedule::changed(&begun, plan.week, from, plan.ends_on)
}

/// The schedule after a period ended on a day: cut there, or drawn out to it when the period went on longer.
pub(crate) fn ended(pieces: &[Piece], last_day: Date) -> Vec<Piece> {
    let mut left = schedule::cut(pieces, last_day);
    if left.len() == pieces.len()
        && let Some(last) = left.last_mut()
    {
        last.until = Some(last_day);
    }
    left
}

fn moved_start(pieces: &[Piece], starts_on: Date) -> Vec<Piece> {
    let mut kept: Vec<Piece> = pieces
        .iter()
        .filter(|piece| piece.until.is_none_or(|until| starts_on <= until))
        .copied()
        .collect();
    if let Some(first) = kept.first_mut() {
        first.from = starts_on;
    }
    kept
}

/// Something about a period that a coach should see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flag {
    /// Its first day has passed and it was not started.
    NotStarted,
    /// Its last day has passed and it was not closed.
    NotClosed,
    /// It ends within four weeks: so many weeks are left, begun ones counted.
    EndsSoon {
        /// From 4 to 1.
        weeks: u8,
    },
    /// The statistics need the day on which it ends.
    EndMissing,
    /// Attendance needs the days of the week.
    WeekMissing,
    /// The statistics need the placement: possible only for what was imported.
    PlacementMissing,
}

/// What a coach should see to, the most pressing first.
pub(crate) fn flags(period: &Period, today: Date) -> Vec<Flag> {
    let mut flags = Vec::new();
    match period.state {
        State::Planned if period.starts_on < today => flags.push(Flag::NotStarted),
        State::Ongoing => flags.extend(end_flag(period.ends_on, today)),
        State::Completed | State::Interrupted if period.ending.is_none() => {
            flags.push(Flag::PlacementMissing);
        }
        _ => {}
    }
    if is_open(period.state) && period.week().weekdays.count() == 0 {
        flags.push(Flag::WeekMissing);
    }
    flags
}

/// What is to be said of the end of an ongoing period.
pub(crate) fn end_flag(ends_on: Option<Date>, today: Date) -> Option<Flag> {
    let Some(ends_on) = ends_on else {
        return Some(Flag::EndMissing);
    };
    if ends_on < today {
        return Some(Flag::NotClosed);
    }
    if ends_on > today.saturating_add(SOON_DAYS.days()) {
        return None;
    }
    let days_left = (ends_on - today).get_days();
    let weeks = u8::try_from(days_left).unwrap_or_default().div_ceil(7).max(1);
    Some(Flag::EndsSoon { weeks })
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
