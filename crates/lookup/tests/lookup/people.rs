//! Made-up people for tests.

use polku_lookup::{Index, Person};
use uuid::Uuid;

/// The register that most tests use.
pub const REGISTER: i64 = 1;

/// The id of the n-th made-up person.
pub fn id(number: usize) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number as u128)
}

/// People numbered from 0 with the given last and first names.
pub fn people<'a>(names: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Person> {
    let numbered = names.into_iter().enumerate();
    numbered
        .map(|(number, (last, first))| Person::named(REGISTER, id(number), last, first))
        .collect()
}

/// An index that was filled at once.
pub fn index(people: impl IntoIterator<Item = Person>) -> Index {
    let mut index = Index::new();
    index.extend(people);
    index
}

/// How the index displays the people, for readable comparisons.
pub fn shown(index: &Index, ids: impl IntoIterator<Item = Uuid>) -> Vec<String> {
    let name = |id| {
        index
            .display(REGISTER, id)
            .map(|(last, first)| format!("{last} {first}"))
    };
    ids.into_iter().filter_map(name).collect()
}
