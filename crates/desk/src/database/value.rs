//! The four kinds of values that cross into the database: the same on SQLite and PostgreSQL.

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// A value for or from the database. Times are milliseconds, dates are `YYYY-MM-DD`, ids are 16 bytes.
///
/// Absence keeps its type, since PostgreSQL asks for one.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number, a time, an amount.
    Integer(Option<i64>),
    /// Text, a date, a state's name.
    Text(Option<String>),
    /// An id, a key's hash, a sealed value.
    Blob(Option<Vec<u8>>),
}

impl std::fmt::Debug for Value {
    /// Tells the kind only: a value may be somebody's data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Value::Integer(_) => "integer",
            Value::Text(_) => "text",
            Value::Blob(_) => "blob",
        })
    }
}

/// Named values for a statement; build it with [`params!`](crate::params).
pub type Params = Vec<(&'static str, Value)>;

/// Named values: `params! { "subject" => id, "due" => date }`.
#[macro_export]
macro_rules! params {
    () => { $crate::database::Params::new() };
    ($($name:literal => $value:expr),+ $(,)?) => {
        $crate::database::Params::from([$(($name, $crate::Value::from($value))),+])
    };
}

macro_rules! into_value {
    ($kind:ident: $($type:ty => $convert:expr),+ $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                let convert: fn($type) -> _ = $convert;
                Value::$kind(Some(convert(value)))
            }
        }
    )+};
}

into_value!(Integer: i64 => |n| n, i32 => i64::from, u32 => i64::from, u16 => i64::from, u8 => i64::from, Timestamp => |t| t.as_millisecond());
into_value!(Text: String => |s| s, &str => str::to_owned, &String => Clone::clone, Date => |d| d.to_string());
into_value!(Blob: Vec<u8> => |b| b, &[u8] => <[u8]>::to_vec, [u8; 16] => |b| b.to_vec(), [u8; 32] => |b| b.to_vec(), Uuid => |u| u.as_bytes().to_vec());

impl<T> From<Option<T>> for Value
where
    T: Into<Value> + Typed,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(T::ABSENT, Into::into)
    }
}

/// Knows which absence stands for it.
pub trait Typed {
    /// The typed absence.
    const ABSENT: Value;
}

macro_rules! typed {
    ($kind:ident: $($type:ty),+ $(,)?) => {$(
        impl Typed for $type {
            const ABSENT: Value = Value::$kind(None);
        }
    )+};
}

typed!(Integer: i64, i32, u32, u16, u8, Timestamp, crate::RegisterId);
typed!(Text: String, &str, &String, Date);
typed!(Blob: Vec<u8>, &[u8], [u8; 16], [u8; 32], Uuid, crate::SubjectId, crate::AccountId, crate::OrganisationId, crate::RightId,
    crate::EntryId, crate::ids::WorkgroupId, crate::ids::ImportId);

/// What can be read out of a [`Value`].
pub trait FromValue: Sized {
    /// `None` when the value is absent or of another kind.
    fn from_value(value: Value) -> Option<Self>;
    /// What absence means for this type: nothing, save for options.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

impl FromValue for i64 {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Integer(number) = value {
            number
        } else {
            None
        }
    }
}

impl FromValue for u32 {
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value)?.try_into().ok()
    }
}

impl FromValue for u16 {
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value)?.try_into().ok()
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Text(text) = value { text } else { None }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Blob(bytes) = value {
            bytes
        } else {
            None
        }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: Value) -> Option<Self> {
        Vec::from_value(value)?.try_into().ok()
    }
}

impl FromValue for Uuid {
    fn from_value(value: Value) -> Option<Self> {
        <[u8; 16]>::from_value(value).map(Uuid::from_bytes)
    }
}

impl FromValue for Timestamp {
    fn from_value(value: Value) -> Option<Self> {
        Timestamp::from_millisecond(i64::from_value(value)?).ok()
    }
}

impl FromValue for Date {
    fn from_value(value: Value) -> Option<Self> {
        String::from_value(value)?.parse().ok()
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Integer(None) | Value::Text(None) | Value::Blob(None) => Some(None),
            present => T::from_value(present).map(Some),
        }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
}
