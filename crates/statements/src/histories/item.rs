//! What an item of a history is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use polku_profile::{Field, Profile};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named_states! {
    /// Which history.
    pub(crate) enum History {
        /// Education so far.
        Education = "education",
        /// Work so far.
        Work = "work",
        /// Health so far, as far as the service needs it.
        Health = "health",
        /// Substance use so far, as far as the service needs it.
        SubstanceUse = "substance-use",
    }
}

impl History {
    /// The field of the profile that it is.
    pub(crate) const fn field(self) -> Field {
        match self {
            Self::Education => Field::EducationHistory,
            Self::Work => Field::WorkHistory,
            Self::Health => Field::HealthHistory,
            Self::SubstanceUse => Field::SubstanceUseHistory,
        }
    }

    /// Whether it is of a special category (GDPR art. 9), so that its necessity is asked.
    pub(crate) fn is_special(self) -> bool {
        self.field().is_special() || self.field().asks_necessity()
    }

    /// Those that a register has (A2).
    pub(crate) fn kept(profile: &Profile) -> Vec<Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|history| profile.has(history.field()))
            .collect()
    }
}

/// When something was, as exactly as it is known: `2019`, `8/2019`, `12.8.2019`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Moment {
    /// A year.
    Year(i16),
    /// A month of a year.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

impl Moment {
    /// The first day that it may mean: for order.
    pub(crate) fn first_day(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Day(day) => Some(day),
        }
    }
}

/// What an item says. Sealed as one value.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Words {
    /// Which history it belongs to.
    pub(crate) history: History,
    /// Since when.
    #[serde(default)]
    pub(crate) from: Option<Moment>,
    /// Until when; none when it goes on or nobody knows.
    #[serde(default)]
    pub(crate) until: Option<Moment>,
    /// What, where: a school and a degree, an employer and a job.
    pub(crate) what: String,
    /// The key of one of the register's sources (A5).
    #[serde(default)]
    pub(crate) source: String,
    /// Why it is necessary, where that is asked (A4).
    #[serde(default)]
    pub(crate) necessity: String,
}

impl SealedRecord for Words {
    const TABLE: &'static str = "history_item";
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Words")
    }
}

/// An item as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// What it says.
    pub(crate) words: Words,
    /// Who wrote it.
    pub(crate) author: String,
    /// When.
    pub(crate) written_at: Timestamp,
}
