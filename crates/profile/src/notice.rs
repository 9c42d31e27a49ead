//! The sections of a register's privacy notice, in its own order, with what is not said elsewhere (D6).

use serde::Deserialize;

use crate::{Passage, Text, keyed::keyed};

keyed! {
    /// What a section of a notice is about, and so which part of the configuration it is made from.
    pub enum NoticeTopic {
        /// Name of the register.
        Name = "name",
        /// Controller.
        Controller = "controller",
        /// Representative of the controller.
        Representative = "representative",
        /// Contact in matters of the register.
        Contact = "contact",
        /// Data protection officer.
        DataProtectionOfficer = "data_protection_officer",
        /// Purposes.
        Purposes = "purposes",
        /// Legal bases.
        Bases = "bases",
        /// Secrecy and publicity.
        Secrecy = "secrecy",
        /// Groups of people in the register.
        People = "people",
        /// Data content: fields and records.
        Content = "content",
        /// Sources.
        Sources = "sources",
        /// Systems and paper.
        Systems = "systems",
        /// Automated decisions and profiling.
        AutomatedDecisions = "automated_decisions",
        /// Disclosures and recipients.
        Disclosures = "disclosures",
        /// Transfers outside the EU and EEA.
        Transfers = "transfers",
        /// Use of the register: accounts and rights.
        Use = "use",
        /// Joining with other registers.
        Joining = "joining",
        /// Protection, manual and electronic.
        Protection = "protection",
        /// Retention, archiving and destruction.
        Retention = "retention",
        /// How people are informed.
        Informing = "informing",
        /// Right of access.
        Access = "access",
        /// Rectification.
        Rectification = "rectification",
        /// The person's rights in all.
        Rights = "rights",
        /// How to use the rights, fees, refusal and complaint.
        UsingRights = "using_rights",
        /// Cookies.
        Cookies = "cookies",
        /// Who decides what about the register.
        Administration = "administration",
        /// Signature.
        Signature = "signature",
        /// Annex: field catalogue.
        Annex = "annex",
    }
}

/// `[[notice]]`: one section.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeSection {
    /// What it is about.
    pub topic: NoticeTopic,
    /// Its heading.
    pub title: Text,
    /// Facts beyond what the configuration itself tells.
    #[serde(default)]
    pub facts: Vec<Passage>,
}

/// `[protection]`: how the register is protected, said to the public.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protection {
    /// Paper.
    pub manual: Vec<Passage>,
    /// Electronic data.
    pub electronic: Vec<Passage>,
    /// Accounts and rights.
    pub access: Vec<Passage>,
    /// Duties of the main user (E6).
    #[serde(default)]
    pub main_user: Vec<Passage>,
}

/// Something in a profile that its notice does not say and that the controller must confirm before use.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// The table, such as `retention`.
    pub about: String,
    /// What was assumed and why.
    pub text: Passage,
}
