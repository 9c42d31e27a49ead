//! The rules of client narratives: what one may say, and that a correction keeps what was said (B13).

use jiff::civil::Date;

use super::narrative::{Telling, Version};

/// The most characters of a narrative.
pub(crate) const LONGEST_TEXT: usize = 20_000;
/// The most characters of a heading or a reason.
pub(crate) const LONGEST_LINE: usize = 200;

/// Whether a narrative may tell of a day.
pub(crate) fn dated(day: Date, today: Date) -> Result<(), &'static str> {
    if day > today {
        Err("narratives-date-ahead")
    } else {
        Ok(())
    }
}

/// Whether a text is there.
pub(crate) fn there(text: &str, missing: &'static str) -> Result<(), &'static str> {
    if text.is_empty() { Err(missing) } else { Ok(()) }
}

/// The number of the wording that corrects another. A correction that changes nothing is none, and one without a reason
/// explains nothing to those who read it later.
pub(crate) fn correct(current: &Version, corrected: &Telling) -> Result<i64, (&'static str, &'static str)> {
    let (was, now) = (&current.says, corrected);
    if was.dated == now.dated && was.words.heading == now.words.heading && was.words.text == now.words.text {
        return Err(("text", "narratives-correction-same"));
    }
    there(&now.words.reason, "narratives-reason-missing").map_err(|key| ("reason", key))?;
    Ok(current.number + 1)
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};

    use super::{super::narrative::Words, *};

    fn version(text: &str) -> Version {
        Version {
            number: 1,
            says: telling(text, ""),
            written_by: "Maija".to_owned(),
            written_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn telling(text: &str, reason: &str) -> Telling {
        Telling {
            dated: date(2026, 11, 20),
            words: Words {
                heading: "Syksy".to_owned(),
                text: text.to_owned(),
                reason: reason.to_owned(),
            },
        }
    }

    #[test]
    fn a_correction_changes_something_and_says_why_b13() {
        let was = version("Aloitti pajalla.");
        assert_eq!(
            correct(&was, &telling("Aloitti pajalla.", "syy")),
            Err(("text", "narratives-correction-same"))
        );
        assert_eq!(
            correct(&was, &telling("Jatkoi pajalla.", "")),
            Err(("reason", "narratives-reason-missing"))
        );
        assert_eq!(correct(&was, &telling("Jatkoi pajalla.", "väärä sana")), Ok(2));
    }
}
