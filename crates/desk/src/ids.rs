//! A type for each kind of id, so that one cannot be passed for another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for crate::Value {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl crate::database::FromValue for $name {
            fn from_value(value: crate::Value) -> Option<Self> {
                Uuid::from_value(value).map(Self)
            }
        }
    )*};
}

ids! {
    /// Anyone whose data is held, in one register.
    SubjectId;
    /// A worker's personal account.
    AccountId;
    /// An organisation that keeps registers.
    OrganisationId;
    /// One right of an account: a role in a register, dated.
    RightId;
    /// A worker's session: the same while its token changes.
    SessionId;
    /// A token for programs.
    ApiTokenId;
    /// A passkey of an account.
    PasskeyId;
    /// An entry of the audit log.
    EntryId;
    /// A group that works together in a workshop.
    WorkgroupId;
    /// A run of an import, whose rows become visible together.
    ImportId;
}

/// A register: one controller's one collection of people. Every table's key starts with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RegisterId(pub i64);

impl From<RegisterId> for crate::Value {
    fn from(id: RegisterId) -> Self {
        id.0.into()
    }
}

impl crate::database::FromValue for RegisterId {
    fn from_value(value: crate::Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}
