//! What every checked text value shares: read and written as a string, described as one in the API.

/// Gives a type that has `parse(&str) -> Result<Self, Error>` and `as_str(&self) -> &str` its string face:
/// `FromStr`, serde as a string, and a JSON schema.
///
/// `hidden` also gives it a `Debug` that shows only the type's name, for values that identify a person and
/// would otherwise end up in a log. `shown` derives nothing more: the type derives `Debug` itself.
macro_rules! text_value {
    (hidden $type:ident, $error:ty, $description:literal) => {
        impl std::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(concat!(stringify!($type), "(hidden)"))
            }
        }

        text_value!(shown $type, $error, $description);
    };
    (shown $type:ident, $error:ty, $description:literal) => {
        impl std::str::FromStr for $type {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $description })
            }
        }
    };
}
