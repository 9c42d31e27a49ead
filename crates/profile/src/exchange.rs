//! From where data comes, to whom it goes, and through whose hands (A5, C3–C5, G1–G3).

use serde::Deserialize;

use crate::{Citation, Field, Passage, Text, Validity, keyed::keyed};

keyed! {
    /// Who told a piece of information (A5).
    pub enum SourceKind {
        /// The client.
        Client = "client",
        /// A private person named by the client.
        NamedPerson = "named_person",
        /// An authority.
        Authority = "authority",
        /// A provider of services.
        Provider = "provider",
        /// A provider of health or social care.
        CareProvider = "care_provider",
        /// An employer.
        Employer = "employer",
        /// A place of education.
        School = "school",
        /// The population register.
        PopulationRegister = "population_register",
        /// Another register.
        OtherRegister = "other_register",
        /// The controller's own work with the client.
        OwnWork = "own_work",
    }
}

keyed! {
    /// By what way something comes or goes.
    pub enum Channel {
        /// Paper.
        Paper = "paper",
        /// Secure mail.
        SecureMail = "secure_mail",
        /// Spoken.
        Oral = "oral",
        /// A form on the web.
        WebForm = "web_form",
        /// The client portal.
        Portal = "portal",
        /// A file from another system.
        File = "file",
        /// A technical interface.
        Interface = "interface",
    }
}

keyed! {
    /// On what ground data moves between the controller and another.
    pub enum Permission {
        /// The person tells or gets it themselves.
        Person = "person",
        /// An individualised consent of the client (C1).
        Consent = "consent",
        /// A provision of law, cited beside it.
        Law = "law",
        /// The authorities of one joint service, without consent (C4).
        JointService = "joint_service",
        /// A contract on processing for the controller.
        Contract = "contract",
        /// Both registers are the same controller's, for the same purpose.
        SameController = "same_controller",
        /// Nothing about a person moves: anonymous figures.
        Anonymous = "anonymous",
    }
}

/// `[[sources]]`: from where information may come.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable key, kept with each piece of information.
    pub key: String,
    /// Who it is.
    pub name: Text,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// On what ground it may tell.
    pub permission: Permission,
    /// The provision, when the ground is law.
    #[serde(default)]
    pub law: Option<Citation>,
}

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
