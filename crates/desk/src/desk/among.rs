//! Naming several people in one statement. The text stays the same however many there are, so that it is prepared once.

use std::sync::LazyLock;

use uuid::Uuid;

use crate::{SubjectId, database::Params};

/// The parameters that name people.
const NAMES: [&str; 50] = [
    "among_0", "among_1", "among_2", "among_3", "among_4", "among_5", "among_6", "among_7", "among_8",
    "among_9", "among_10", "among_11", "among_12", "among_13", "among_14", "among_15", "among_16",
    "among_17", "among_18", "among_19", "among_20", "among_21", "among_22", "among_23", "among_24",
    "among_25", "among_26", "among_27", "among_28", "among_29", "among_30", "among_31", "among_32",
    "among_33", "among_34", "among_35", "among_36", "among_37", "among_38", "among_39", "among_40",
    "among_41", "among_42", "among_43", "among_44", "among_45", "among_46", "among_47", "among_48",
    "among_49",
];

static LIST: LazyLock<String> = LazyLock::new(|| {
    let names: Vec<String> = NAMES.iter().map(|name| format!(":{name}")).collect();
    names.join(", ")
});

/// How many people a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// One.
    One,
    /// As many as there are names; those left over name nobody.
    Many,
}

impl Width {
    /// What stands within `IN (…)`.
    pub(crate) fn list(self) -> &'static str {
        match self {
            Self::One => ":among_0",
            Self::Many => &LIST,
        }
    }
}

/// People in parts that one statement can name, with what its parameters are bound to.
pub(crate) fn parts(people: &[SubjectId]) -> impl Iterator<Item = (Width, Params)> {
    people.chunks(NAMES.len()).map(|part| {
        if let [only] = part {
            return (Width::One, vec![(NAMES[0], (*only).into())]);
        }
        let ids = part.iter().map(|subject| subject.0);
        let ids = ids.chain(std::iter::repeat(Uuid::nil()));
        (
            Width::Many,
            NAMES
                .into_iter()
                .zip(ids)
                .map(|(name, id)| (name, id.into()))
                .collect(),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_people_there_are_each_is_named_once() {
        for number in [1, 2, 50, 51, 120] {
            let people: Vec<SubjectId> = (1..=number).map(|id| SubjectId(Uuid::from_u128(id))).collect();
            let mut named = Vec::new();
            for (width, params) in parts(&people) {
                let list = width.list().split(", ").count();
                assert_eq!(list, params.len(), "a value for each name");
                named.extend(params.into_iter().map(|(_, value)| value));
            }
            for subject in &people {
                let value = (*subject).into();
                assert_eq!(named.iter().filter(|named| **named == value).count(), 1);
            }
        }
    }
}
