//! The five profiles that come with the product, one for each notice.

use std::sync::{Arc, LazyLock};

use crate::Profile;

/// Names and texts of the shipped profiles, in the order of the requirements.
const TEXTS: [(&str, &str); 5] = [
    ("walmu", include_str!("../../../profiles/walmu.toml")),
    ("ii", include_str!("../../../profiles/ii.toml")),
    ("kokkotyo", include_str!("../../../profiles/kokkotyo.toml")),
    ("typpi", include_str!("../../../profiles/typpi.toml")),
    ("kuopio", include_str!("../../../profiles/kuopio.toml")),
];

static PROFILES: LazyLock<Vec<(&str, Arc<Profile>)>> = LazyLock::new(|| {
    TEXTS
        .iter()
        .map(|(name, text)| (*name, Arc::new(sound(name, text))))
        .collect()
});

/// Reads a shipped profile. A test reads all of them, so that an unsound one never leaves the house.
fn sound(name: &str, text: &str) -> Profile {
    Profile::parse(text).unwrap_or_else(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the shipped profile {name} is unsound:\n{}", told.join("\n"))
    })
}

impl Profile {
    /// The shipped profile of this name.
    ///
    /// # Panics
    /// When a shipped profile is unsound, which a test prevents.
    #[must_use]
    pub fn shipped(name: &str) -> Option<Arc<Self>> {
        PROFILES
            .iter()
            .find(|(shipped, _)| *shipped == name)
            .map(|(_, profile)| Arc::clone(profile))
    }

    /// Names of the shipped profiles.
    pub fn shipped_names() -> impl Iterator<Item = &'static str> {
        TEXTS.iter().map(|(name, _)| *name)
    }

    /// The text of a shipped profile, for an operator who starts from it.
    #[must_use]
    pub fn shipped_text(name: &str) -> Option<&'static str> {
        TEXTS
            .iter()
            .find(|(shipped, _)| *shipped == name)
            .map(|(_, text)| *text)
    }
}
