//! What is kept of a client beside the identity, field by field, and where each piece came from.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_desk::{Identity, SealedRecord};
use polku_profile::{Field, Section};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::value::Protection;

/// Where a piece of information came from (A5).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Origin {
    /// Who told it: the key of one of the register's sources.
    pub(crate) source: String,
    /// Who exactly, when the source is a person whom the client named, or one of several bodies.
    pub(crate) named: String,
    /// By what way: the key of one of the register's channels.
    pub(crate) channel: String,
    /// The day on which it was entered.
    pub(crate) entered_on: Option<Date>,
}

/// A value with its origin, and why it is necessary where that is asked (A4).
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Item {
    /// In the form in which [`super::value::read`] keeps it; empty for fields of the identity, which is sealed apart.
    pub(crate) value: String,
    /// Where it came from.
    pub(crate) origin: Origin,
    /// Why it is necessary.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) necessity: String,
}

/// Fields by their keys. A key that the catalogue no longer has stays as it was stored and is shown nowhere.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct FieldValues(BTreeMap<String, Item>);

impl FieldValues {
    /// What is kept of a field.
    pub(crate) fn get(&self, field: Field) -> Option<&Item> {
        self.0.get(field.key())
    }

    /// Whether nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a field.
    pub(crate) fn value(&self, field: Field) -> Option<&str> {
        self.get(field)
            .map(|item| item.value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Keeps a field; nothing takes it away.
    pub(crate) fn set(&mut self, field: Field, item: Option<Item>) {
        match item {
            Some(item) => _ = self.0.insert(field.key().to_owned(), item),
            None => _ = self.0.remove(field.key()),
        }
    }

    /// Takes over what these lack: a merged record adds what the one that stays does not know.
    pub(crate) fn fill_from(&mut self, other: Self) {
        for (key, item) in other.0 {
            self.0.entry(key).or_insert(item);
        }
    }
}

impl std::fmt::Debug for FieldValues {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "FieldValues({})", self.0.len())
    }
}

/// Declares a record that is sealed in a table of its own, so that a role opens only what it may see.
macro_rules! sealed_fields {
    ($($(#[$doc:meta])* $name:ident in $table:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(crate) FieldValues);

        impl SealedRecord for $name {
            const TABLE: &'static str = $table;
        }
    )+};
}

sealed_fields! {
    /// Ordinary fields, and the origins of the identity's fields.
    OrdinaryFields in "client";
    /// Fields whose necessity is asked or that are of a special category (GDPR art. 9).
    SpecialFields in "client_special";
    /// Address and home municipality, which a protection order hides (A7).
    AddressFields in "client_address";
}

/// In which of a client's records a field lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the identity, from which look-ups are built.
    Identity,
    /// Among the ordinary fields.
    Ordinary,
    /// Among the special fields.
    Special,
    /// With the address.
    Address,
    /// The protection of the address itself.
    Protection,
    /// With the client relationship, which is another capability's.
    Relationship,
}

impl Place {
    /// The place of a field.
    pub(crate) const fn of(field: Field) -> Self {
        match field {
            Field::LastName
            | Field::FirstNames
            | Field::PreferredName
            | Field::IdentityCode
            | Field::FormerIdentityCodes
            | Field::BirthDate
            | Field::Phones
            | Field::Email => Self::Identity,
            Field::ProtectedAddress => Self::Protection,
            _ if matches!(field.section(), Section::Relationship) => Self::Relationship,
            _ if field.is_restricted() => Self::Address,
            _ if field.is_special() || field.asks_necessity() => Self::Special,
            _ => Self::Ordinary,
        }
    }
}

/// The versions of the records that basic data is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Versions {
    /// Of the identity.
    pub(crate) identity: i64,
    /// Of the ordinary fields; 0 when nothing is stored yet.
    pub(crate) ordinary: i64,
    /// Of the special fields.
    pub(crate) special: i64,
    /// Of the address.
    pub(crate) address: i64,
}

