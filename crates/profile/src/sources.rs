//! From where information comes, by what way, and on what ground (A5, C3, C4).

use serde::Deserialize;

use crate::{
    Citation, Text,
    keyed::{keyed, label_key},
};

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

impl SourceKind {
    /// The name of its label in `locales/*/fields.ftl`.
    #[must_use]
    pub fn label_key(self) -> String {
        label_key("source", self.key())
    }
}

impl Channel {
    /// The name of its label in `locales/*/fields.ftl`.
    #[must_use]
    pub fn label_key(self) -> String {
        label_key("channel", self.key())
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
