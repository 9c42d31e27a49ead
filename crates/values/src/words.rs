//! How people write the same word: case, spaces, dots and missing umlauts make no difference.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form in which two spellings of one word are equal: lower case, without accents (ä→a, ö→o, å→a), every
/// run of spaces and punctuation one space, none at the ends.
///
/// For matching against a short list only: two different names may fold alike, so never use it to decide that
/// two people are one.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain = text
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase);
    let spaced: String = plain
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a cell says that there is nothing to give: empty, a dash, "ei ole", "saknas", "none".
///
/// Not the same as "no information" (`ei tietoa`), which is an answer of a code list.
#[must_use]
pub fn says_there_is_none(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "" | "ei ole" | "ei" | "puuttuu" | "saknas" | "ingen" | "finns inte" | "none"
    )
}

/// Whether a cell in the place of an end date says that the thing goes on: "jatkuu", "pågår", "ongoing".
#[must_use]
pub fn says_it_goes_on(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "jatkuu"
            | "voimassa"
            | "toistaiseksi"
            | "pagar"
            | "fortsatter"
            | "tills vidare"
            | "ongoing"
            | "continues"
    )
}

/// Whether a cell says yes: "kyllä", "K", "x", "ja", "yes".
#[must_use]
pub fn says_yes(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "kylla" | "k" | "x" | "on" | "ja" | "j" | "yes" | "y" | "true" | "1"
    )
}

/// Whether a cell says no: "ei", "E", "nej", "no".
#[must_use]
pub fn says_no(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "ei" | "e" | "nej" | "n" | "no" | "false" | "0"
    )
}

/// What stands after a word of withdrawal ("peruttu 3.2.2025" → `3.2.2025`); `None` if the cell withdraws
/// nothing. The rest is trimmed and may be empty.
#[must_use]
pub fn after_withdrawn(text: &str) -> Option<&str> {
    let text = text.trim();
    let first = text.split_whitespace().next()?;
    matches!(
        fold(first).as_str(),
        "peruttu" | "peruutettu" | "aterkallat" | "aterkallad" | "withdrawn"
    )
    .then(|| text[first.len()..].trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_word_are_equal() {
        assert_eq!(fold(" Te-tsto"), fold("te tsto "));
        assert_eq!(fold("2. aste"), "2 aste");
        assert_eq!(fold("Työllisyysalue "), "tyollisyysalue");
        assert_eq!(fold("ÅBO"), "abo");
    }

    #[test]
    fn the_cells_of_an_old_register_are_understood() {
        assert!(says_there_is_none("ei ole"));
        assert!(says_it_goes_on("Jatkuu "));
        assert!(says_yes("K") && says_yes("x") && says_yes("kyllä"));
        assert!(says_no("ei"));
        assert_eq!(after_withdrawn("peruttu 3.2.2025"), Some("3.2.2025"));
        assert_eq!(after_withdrawn("Peruttu"), Some(""));
        assert_eq!(after_withdrawn("kyllä"), None);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
