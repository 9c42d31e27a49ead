//! The rules of statements: what may follow which state, who may sign, what goes to whom. Pure.

use jiff::civil::Date;

use super::statement::{Content, Kind, LeftOut, Part, State, Statement};
use crate::permit::Permit;

/// The most characters of a section.
pub(crate) const LONGEST_TEXT: usize = 10_000;
/// The most characters of all sections together: a draft of the form must hold them.
pub(crate) const LONGEST_WHOLE: usize = 50_000;

/// Whether the visitor's role may sign in this register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    /// It may.
    Yes,
    /// Somebody else must.
    No,
}

/// What is to become of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Sent to whoever may sign.
    Send,
    /// Taken or given back to be written further.
    Return,
    /// Signed.
    Sign,
}

/// The state after a turn.
///
/// # Errors
/// The key of what to say when it cannot be done.
pub(crate) const fn turn(state: State, turn: Turn, signs: Signs) -> Result<State, &'static str> {
    match (state, turn, signs) {
        (State::Signed, ..) => Err("statements-signed-already"),
        (State::Draft, Turn::Send, _) => Ok(State::Waiting),
        (State::Waiting, Turn::Send, _) => Err("statements-waiting-already"),
        (State::Waiting, Turn::Return, _) => Ok(State::Draft),
        (State::Draft, Turn::Return, _) => Err("statements-draft-already"),
        (_, Turn::Sign, Signs::Yes) => Ok(State::Signed),
        (_, Turn::Sign, Signs::No) => Err("statements-may-not-sign"),
    }
}

/// Whether its text may be changed now: one that waits is changed by whoever may sign it, others take it back first.
///
/// # Errors
/// The key of what to say.
pub(crate) const fn may_write(state: State, signs: Signs) -> Result<(), &'static str> {
    match (state, signs) {
        (State::Draft, _) | (State::Waiting, Signs::Yes) => Ok(()),
        (State::Waiting, Signs::No) => Err("statements-waits-for-signing"),
        (State::Signed, _) => Err("statements-signed-already"),
    }
}

/// Whether it may be corrected: the one that counts, and once at a time.
///
/// # Errors
/// The key of what to say.
pub(crate) fn may_correct(statement: &Statement) -> Result<(), &'static str> {
    match (statement.state, statement.corrected_by) {
        (State::Signed, None) => Ok(()),
        (State::Signed, Some((_, State::Signed))) => Err("statements-corrected-already"),
        (State::Signed, Some(_)) => Err("statements-being-corrected"),
        (State::Draft | State::Waiting, _) => Err("statements-not-signed"),
    }
}

/// Whether the days that it covers are some.
pub(crate) fn covers(from: Date, until: Date) -> Result<(), &'static str> {
    if from <= until {
        Ok(())
    } else {
        Err("statements-days-reversed")
    }
}

/// Whether it says anything: an empty paper is not signed.
pub(crate) fn says_something(content: &Content) -> Result<(), &'static str> {
    if content
        .sections
        .iter()
        .any(|section| !section.text.trim().is_empty())
    {
        Ok(())
    } else {
        Err("statements-empty-paper")
    }
}

/// Whom a kind may be for: a progress summary is for somebody, an internal summary for nobody outside.
pub(crate) const fn recipient_fits(kind: Kind, has_recipient: bool) -> Result<(), &'static str> {
    match (kind, has_recipient) {
        (Kind::ProgressSummary, false) => Err("statements-recipient-missing"),
        (Kind::InternalSummary, true) => Err("statements-internal-recipient"),
        _ => Ok(()),
    }
}

/// Why sections are left out, of those that the kind has.
pub(crate) fn left_out(kind: Kind, parts: &[Part], permit: &Permit) -> Vec<LeftOut> {
    let why = |part: &Part| {
        Some(LeftOut {
            part: *part,
            why: permit.allows(part.matter(kind)).err()?,
        })
    };
    parts.iter().filter_map(why).collect()
}

/// What of it may be had: sections, quotes and figures whose kind of data is not permitted are gone (B9).
pub(crate) fn permitted(kind: Kind, content: &Content, permit: &Permit) -> Content {
    let may = |part: Part| permit.allows(part.matter(kind)).is_ok();
    let mut permitted = content.clone();
    permitted.sections.retain(|section| may(section.part));
    if !may(Part::Attendance) {
        permitted.months.clear();
    }
    if !may(Part::Goals) {
        permitted.goals.clear();
    }
    if !may(Part::Assessments) {
        permitted.pictures.clear();
    }
    if !may(Part::Diary) {
        permitted.entries.clear();
    }
    permitted
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
