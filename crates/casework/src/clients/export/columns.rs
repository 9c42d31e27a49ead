//! The columns of an export of clients. Addresses are not among them: a protected one is shown one at a time (A7).

use polku_desk::Identity;
use polku_pages::Texts;
use polku_print::{Cell, Kind};
use polku_profile::{Field, Profile};

use crate::clients::summary::{Standing, Summary};

polku_desk::named_states! {
    /// A column.
    pub(crate) enum Column {
        /// Family name.
        LastName = "last-name",
        /// All first names.
        FirstNames = "first-names",
        /// Date of birth.
        BirthDate = "birth-date",
        /// The identity code in force.
        IdentityCode = "identity-code",
        /// Phone numbers.
        Phone = "phone",
        /// E-mail addresses.
        Email = "email",
        /// Groups today.
        Groups = "groups",
        /// The measure of the period that goes on.
        Measure = "measure",
        /// The last day of that period as planned.
        EndsOn = "ends-on",
        /// Whether the relationship goes on.
        Standing = "standing",
    }
}

/// A client as a row.
pub(super) struct Row {
    pub(super) identity: Identity,
    pub(super) summary: Summary,
}

impl Column {
    /// Those that a register has.
    pub(super) fn of(profile: &Profile) -> impl Iterator<Item = Self> + use<'_> {
        let has = |column: &Self| column.field().is_none_or(|field| profile.has(field));
        Self::ALL.iter().copied().filter(has)
    }

    /// Whether it is chosen until somebody chooses: what tells people apart is not, unless it is needed.
    pub(super) const fn is_usual(self) -> bool {
        !matches!(
            self,
            Self::BirthDate | Self::IdentityCode | Self::Phone | Self::Email
        )
    }

    const fn field(self) -> Option<Field> {
        match self {
            Self::BirthDate => Some(Field::BirthDate),
            Self::IdentityCode => Some(Field::IdentityCode),
            Self::Phone => Some(Field::Phones),
            Self::Email => Some(Field::Email),
            _ => None,
        }
    }

    /// The column's head.
    pub(super) fn head(self, texts: Texts) -> polku_print::Column {
        let kind = match self {
            Self::BirthDate | Self::EndsOn => Kind::Date,
            _ => Kind::Text,
        };
        polku_print::Column::new(texts.t(&format!("export-column-{self}")), kind)
    }

    /// What it says of a client.
    pub(super) fn cell(self, row: &Row, texts: Texts) -> Cell {
        let Row { identity, summary } = row;
        match self {
            Self::LastName => text(&identity.last_name),
            Self::FirstNames => text(&identity.first_names),
            Self::BirthDate => identity.known_birth_date().into(),
            Self::IdentityCode => identity.codes.first().cloned().into(),
            Self::Phone => text(&identity.phones.join(", ")),
            Self::Email => text(&identity.emails.join(", ")),
            Self::Groups => text(&summary.groups.join(", ")),
            Self::Measure => summary
                .measure
                .map(|measure| texts.label(measure.labels()))
                .into(),
            Self::EndsOn => summary.ends_on.into(),
            Self::Standing => texts.t(standing(summary.standing)).into(),
        }
    }
}

fn text(text: &str) -> Cell {
    Some(text).filter(|text| !text.is_empty()).into()
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Ongoing => "export-standing-ongoing",
        Standing::Ended => "client-standing-ended",
        Standing::None => "client-standing-none",
    }
}
