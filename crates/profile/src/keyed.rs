//! Choices that the configuration names: one list gives the variants, their keys and their reading from TOML.

/// Declares a choice whose variants have stable keys, used alike in TOML, JSON and the names of translations.
macro_rules! keyed {
    (
        $(#[$about:meta])*
        pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$doc])* #[serde(rename = $key)] $variant,)+ }

        impl $name {
            /// Every choice, in the order in which people should see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable key of the choice.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The choice that has this key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.key() == key)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.key())
            }
        }
    };
}
pub(crate) use keyed;

/// The name of a translation: `field-last-name` from `field` and `last_name`.
pub(crate) fn label_key(prefix: &str, key: &str) -> String {
    format!("{prefix}-{}", key.replace('_', "-"))
}
