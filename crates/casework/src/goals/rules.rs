//! The rules of goals (B4).

use jiff::civil::Date;

use super::goal::{Aim, EventKind, Goal, GoalState, Step};

/// The most characters of a title.
pub(crate) const LONGEST_TITLE: usize = 120;
/// The most characters of a description or a note.
pub(crate) const LONGEST_TEXT: usize = 5_000;

/// Whether a title can be a goal's; else the key of what to say.
pub(crate) fn title(title: &str) -> Result<(), &'static str> {
    match title.chars().count() {
        0 => Err("goals-title-missing"),
        length if length > LONGEST_TITLE => Err("goals-title-long"),
        _ => Ok(()),
    }
}

/// Where a goal may lead: a goal of standing still is none.
pub(crate) fn target(step: Step) -> Result<(), &'static str> {
    if step == Step::FIRST {
        Err("goals-target-none")
    } else {
        Ok(())
    }
}

/// Whether something may have happened to a goal on a day: not before it was set, and not in days to come.
pub(crate) fn dated(goal: &Goal, day: Date, today: Date) -> Result<(), &'static str> {
    if day > today {
        Err("goals-date-ahead")
    } else if day < goal.opened_on {
        Err("goals-date-before")
    } else {
        Ok(())
    }
}

/// Whether progress may be marked: on goals that are worked towards.
pub(crate) fn may_mark(state: GoalState) -> Result<(), &'static str> {
    match state {
        GoalState::Open => Ok(()),
        GoalState::Reached | GoalState::Dropped => Err("goals-closed"),
    }
}

/// What it is called when a goal goes from one state to another; none when it does not.
pub(crate) const fn turn(from: GoalState, to: GoalState) -> Option<EventKind> {
    match (from, to) {
        (GoalState::Open, GoalState::Reached) => Some(EventKind::Reached),
        (GoalState::Open, GoalState::Dropped) => Some(EventKind::Dropped),
        (GoalState::Reached | GoalState::Dropped, GoalState::Open) => Some(EventKind::Reopened),
        _ => None,
    }
}

/// The step after a turn: a goal that was reached stands at its target at least.
pub(crate) fn level_after(kind: EventKind, level: Step, target: Step) -> Step {
    if kind == EventKind::Reached {
        level.max(target)
    } else {
        level
    }
}

/// Whether the client has come where the goal leads, so that the page asks if it is reached.
pub(crate) fn is_at_target(goal: &Goal) -> bool {
    goal.state == GoalState::Open && goal.level >= goal.aim.target
}

/// Whether a goal is worded otherwise.
pub(crate) fn is_reworded(goal: &Goal, aim: &Aim) -> Result<(), &'static str> {
    if goal.aim == *aim {
        Err("goals-same")
    } else {
        Ok(())
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
