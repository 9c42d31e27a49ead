//! The rules of the diary: what an entry may say, and that a correction keeps what was said (B5).

use jiff::civil::Date;

use super::entry::{Telling, Version};

/// The most characters of a text.
pub(crate) const LONGEST_TEXT: usize = 20_000;
/// The most characters of a correction's reason.
pub(crate) const LONGEST_REASON: usize = 500;

/// Whether a text can be an entry's; else the key of what to say.
pub(crate) fn text(text: &str) -> Result<(), &'static str> {
    match text.chars().count() {
        0 => Err("diary-text-missing"),
        length if length > LONGEST_TEXT => Err("diary-text-long"),
        _ => Ok(()),
    }
}

/// Whether an entry may tell of a day: the diary tells of what has been.
pub(crate) fn dated(day: Date, today: Date) -> Result<(), &'static str> {
    if day > today {
        Err("diary-date-ahead")
    } else {
        Ok(())
    }
}

/// Whether a reason explains a correction to those who read it later.
pub(crate) fn reason(reason: &str) -> Result<(), &'static str> {
    match reason.chars().count() {
        0 => Err("diary-reason-missing"),
        length if length > LONGEST_REASON => Err("diary-reason-long"),
        _ => Ok(()),
    }
}

/// The number of the wording that corrects another. A correction that changes nothing is none.
pub(crate) fn correct(current: &Version, corrected: &Telling) -> Result<i64, &'static str> {
    let says_the_same = current.says.dated == corrected.dated
        && current.says.kind == corrected.kind
        && current.says.contact == corrected.contact
        && current.says.wording.text == corrected.wording.text
        && current.says.wording.goals == corrected.wording.goals;
    if says_the_same {
        return Err("diary-correction-same");
    }
    reason(&corrected.wording.reason)?;
    Ok(current.number + 1)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
