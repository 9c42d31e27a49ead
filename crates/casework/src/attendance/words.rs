//! Marks in words and signs.

use polku_pages::{Locale, Texts, components, format};
use polku_values::{Mark, Minutes};

use super::cell::{Cell, Late};

/// Hours as they stand in a cell and can be typed again: `6`, `6,5`, `6:20`.
#[must_use]
pub fn hours(locale: Locale, minutes: Minutes) -> String {
    let (whole, rest) = minutes.whole_hours_and_rest();
    let mark = if locale == Locale::En { '.' } else { ',' };
    match rest {
        0 => whole.to_string(),
        15 => format!("{whole}{mark}25"),
        30 => format!("{whole}{mark}5"),
        45 => format!("{whole}{mark}75"),
        _ => format!("{whole}:{rest:02}"),
    }
}

/// What stands in the mark of a cell: hours or the letter.
#[must_use]
pub fn sign(locale: Locale, cell: &Cell) -> String {
    match cell.mark {
        Mark::Present { .. } | Mark::Expected => hours(locale, cell.minutes()),
        Mark::Sick | Mark::Absent | Mark::Permitted => cell.mark.letter().to_owned(),
        Mark::NotADay => "·".to_owned(),
    }
}

/// The mark as the parts of pages know it.
#[must_use]
pub const fn shown(mark: Mark) -> components::Mark {
    match mark {
        Mark::Expected => components::Mark::Expected,
        Mark::Present { .. } => components::Mark::Present,
        Mark::Sick => components::Mark::Sick,
        Mark::Absent => components::Mark::Absent,
        Mark::Permitted => components::Mark::Leave,
        Mark::NotADay => components::Mark::Off,
    }
}

/// A mark in words: `läsnä 6 t`, `sairas`.
#[must_use]
pub fn told(texts: Texts, mark: Mark) -> String {
    let word = shown(mark).word(texts);
    match mark {
        Mark::Present { minutes } => {
            let hours = format::hours_and_minutes(texts.locale(), minutes.0.into());
            format!("{word} {hours}")
        }
        _ => word,
    }
}

/// Where the month of a day is shown that was confirmed for payers, and corrected.
#[must_use]
pub fn month_of(client: polku_desk::SubjectId, day: jiff::civil::Date) -> String {
    format!(
        "/clients/{client}/months?month={}",
        polku_values::dates::Month::of(day)
    )
}

/// What is saved and what somebody marked meanwhile: `Malli Ilona: tallennettu sairas, sinun merkintäsi läsnä 6 t`.
pub(super) fn both(texts: Texts, name: &str, stored: Mark, own: Mark) -> String {
    let variables = [
        ("name", name.into()),
        ("stored", told(texts, stored).into()),
        ("typed", told(texts, own).into()),
    ];
    texts.with("attendance-both", &variables)
}

/// Who changed something late, and when: `Muuttanut Maija Valmentaja ti 24.11. 9.05`.
#[must_use]
pub fn late(texts: Texts, late: &Late, today: jiff::civil::Date) -> String {
    let when = format::near_time(texts, format::finnish_time(late.at), today);
    let told = [("name", late.by.as_str().into()), ("when", when.into())];
    texts.with("common-changed-by", &told)
}

#[cfg(test)]
mod tests {
    use polku_values::dates::parse_hours;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hours_are_written_as_a_coach_types_them_b6() {
        let written = [360, 390, 375, 380, 45].map(|minutes| hours(Locale::Fi, Minutes(minutes)));
        assert_eq!(written, ["6", "6,5", "6,25", "6:20", "0,75"]);
        assert_eq!(hours(Locale::En, Minutes(390)), "6.5");
    }

    proptest! {
        #[test]
        fn hours_that_are_shown_can_be_sent_again_unchanged(minutes in 0u16..=1440) {
            for locale in [Locale::Fi, Locale::Sv, Locale::En] {
                prop_assert_eq!(parse_hours(&hours(locale, Minutes(minutes))), Ok(Minutes(minutes)));
            }
        }
    }
}
