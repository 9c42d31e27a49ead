//! Who somebody is: the part of a person that look-ups are built from.

use jiff::civil::Date;
use polku_values::IdentityCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::SealedRecord;

/// Name, codes and contacts (A1). Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Identity {
    /// Family name.
    pub last_name: String,
    /// All first names.
    pub first_names: String,
    /// The name that is used, when it is not the first.
    pub preferred_name: String,
    /// Personal identity codes; the current one first, then those that it replaced.
    pub codes: Vec<String>,
    /// For those without a code.
    pub birth_date: Option<Date>,
    /// In international form.
    pub phones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity")
    }
}

impl Identity {
    /// The date of birth: as told, or as the code in force states it.
    #[must_use]
    pub fn known_birth_date(&self) -> Option<Date> {
        let stated = || Some(IdentityCode::parse(self.codes.first()?).ok()?.birth_date());
        self.birth_date.or_else(stated)
    }

    /// "Malli Ilona": as lists show people.
    #[must_use]
    pub fn listed_name(&self) -> String {
        let first = if self.preferred_name.is_empty() {
            &self.first_names
        } else {
            &self.preferred_name
        };
        format!("{} {first}", self.last_name).trim().to_owned()
    }
}

impl SealedRecord for Identity {
    const TABLE: &'static str = "identity";
}
