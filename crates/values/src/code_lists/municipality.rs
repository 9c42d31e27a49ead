use super::municipality_table::MUNICIPALITIES;
use super::{CodeListError, recognise};
use crate::language::{InterfaceLanguage, Labels};
use jiff::civil::Date;

/// A line of the table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) code: &'static str,
    pub(super) labels: Labels,
    pub(super) words: &'static [&'static str],
    pub(super) first_day: Option<Date>,
    pub(super) last_day: Option<Date>,
    /// The code of the municipality that it was merged into.
    pub(super) successor: Option<&'static str>,
}

/// A municipality of Finland, one of now or one merged into another, by its three-digit code (kuntanumero), which
/// is kept as text. Also `200`, abroad.
///
/// A former municipality keeps its code: what a record said when it was written stays true. Where statistics want
/// today's, ask for [`Municipality::today`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Municipality(&'static Entry);

code_face!(Municipality);

impl Municipality {
    /// Every municipality, those of now first.
    pub fn all() -> impl Iterator<Item = Self> {
        MUNICIPALITIES.iter().map(Self)
    }

    /// The municipalities that exist on a day, for a form's list.
    pub fn in_force_on(day: Date) -> impl Iterator<Item = Self> {
        Self::all().filter(move |municipality| municipality.is_in_force_on(day))
    }

    /// The three-digit code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// The municipality that has this code exactly.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|municipality| municipality.code() == code)
    }

    /// The names in the three languages of the interface.
    #[must_use]
    pub const fn labels(self) -> Labels {
        self.0.labels
    }

    /// The name in one language.
    #[must_use]
    pub const fn label(self, language: InterfaceLanguage) -> &'static str {
        self.0.labels.in_language(language)
    }

    /// The first day of its existence, where that is later than any record could be old.
    #[must_use]
    pub const fn first_day(self) -> Option<Date> {
        self.0.first_day
    }

    /// The last day before it was merged into another; `None` for one that exists.
    #[must_use]
    pub const fn last_day(self) -> Option<Date> {
        self.0.last_day
    }

    /// Whether it exists on a day.
    #[must_use]
    pub fn is_in_force_on(self, day: Date) -> bool {
        self.0.first_day.is_none_or(|first| first <= day) && self.0.last_day.is_none_or(|last| day <= last)
    }

    /// The municipality of now that its area belongs to: itself, or what it was merged into.
    #[must_use]
    pub fn today(self) -> Self {
        self.0
            .successor
            .and_then(Self::from_code)
            .map_or(self, Self::today)
    }

    /// The municipality that someone means: a name in Finnish or Swedish, former ones too (`Karleby`, `Nilsiä`),
    /// or a code, from which a spreadsheet may have dropped the zeros at the front (`91`).
    pub fn recognise(text: &str) -> Result<Self, CodeListError> {
        let text = text.trim();
        let is_short_code = (1..3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let wanted = if is_short_code {
            format!("{text:0>3}")
        } else {
            text.to_owned()
        };
        recognise(&wanted, Self::all(), Self::all_words)
    }

    /// Every word that means this municipality: its code, its names, and what else people write.
    pub(super) fn all_words(self) -> impl Iterator<Item = &'static str> {
        let entry = self.0;
        std::iter::once(entry.code)
            .chain(entry.labels.all())
            .chain(entry.words.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn code_of(text: &str) -> &'static str {
        Municipality::recognise(text)
            .unwrap_or_else(|error| panic!("{text}: {error}"))
            .code()
    }

    #[test]
    fn a_municipality_is_known_by_code_and_by_either_name() {
        for text in ["272", "Kokkola", "Karleby", " kokkola ", "KARLEBY"] {
            assert_eq!(code_of(text), "272", "{text}");
        }
        assert_eq!(code_of("91"), "091");
        assert_eq!(code_of("OULU"), "564");
        assert_eq!(code_of("Ii"), "139");
        assert_eq!(code_of("Åbo"), "853");
        assert_eq!(Municipality::recognise("Atlantis"), Err(CodeListError::Unknown));
        assert_eq!(Municipality::recognise("999"), Err(CodeListError::Unknown));
    }

    #[test]
    fn a_merged_municipality_keeps_its_code_and_counts_to_its_successor() {
        let nilsia = Municipality::recognise("Nilsiä").expect("once a town");
        assert_eq!(nilsia.code(), "534");
        assert!(nilsia.is_in_force_on(date(2012, 12, 31)) && !nilsia.is_in_force_on(date(2013, 1, 1)));
        assert_eq!(nilsia.today().code(), "297");
        let kuopio = Municipality::from_code("297").expect("in the table");
        assert_eq!(kuopio.today(), kuopio);
    }

    #[test]
    fn a_form_lists_the_308_municipalities_of_2026_with_abroad_and_no_information() {
        assert_eq!(Municipality::in_force_on(date(2026, 1, 1)).count(), 308 + 2);
        assert_eq!(Municipality::in_force_on(date(2024, 12, 31)).count(), 309 + 2);
    }

    #[test]
    fn every_successor_is_in_the_table_and_exists() {
        for municipality in Municipality::all() {
            let today = municipality.today();
            assert!(today.is_in_force_on(date(2026, 1, 1)), "{municipality:?}");
            assert_eq!(
                municipality.last_day().is_some(),
                municipality.0.successor.is_some()
            );
        }
    }

    #[test]
    fn a_municipality_travels_as_its_code() {
        let text =
            serde_json::to_string(&Municipality::recognise("Helsingfors").expect("known")).expect("a string");
        assert_eq!(text, "\"091\"");
        assert_eq!(
            serde_json::from_str::<Municipality>(&text)
                .expect("known")
                .labels()
                .finnish,
            "Helsinki"
        );
        assert!(serde_json::from_str::<Municipality>("\"Helsinki\"").is_err());
    }
}
