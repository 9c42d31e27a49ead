//! The rules of assessments (B7).

use jiff::civil::Date;

use super::model::{Answers, Assessment, State};
use crate::instruments::{Asks, Definition, Standing};

/// The most characters of an open answer or a note.
pub(crate) const LONGEST_TEXT: usize = 5_000;

/// Whether an assessment may be of a day: not of one to come.
pub(super) fn dated(day: Date, today: Date) -> Result<(), &'static str> {
    if day > today {
        Err("assessments-date-ahead")
    } else {
        Ok(())
    }
}

/// Whether an assessment can be completed; else the key of what is lacking.
pub(super) fn complete(
    definition: &Definition,
    answers: &Answers,
    own: Option<&Answers>,
) -> Result<(), &'static str> {
    match definition.asks {
        Asks::Client if own.is_none() => Err("assessments-client-first"),
        Asks::Both | Asks::Worker if !answers.has_any() => Err("assessments-nothing-answered"),
        Asks::Client | Asks::Both | Asks::Worker => Ok(()),
    }
}

/// Whether an instrument can be begun by.
pub(super) fn begin(standing: Standing) -> Result<(), &'static str> {
    match standing {
        Standing::Published => Ok(()),
        Standing::Draft => Err("assessments-edition-draft"),
        Standing::Withdrawn => Err("assessments-edition-withdrawn"),
    }
}

/// The complete ones of an instrument, the earliest first: those whose change is told.
pub(super) fn in_time<'a>(assessments: &'a [Assessment], family: &str) -> Vec<&'a Assessment> {
    let mut found: Vec<&Assessment> = assessments
        .iter()
        .filter(|one| one.state == State::Complete && one.family == family)
        .collect();
    found.sort_by_key(|one| (one.dated, one.completed_at, one.id));
    found
}

/// The one before: the latest complete one of the same instrument that is of an earlier day, or was completed earlier.
pub(super) fn previous<'a>(assessments: &'a [Assessment], of: &Assessment) -> Option<&'a Assessment> {
    let before = |one: &&Assessment| {
        let place = |one: &Assessment| {
            (
                one.dated,
                one.completed_at.map_or(i64::MAX, jiff::Timestamp::as_millisecond),
                one.id,
            )
        };
        one.id != of.id && Some(one.id) != of.corrects && place(one) < place(of)
    };
    in_time(assessments, &of.family).into_iter().rfind(before)
}
