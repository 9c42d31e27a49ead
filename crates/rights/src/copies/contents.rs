//! What is in a copy for the person. Its JSON Schema is published at `/api/v1/schemas/own-copy`; fields only ever grow.

use jiff::{Timestamp, civil::Date};
use polku_casework::packing::PackedItem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name and version of the form.
pub const FORM: &str = "polku-own-copy/1";

/// A person's own data, as they get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnCopy {
    /// `polku-own-copy/1`.
    pub form: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// In which language its words are: `fi`, `sv` or `en`.
    pub language: String,
    /// Whose data it is.
    pub person: String,
    /// Which register.
    pub register: String,
    /// Who keeps it.
    pub controller: String,
    /// For what the data is used, and on what basis.
    pub purposes: Vec<CopiedPurpose>,
    /// From where data comes.
    pub sources: Vec<String>,
    /// To whom data was given, and what.
    pub recipients: Vec<CopiedRecipient>,
    /// How long it is kept.
    pub retention: Vec<String>,
    /// What is held, part by part.
    pub parts: Vec<CopiedPart>,
    /// Files of documents, beside this one.
    pub documents: Vec<CopiedDocument>,
    /// Who has looked, the latest first.
    pub looks: Vec<CopiedLook>,
    /// What is not here and why, in words.
    pub remarks: Vec<String>,
    /// What the person may do, and whom to turn to.
    pub rights: Vec<String>,
}

/// A purpose of use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopiedPurpose {
    /// What for.
    pub purpose: String,
    /// On what legal bases: articles of the GDPR, acts and sections.
    pub bases: Vec<String>,
}

/// Somebody to whom data was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopiedRecipient {
    /// Who.
    pub name: String,
    /// What they got.
    pub got: Vec<String>,
    /// When last.
    pub last: Timestamp,
}

/// A part of what is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopiedPart {
    /// Its key, such as `records:goal`, or `induction` of what is neither fields nor records.
    pub part: String,
    /// Its name.
    pub name: String,
    /// What is in it.
    pub items: Vec<PackedItem>,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopiedDocument {
    /// Its file in the package; null when the file is not given.
    pub file: Option<String>,
    /// What it is called.
    pub title: String,
    /// Its day.
    pub dated: Option<Date>,
    /// Why the file is not given, in words; empty when it is.
    pub remark: String,
}

/// A look at the person's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopiedLook {
    /// The entry's id in the log: by it the look is found in `katselut.json`, which proves it.
    pub entry: String,
    /// When.
    pub at: Timestamp,
    /// Who: the worker's name, role or unit, as the register has decided.
    pub who: String,
    /// What was done.
    pub did: String,
    /// To what data.
    pub data: Vec<String>,
    /// For what.
    pub purpose: String,
    /// On what ground, with the provision.
    pub ground: String,
}

/// The published schema.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(OwnCopy).to_value()
}
