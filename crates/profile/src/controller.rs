//! Who keeps the register, and how to reach them.

use serde::Deserialize;

use crate::{Citation, Text, keyed::keyed};

keyed! {
    /// What kind of body the controller is. It decides which secrecy and publicity law applies (C3).
    pub enum ControllerKind {
        /// A municipality or city.
        Municipality = "municipality",
        /// A joint municipal authority or a joint body of several authorities.
        JointAuthority = "joint_authority",
        /// A wellbeing services county.
        WellbeingCounty = "wellbeing_county",
        /// An authority of the state.
        StateAuthority = "state_authority",
        /// A foundation.
        Foundation = "foundation",
        /// An association.
        Association = "association",
    }
}

impl ControllerKind {
    /// Whether the publicity act (621/1999) applies to it as an authority.
    #[must_use]
    pub const fn is_authority(self) -> bool {
        !matches!(self, Self::Foundation | Self::Association)
    }
}

/// `[controller]`: who answers for the register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// Name of the organisation.
    pub name: Text,
    /// What kind of body it is.
    pub kind: ControllerKind,
    /// The act and section by which its clients' data are secret.
    pub secrecy: Citation,
    /// Business id, if the notice gives it.
    #[serde(default)]
    pub business_id: Option<String>,
    /// Postal address of the organisation, if the notice gives it.
    #[serde(default)]
    pub address: Option<String>,
    /// Web page of the organisation.
    #[serde(default)]
    pub web: Option<String>,
    /// How controllership is divided where several bodies share it (F4).
    #[serde(default)]
    pub shares: Vec<Share>,
    /// Whose decisions the register needs, by office. People's names are given at installation, never here.
    pub offices: Vec<Office>,
    /// The register of which this one is a part (F4).
    #[serde(default)]
    pub part_of: Option<Text>,
}

/// One body's share of the controller's duties.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The body.
    pub body: Text,
    /// What it answers for.
    pub duty: Text,
}

keyed! {
    /// What an office does for the register.
    pub enum OfficeDuty {
        /// Represents the controller and signs the notice.
        Represents = "represents",
        /// Answers for the register.
        Responsible = "responsible",
        /// Answers questions about the register.
        Contact = "contact",
        /// Is the data protection officer.
        DataProtectionOfficer = "data_protection_officer",
        /// Is the main user of the system.
        MainUser = "main_user",
        /// Runs the system.
        SystemKeeper = "system_keeper",
    }
}

/// An office with a duty for the register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// What the office does.
    pub duty: OfficeDuty,
    /// Title of the office.
    pub title: Text,
    /// Postal address, where it is another than the controller's.
    #[serde(default)]
    pub address: Option<String>,
}