impl Versions {
    /// One number that rises with every change of any of them: what a page or a program has seen.
    pub(crate) const fn sum(self) -> i64 {
        self.identity + self.ordinary + self.special + self.address
    }
}

/// Basic data of a client as far as a role may have it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Basics {
    /// Names, codes, contacts.
    pub(crate) identity: Identity,
    /// Whether the address is protected.
    pub(crate) protection: Option<Protection>,
    /// Ordinary fields.
    pub(crate) ordinary: FieldValues,
    /// Special fields; none when the role has none.
    pub(crate) special: Option<FieldValues>,
    /// Address; none while it is protected, whoever asks: only a recorded showing opens it then.
    pub(crate) address: Option<FieldValues>,
    /// What was seen.
    pub(crate) versions: Versions,
}

impl Basics {
    /// Whether the address is protected.
    pub(crate) fn is_protected(&self) -> bool {
        self.protection == Some(Protection::Yes)
    }

    /// The values of a field, as they are kept: several for phones and codes.
    pub(super) fn values(&self, field: Field) -> Vec<String> {
        let one = |text: &str| {
            Some(text.to_owned())
                .filter(|text| !text.is_empty())
                .into_iter()
                .collect()
        };
        let identity = &self.identity;
        match Place::of(field) {
            Place::Identity => match field {
                Field::LastName => one(&identity.last_name),
                Field::FirstNames => one(&identity.first_names),
                Field::PreferredName => one(&identity.preferred_name),
                Field::IdentityCode => identity.codes.iter().take(1).cloned().collect(),
                Field::FormerIdentityCodes => identity.codes.iter().skip(1).cloned().collect(),
                Field::BirthDate => identity
                    .birth_date
                    .map(|day| day.to_string())
                    .into_iter()
                    .collect(),
                Field::Phones => identity.phones.clone(),
                _ => identity.emails.clone(),
            },
            Place::Protection => self
                .protection
                .map(|answer| answer.name().to_owned())
                .into_iter()
                .collect(),
            Place::Relationship => Vec::new(),
            place => {
                let kept = self.record(place).and_then(|record| record.value(field));
                kept.map(str::to_owned).into_iter().collect()
            }
        }
    }

    /// What is kept of a field beside its value.
    pub(super) fn item(&self, field: Field) -> Option<&Item> {
        self.record(Place::of(field)).and_then(|record| record.get(field))
    }

    fn record(&self, place: Place) -> Option<&FieldValues> {
        match place {
            Place::Special => self.special.as_ref(),
            Place::Address => self.address.as_ref(),
            _ => Some(&self.ordinary),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polku_profile::SubjectKind;

    #[test]
    fn health_lives_apart_from_what_every_role_reads_a4() {
        for field in Field::ALL
            .iter()
            .filter(|field| field.subject() == SubjectKind::Client)
        {
            if field.is_special() || field.asks_necessity() {
                assert_eq!(Place::of(*field), Place::Special, "{field}");
            }
            if field.is_restricted() {
                assert_eq!(Place::of(*field), Place::Address, "{field}");
            }
        }
    }

    #[test]
    fn a_field_that_the_catalogue_gave_up_stays_stored() {
        let stored = r#"{"a_field_of_old":{"value":"x"},"occupation":{"value":"kokki"}}"#;
        let fields: OrdinaryFields = serde_json::from_str(stored).expect("reads");
        assert_eq!(fields.0.value(Field::Occupation), Some("kokki"));
        let again = serde_json::to_string(&fields).expect("writes");
        assert!(again.contains("a_field_of_old"));
    }

    #[test]
    fn values_never_reach_a_log() {
        let mut fields = FieldValues::default();
        let item = Item {
            value: "salaisuus".into(),
            ..Item::default()
        };
        fields.set(Field::Occupation, Some(item));
        let basics = Basics {
            ordinary: fields,
            ..Basics::default()
        };
        assert!(!format!("{basics:?}").contains("salaisuus"));
    }
}
