//! How tasks are ordered by their day, and what may become of them (B11).

use jiff::{ToSpan, civil::Date};

use super::task::State;

/// How far ahead a task may be due, in days: two years. Further away the year is most likely mistyped.
const AHEAD: i32 = 731;
/// How long what is done stays on the list, in days, so that it can be undone.
pub(super) const LATELY: i32 = 14;

/// How soon a task falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum When {
    /// Its day has passed.
    Overdue,
    /// Today.
    Today,
    /// By the coming Sunday.
    ThisWeek,
    /// After that.
    Later,
}

impl When {
    /// All of them, the most urgent first.
    pub(crate) const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::ThisWeek, Self::Later];

    /// How soon a day is, seen from another. A week ends on Sunday (ISO 8601).
    pub(crate) fn of(due_on: Date, today: Date) -> Self {
        if due_on < today {
            Self::Overdue
        } else if due_on == today {
            Self::Today
        } else if due_on <= end_of_week(today) {
            Self::ThisWeek
        } else {
            Self::Later
        }
    }

    /// The key of the group's heading.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Overdue => "tasks-overdue",
            Self::Today => "tasks-today",
            Self::ThisWeek => "tasks-this-week",
            Self::Later => "tasks-later",
        }
    }
}

/// The Sunday of a day's week.
pub(crate) fn end_of_week(day: Date) -> Date {
    let left = 6 - i32::from(day.weekday().to_monday_zero_offset());
    day.saturating_add(left.days())
}

/// Tasks in their groups, the most urgent first; groups with nothing in them are left out. The order within a group
/// stays.
pub(crate) fn grouped<T>(tasks: Vec<T>, today: Date, due_on: impl Fn(&T) -> Date) -> Vec<(When, Vec<T>)> {
    let mut groups: Vec<(When, Vec<T>)> = When::ALL.into_iter().map(|when| (when, Vec::new())).collect();
    for task in tasks {
        let when = When::of(due_on(&task), today);
        if let Some((_, group)) = groups.iter_mut().find(|(group, _)| *group == when) {
            group.push(task);
        }
    }
    groups.retain(|(_, group)| !group.is_empty());
    groups
}

/// Whether a task may be due on a day; else the key of the text that says what to mend. A day that has passed is taken:
/// what was forgotten is still to be done.
pub(crate) fn may_be_due(due_on: Date, today: Date) -> Result<(), &'static str> {
    if due_on > today.saturating_add(AHEAD.days()) {
        Err("tasks-due-too-far")
    } else {
        Ok(())
    }
}

/// What is done with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It is done.
    Finish,
    /// It is not needed after all.
    Drop,
    /// It is to be done after all.
    Reopen,
}

/// Where a step leads from a state; nowhere when it does not fit there.
pub(crate) const fn after(state: State, step: Step) -> Option<State> {
    match (state, step) {
        (State::Open, Step::Finish) => Some(State::Done),
        (State::Open, Step::Drop) => Some(State::Dropped),
        (State::Done | State::Dropped, Step::Reopen) => Some(State::Open),
        _ => None,
    }
}
