//! To whom data may go, and through whose hands and systems (C3, C5).

use serde::Deserialize;

use crate::{Citation, Passage, Permission, Text, keyed::keyed};

keyed! {
    /// Whether data may go to a country (C5).
    pub enum Adequacy {
        /// The country is in the EU or EEA.
        Eea = "eea",
        /// The Commission has found the country adequate (GDPR 45).
        Decision = "decision",
        /// A safeguard of GDPR 46 is recorded.
        Safeguard = "safeguard",
        /// Nothing: no transfer.
        None = "none",
    }
}

keyed! {
    /// What kind of body a recipient is.
    pub enum RecipientKind {
        /// An authority.
        Authority = "authority",
        /// A provider of services.
        Provider = "provider",
        /// A provider of health or social care.
        CareProvider = "care_provider",
        /// An employer or place of work trial.
        Employer = "employer",
        /// A place of education.
        School = "school",
        /// An institution of pensions or insurance.
        Insurer = "insurer",
        /// The public: what is published.
        Public = "public",
    }
}

/// `[[recipients]]`: to whom data may go, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Key by which disclosures and consents point here.
    pub key: String,
    /// Who it is.
    pub name: Text,
    /// What kind of body it is.
    pub kind: RecipientKind,
    /// On what ground it may get data.
    pub permission: Permission,
    /// The provision, when the ground is law.
    #[serde(default)]
    pub law: Option<Citation>,
    /// Country, ISO 3166 two letters.
    pub country: String,
    /// Whether data may go to that country.
    pub adequacy: Adequacy,
    /// The safeguard, when it is one.
    #[serde(default)]
    pub safeguard: Option<Passage>,
}

/// `[[processors]]`: who processes data for the controller (C5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processor {
    /// Stable key.
    pub key: String,
    /// Company.
    pub name: String,
    /// What it does.
    pub service: Text,
    /// Country, ISO 3166 two letters.
    pub country: String,
    /// Whether data may go to that country.
    pub adequacy: Adequacy,
    /// The safeguard of GDPR 46, when it is one.
    #[serde(default)]
    pub safeguard: Option<Passage>,
}

/// `[[systems]]`: a system in which data is processed beside or under the product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// Its name.
    pub name: Text,
    /// Key of the processor that runs it, when the controller does not.
    #[serde(default)]
    pub processor: Option<String>,
}
