//! The services that a register's organisation offers (B1, B2).

use polku_values::service::Measure;
use serde::Deserialize;

use crate::Text;

/// `[[services]]`: a service or measure offered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Stable key, kept with each period.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// The measure that it is, by which the limits of its law are found.
    pub measure: Measure,
    /// Numbers of the acts that govern it, earlier and later.
    #[serde(default)]
    pub acts: Vec<String>,
}
