//! For what data is used, by whom, and on what basis (C2, E2).

use serde::Deserialize;

use crate::{Activity, Role, Text, Validity};

/// A purpose of use. Every look and change names one, and through it the basis.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// Stable key, written into the access log.
    pub key: String,
    /// What it is for, in words for the notice and the access log.
    pub text: Text,
    /// Keys of its bases, earlier and later ones alike; the day decides.
    pub bases: Vec<String>,
    /// Roles that may act for it.
    pub roles: Vec<Role>,
    /// Activities that serve it.
    pub activities: Vec<Activity>,
    /// Whether only anonymous data may be used for it (C8).
    #[serde(default)]
    pub data: DataForm,
    /// When it was a purpose of the register.
    #[serde(default)]
    pub holds: Validity,
}

crate::keyed::keyed! {
    /// In what form data may be used for a purpose (C8).
    #[derive(Default)]
    pub enum DataForm {
        /// As it is, about a named person.
        #[default]
        Identified = "identified",
        /// Under a pseudonym, by a recorded decision.
        Pseudonymous = "pseudonymous",
        /// Anonymous, by construction.
        Anonymous = "anonymous",
    }
}
