//! Data that moves between this register and others by file or interface (G1–G3).

use serde::Deserialize;

use crate::{Citation, Field, Permission, Text, Validity, keyed::keyed};

keyed! {
    /// Which way a regular exchange goes.
    pub enum Direction {
        /// Into this register.
        In = "in",
        /// Out of this register.
        Out = "out",
    }
}

/// `[[exchanges]]`: data that moves between this register and another by file or interface (G1–G3).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// Stable key, such as `par`.
    pub key: String,
    /// What it is.
    pub name: Text,
    /// Which way.
    pub direction: Direction,
    /// On what ground.
    pub permission: Permission,
    /// The provision, when the ground is law.
    #[serde(default)]
    pub law: Option<Citation>,
    /// The fields that move; only what the ground allows. None when only anonymous figures move.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// When it went on; within the days on which its act was in force.
    #[serde(default)]
    pub holds: Validity,
}
