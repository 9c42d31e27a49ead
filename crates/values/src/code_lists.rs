//! The code lists of the field, with names in Finnish, Swedish and English, and the words that people write.
//!
//! Short lists are enums ([`Sex`], [`EducationLevel`], [`EmploymentSituation`]); long ones are tables
//! ([`Municipality`], [`Language`], [`Country`]). All have `code`, `from_code`, `labels`, `label` and a tolerant
//! `recognise`, travel as their code, and hold "no information": an answer, unlike an empty field.
//!
//! To add an entry, add a line to its table; codes once used never change meaning.

mod country;
mod education;
mod employment;
mod municipality;
mod municipality_table;
mod sex;
mod spoken_language;

pub use country::Country;
pub use education::EducationLevel;
pub use employment::EmploymentSituation;
pub use municipality::Municipality;
pub use sex::Sex;
pub use spoken_language::Language;

use crate::language::Labels;
use crate::words::fold;
use thiserror::Error;

/// Why a text is no entry of a code list. Never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeListError {
    /// Nothing was written. "No information" is an answer of its own.
    #[error("nothing was written")]
    Empty,
    /// The list has no such entry.
    #[error("not in the code list")]
    Unknown,
}

impl CodeListError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "code-list-empty",
            Self::Unknown => "code-list-unknown",
        }
    }
}

/// An entry of a long list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) code: &'static str,
    pub(crate) labels: Labels,
    /// Other words that people write for it.
    pub(crate) words: &'static [&'static str],
}

impl Row {
    /// A line of a table: code, Finnish, Swedish and English name, other words.
    const fn new(
        code: &'static str,
        finnish: &'static str,
        swedish: &'static str,
        english: &'static str,
        words: &'static [&'static str],
    ) -> Self {
        Self {
            code,
            labels: Labels {
                finnish,
                swedish,
                english,
            },
            words,
        }
    }

    /// Every word that means this row.
    pub(crate) fn all_words(&'static self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.code)
            .chain(self.labels.all())
            .chain(self.words.iter().copied())
    }

    /// The last line of every table.
    const fn no_information() -> Self {
        Self::new(
            NO_INFORMATION,
            "Ei tietoa",
            "Ingen uppgift",
            "No information",
            NO_INFORMATION_WORDS,
        )
    }
}

/// The code of "no information" in every list.
pub const NO_INFORMATION: &str = "no-information";

const NO_INFORMATION_WORDS: &[&str] = &[
    "ei tiedossa",
    "tuntematon",
    "tieto puuttuu",
    "okänd",
    "uppgift saknas",
    "unknown",
];

/// The choice one of whose words is the text, both folded.
pub(crate) fn recognise<T: Copy, W: Iterator<Item = &'static str>>(
    text: &str,
    mut choices: impl Iterator<Item = T>,
    words: impl Fn(T) -> W,
) -> Result<T, CodeListError> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Err(CodeListError::Empty);
    }
    choices
        .find(|choice| words(*choice).any(|word| fold(word) == wanted))
        .ok_or(CodeListError::Unknown)
}

#[cfg(test)]
mod tests;
