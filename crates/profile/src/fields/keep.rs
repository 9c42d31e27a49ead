//! Letting in only the fields that a register has: the one gate of forms, imports, exports and the API (A2).

use std::collections::BTreeMap;

use super::{Field, FieldSet, SubjectKind};

/// Why one named value was not let in.
///
/// A field that only other profiles have is answered as one that never existed: the register has no such field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldRefusal {
    /// The register has no field of this name for this kind of person.
    #[error("this register has no field `{0}`")]
    NoSuchField(String),
    /// The same field was given twice, and it can't be known which one is meant.
    #[error("the field `{0}` was given twice")]
    Twice(Field),
}

/// Input that named fields which the register does not take; nothing of it was let in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct Refused(pub Vec<FieldRefusal>);

impl FieldSet {
    /// Lets named values in when the register has every one of the fields, and else refuses all of them.
    ///
    /// # Errors
    /// Every name that is no field of this register for this kind of person, and every field given twice.
    pub fn keep_known<Value>(
        &self,
        subject: SubjectKind,
        named: impl IntoIterator<Item = (String, Value)>,
    ) -> Result<BTreeMap<Field, Value>, Refused> {
        let mut kept = BTreeMap::new();
        let mut refusals = Vec::new();
        for (name, value) in named {
            match self.find(subject, &name) {
                None => refusals.push(FieldRefusal::NoSuchField(name)),
                Some(field) if kept.contains_key(&field) => refusals.push(FieldRefusal::Twice(field)),
                Some(field) => _ = kept.insert(field, value),
            }
        }
        if refusals.is_empty() {
            Ok(kept)
        } else {
            Err(Refused(refusals))
        }
    }

    /// The field of this name, if the register has it about this kind of person.
    #[must_use]
    pub fn find(&self, subject: SubjectKind, name: &str) -> Option<Field> {
        Field::from_key(name).filter(|&field| field.subject() == subject && self.has(field))
    }

    /// Drops what the register does not have, for data on its way out: a value left from the time when the profile
    /// had the field is neither shown nor exported.
    #[must_use]
    pub fn only_known<Value>(&self, mut values: BTreeMap<Field, Value>) -> BTreeMap<Field, Value> {
        values.retain(|&field, _| self.has(field));
        values
    }

    /// Required fields about one kind of person that are not among the given ones, in the order of the page.
    pub fn missing<'set, Value>(
        &'set self,
        subject: SubjectKind,
        given: &'set BTreeMap<Field, Value>,
    ) -> impl Iterator<Item = Field> + 'set {
        self.of(subject)
            .filter(|entry| entry.required && !given.contains_key(&entry.field))
            .map(|entry| entry.field)
    }
}
