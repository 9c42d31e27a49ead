//! The fields that one profile has.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Field, Section, SubjectKind};

/// A field in a profile: whether it must be filled, and where it stands in its section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileField {
    /// The field.
    pub field: Field,
    /// Whether intake refuses a record without it.
    pub required: bool,
    /// Its place in its section, from 0.
    pub position: usize,
}

/// `[fields.SECTION]`: the fields of one section that a profile has, why, and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionFields {
    /// The fields, in the order in which they stand on the page.
    pub show: Vec<Field>,
    /// Those of them that must be filled.
    #[serde(default)]
    pub required: Vec<Field>,
    /// Keys of the purposes for which they are held. One of them must have a basis in GDPR 9.2 when a field is
    /// special-category data.
    pub purposes: Vec<String>,
    /// Key of the retention class that they follow.
    pub retention: String,
}

/// Every field that a profile has. What is not here exists nowhere in that register (A2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct FieldSet {
    sections: BTreeMap<Section, SectionFields>,
}

impl FieldSet {
    /// Whether the register has this field at all.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.sections
            .get(&field.section())
            .is_some_and(|section| section.show.contains(&field))
    }

    /// Whether intake refuses a record without this field.
    #[must_use]
    pub fn requires(&self, field: Field) -> bool {
        self.sections
            .get(&field.section())
            .is_some_and(|section| section.required.contains(&field))
    }

    /// The fields of a section in the order of the page; none when the register lacks the section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = ProfileField> + '_ {
        self.sections
            .get(&section)
            .into_iter()
            .flat_map(SectionFields::fields)
    }

    /// The sections that the register has, in the order of the page, with why and how long they are held.
    pub fn sections(&self) -> impl Iterator<Item = (Section, &SectionFields)> {
        self.sections.iter().map(|(section, fields)| (*section, fields))
    }

    /// Every field that the register has about one kind of person, in the order of the page.
    pub fn of(&self, subject: SubjectKind) -> impl Iterator<Item = ProfileField> + '_ {
        self.iter().filter(move |entry| entry.field.subject() == subject)
    }

    /// Every field that the register has, in the order of the page.
    pub fn iter(&self) -> impl Iterator<Item = ProfileField> + '_ {
        self.sections.values().flat_map(SectionFields::fields)
    }
}

impl SectionFields {
    fn fields(&self) -> impl Iterator<Item = ProfileField> + '_ {
        self.show
            .iter()
            .enumerate()
            .map(|(position, &field)| ProfileField {
                field,
                required: self.required.contains(&field),
                position,
            })
    }
}
