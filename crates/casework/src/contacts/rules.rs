//! When a contact may be, what is agreed next, and what a correction does to the task that follows (B11).

use jiff::{ToSpan, civil::Date};

use super::contact::{Agreement, Held};
use crate::tasks;

/// How far ahead a meeting may be agreed, in days: two years. Further away the year is most likely mistyped.
const AHEAD: i32 = 731;

/// Whether a contact may be on a day; else the key of the text that says what to mend.
pub(super) fn may_be_on(day: Date, today: Date) -> Result<(), &'static str> {
    if day > today.saturating_add(AHEAD.days()) {
        Err("contacts-day-too-far")
    } else {
        Ok(())
    }
}

/// What becomes of the task that follows from a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FollowUp {
    /// One is made.
    Add,
    /// The open one follows the new words.
    Change,
    /// The open one is dropped: nothing is agreed any more.
    Drop,
    /// Nothing.
    Keep,
}

/// What a contact's agreement does to its task. What was done stays done, and what somebody dropped stays dropped,
/// unless something else is agreed: then that is a task of its own.
pub(super) fn follow_up(
    before: Option<&Agreement>,
    now: Option<&Agreement>,
    task: Option<tasks::State>,
) -> FollowUp {
    if before == now {
        return FollowUp::Keep;
    }
    match (now, task) {
        (Some(_), Some(tasks::State::Open)) => FollowUp::Change,
        (None, Some(tasks::State::Open)) => FollowUp::Drop,
        (Some(_), _) => FollowUp::Add,
        (None, _) => FollowUp::Keep,
    }
}

/// What comes next of what is agreed: the earliest from today on; when there is none, the latest that is overdue.
pub(super) fn next<T>(agreed: Vec<T>, today: Date, held: impl Fn(&T) -> Held) -> Option<T> {
    let (ahead, overdue): (Vec<T>, Vec<T>) = agreed.into_iter().partition(|one| held(one).on >= today);
    let first = ahead.into_iter().min_by_key(|one| held(one));
    first.or_else(|| overdue.into_iter().max_by_key(|one| held(one)))
}
