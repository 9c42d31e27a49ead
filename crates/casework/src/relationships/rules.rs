//! When a relationship may begin and end, and when the follow-up is due (B1).

use jiff::{ToSpan, civil::Date};
use polku_values::service::Placement;

use super::relationship::Ending;

/// How far ahead a relationship may be entered, in days: a client who is known to come next month.
const AHEAD: i32 = 366;

/// Whether a relationship may begin on a day; else the key of the text that says what to mend.
pub(crate) fn may_begin(started_on: Date, today: Date) -> Result<(), &'static str> {
    if started_on > today.saturating_add(AHEAD.days()) {
        Err("relationships-start-too-far")
    } else {
        Ok(())
    }
}

/// Whether a relationship may end on a day; else the key of the text that says what to mend. An end is entered when it
/// has come, since until then a placement is a guess.
pub(crate) fn may_end(started_on: Date, ended_on: Date, today: Date) -> Result<(), &'static str> {
    if ended_on < started_on {
        Err("date-range-end-before-start")
    } else if ended_on > today {
        Err("relationships-end-ahead")
    } else {
        Ok(())
    }
}

/// The day on which to ask where the client is a year on. Who is still at the workshop has not left, so there is
/// nothing to ask.
pub(crate) fn follow_up_on(ending: Ending) -> Option<Date> {
    match ending.placement {
        Placement::StillAtWorkshop => None,
        _ => Some(ending.on.saturating_add(1.year())),
    }
}
