//! Columns: what a sheet holds, where its header is, and what each column means in this register.
//!
//! - [`words`]: what people call a column, in three languages;
//! - [`header`]: which row is the header, below whatever title stands above it;
//! - [`guess`]: the likeliest meaning of each column, by the same word or a spelling of it;
//! - [`plan`]: what the main user decides, checked before anything is imported.

mod guess;
mod header;
mod plan;
mod words;

use polku_profile::Field;

pub(crate) use header::{Outline, SheetOutline};
pub(crate) use plan::{Plan, PlanProblem, SheetPlan, asks_necessity, can_import, keeps};

polku_desk::named_states! {
    /// What a sheet holds.
    pub(crate) enum SheetKind {
        /// A client a row.
        Clients = "clients",
        /// A client a row, a day a column.
        Attendance = "attendance",
        /// An entry of the diary a row.
        Diary = "diary",
        /// Nothing that is imported.
        Nothing = "nothing",
    }
}

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// It is left out.
    Skip,
    /// The number by which the old system knew the client.
    Number,
    /// The client's name, last name first.
    FullName,
    /// Number or name of the client.
    Who,
    /// A field of the register.
    Field(Field),
    /// Kept as words in the cover note.
    Note,
    /// The mark of one day: the header says which.
    Day,
    /// The day that an entry tells of.
    EntryDate,
    /// What an entry says.
    EntryText,
    /// Who wrote an entry.
    EntryAuthor,
}

/// Before the key of a field.
const FIELD: &str = "field.";

impl Meaning {
    /// The stable name, as stored, posted and sent in the API.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Field(field) => format!("{FIELD}{}", field.key()),
            other => other.own_key().to_owned(),
        }
    }

    /// The meaning of a stable name.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        match key.strip_prefix(FIELD) {
            Some(field) => Field::from_key(field).map(Self::Field),
            None => Self::OWN.iter().copied().find(|meaning| meaning.own_key() == key),
        }
    }

    /// Every meaning that is no field.
    pub(crate) const OWN: &'static [Self] = &[
        Self::Skip,
        Self::Number,
        Self::FullName,
        Self::Who,
        Self::Note,
        Self::Day,
        Self::EntryDate,
        Self::EntryText,
        Self::EntryAuthor,
    ];

    const fn own_key(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Number => "number",
            Self::FullName => "full-name",
            Self::Who => "who",
            Self::Field(_) => "field",
            Self::Note => "note",
            Self::Day => "day",
            Self::EntryDate => "entry-date",
            Self::EntryText => "entry-text",
            Self::EntryAuthor => "entry-author",
        }
    }

    /// Whether several columns of a sheet may mean this: two phones stand in two columns.
    pub(crate) const fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Skip
                | Self::Note
                | Self::Day
                | Self::Field(
                    Field::Phones | Field::Email | Field::FormerIdentityCodes | Field::ResponsibleWorkers
                )
        )
    }

    /// Whether a sheet of a kind can have such a column.
    pub(crate) const fn fits(self, kind: SheetKind) -> bool {
        match self {
            Self::Skip => true,
            Self::Number | Self::FullName | Self::Field(Field::IdentityCode) => {
                !matches!(kind, SheetKind::Nothing)
            }
            Self::Who => matches!(kind, SheetKind::Attendance | SheetKind::Diary),
            Self::Field(_) | Self::Note => matches!(kind, SheetKind::Clients),
            Self::Day => matches!(kind, SheetKind::Attendance),
            Self::EntryDate | Self::EntryText | Self::EntryAuthor => matches!(kind, SheetKind::Diary),
        }
    }
}

impl serde::Serialize for Meaning {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.key())
    }
}

impl<'de> serde::Deserialize<'de> for Meaning {
    /// A field that the catalogue gave up since is skipped.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = <String as serde::Deserialize>::deserialize(deserializer)?;
        Ok(Self::from_key(&key).unwrap_or(Self::Skip))
    }
}

#[cfg(test)]
#[path = "../columns_tests.rs"]
mod tests;
