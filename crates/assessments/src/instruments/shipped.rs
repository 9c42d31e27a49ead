//! The instruments that come with the product, in words of our own.
//!
//! An edition that was shipped once stays for good: assessments were made by it. A better one is another edition.

use std::sync::LazyLock;

use super::{
    definition::Definition,
    edition::{Edition, EditionId, Standing},
    reading::read,
};

macro_rules! shipped {
    ($($family:literal $number:literal),+ $(,)?) => {
        static SHIPPED: LazyLock<Vec<Edition>> = LazyLock::new(|| vec![$(
            edition_of($family, $number, include_str!(concat!("../../instruments/", $family, ".toml")))
        ),+]);
    };
}

shipped! {
    "learning-at-work" 1,
    "coping-at-work" 1,
    "social-and-everyday" 1,
    "integration" 1,
    "effectiveness" 1,
}

fn edition_of(family: &str, number: i64, text: &str) -> Edition {
    let definition: Definition = read(text).expect("a test reads every shipped instrument");
    Edition {
        id: EditionId(format!("{family}.{number}")),
        version: 1,
        family: family.to_owned(),
        number,
        standing: Standing::Published,
        definition,
    }
}

/// All of them, in the order in which they are offered.
pub fn all() -> impl Iterator<Item = &'static Edition> {
    SHIPPED.iter()
}

/// One by its id.
#[must_use]
pub fn edition(id: &str) -> Option<&'static Edition> {
    SHIPPED.iter().find(|edition| edition.id.0 == id)
}
