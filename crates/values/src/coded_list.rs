//! What every short list of choices shares: a stable code, names in three languages, and the words that
//! people write for it.

/// Makes an enum of choices. Each line gives the variant, its stable code (used in the database and the API,
/// never changed), its Finnish, Swedish and English names, and other words that people write for it.
///
/// The enum gets `ALL`, `code`, `from_code`, `labels`, `label` and a tolerant `recognise`, serde by code and
/// a JSON schema that lists the codes.
macro_rules! coded_list {
    (
        $(#[$outer:meta])*
        pub enum $type:ident {
            $(
                $(#[$inner:meta])*
                $variant:ident = $code:literal [$finnish:literal, $swedish:literal, $english:literal]
                    also [$($word:literal),* $(,)?]
            ),+ $(,)?
        }
    ) => {
        $(#[$outer])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $type {
            $($(#[$inner])* #[serde(rename = $code)] $variant,)+
        }

        impl $type {
            /// Every choice, in the order in which a form lists them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, as stored and as travels in the API.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The choice that has this code exactly.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.code() == code)
            }

            /// The names in the three languages of the interface.
            #[must_use]
            pub const fn labels(self) -> $crate::language::Labels {
                match self {
                    $(Self::$variant => $crate::language::Labels {
                        finnish: $finnish, swedish: $swedish, english: $english,
                    }),+
                }
            }

            /// The name in one language.
            #[must_use]
            pub const fn label(self, language: $crate::language::InterfaceLanguage) -> &'static str {
                self.labels().in_language(language)
            }

            /// Every word that means this choice: its code, its names, and what else people write.
            pub(crate) fn all_words(self) -> impl Iterator<Item = &'static str> {
                let others: &'static [&'static str] = match self { $(Self::$variant => &[$($word),*]),+ };
                std::iter::once(self.code()).chain(self.labels().all()).chain(others.iter().copied())
            }

            /// The choice that someone means by what they wrote: its code, a name in any language or a known
            /// other word, in any case and spacing.
            pub fn recognise(text: &str) -> Result<Self, $crate::code_lists::CodeListError> {
                $crate::code_lists::recognise(text, Self::ALL.iter().copied(), Self::all_words)
            }
        }
    };
}

/// Makes a type whose values are the rows of a table, for code lists too long to be an enum. The type gets
/// the same methods as a [`coded_list!`] enum, and serde by code.
macro_rules! coded_table {
    ($(#[$outer:meta])* pub struct $type:ident in $table:path;) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub struct $type(&'static $crate::code_lists::Row);

        impl $type {
            /// Every entry, in the table's order.
            pub fn all() -> impl Iterator<Item = Self> {
                $table.iter().map(Self)
            }

            /// The stable code, as stored and as travels in the API.
            #[must_use]
            pub const fn code(self) -> &'static str {
                self.0.code
            }

            /// The entry that has this code exactly.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::all().find(|entry| entry.code() == code)
            }

            /// The names in the three languages of the interface.
            #[must_use]
            pub const fn labels(self) -> $crate::language::Labels {
                self.0.labels
            }

            /// The name in one language.
            #[must_use]
            pub const fn label(self, language: $crate::language::InterfaceLanguage) -> &'static str {
                self.0.labels.in_language(language)
            }

            /// The entry that someone means by what they wrote: its code, a name in any language or a known
            /// other word, in any case and spacing.
            pub fn recognise(text: &str) -> Result<Self, $crate::code_lists::CodeListError> {
                $crate::code_lists::recognise(text, Self::all(), Self::all_words)
            }

            /// Every word that means this entry: its code, its names, and what else people write.
            pub(crate) fn all_words(self) -> impl Iterator<Item = &'static str> {
                self.0.all_words()
            }
        }

        code_face!($type);
    };
}

/// `Debug`, `Hash`, order, serde and a JSON schema by code, for a type with `code` and `from_code`.
macro_rules! code_face {
    ($type:ident) => {
        impl std::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_tuple(stringify!($type)).field(&self.code()).finish()
            }
        }

        impl std::hash::Hash for $type {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.code().hash(state);
            }
        }

        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $type {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.code().cmp(other.code())
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::from_code(&code).ok_or_else(|| {
                    serde::de::Error::custom($crate::code_lists::CodeListError::Unknown)
                })
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let codes: Vec<&str> = Self::all().map(Self::code).collect();
                schemars::json_schema!({ "type": "string", "enum": codes })
            }
        }
    };
}
