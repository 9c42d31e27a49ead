//! The services and measures that a register's organisation offers (B1, B2).

use serde::Deserialize;

use crate::{Text, keyed::keyed};

keyed! {
    /// On what a client relationship rests (B1).
    pub enum RelationshipBasis {
        /// A labour-policy measure.
        LabourPolicyMeasure = "labour_policy_measure",
        /// Coaching.
        Coaching = "coaching",
        /// Rehabilitation.
        Rehabilitation = "rehabilitation",
        /// Pay-subsidised work.
        PaySubsidisedWork = "pay_subsidised_work",
        /// Integration.
        Integration = "integration",
        /// Statutory employment service.
        EmploymentService = "employment_service",
        /// Multi-agency joint service.
        JointService = "joint_service",
        /// Another comparable measure.
        Other = "other",
    }
}

/// `[[services]]`: a service or measure offered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Key by which the limits of its law are found, such as `rehabilitative_work`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// On what the client relationship rests while it goes on.
    pub basis: RelationshipBasis,
    /// Numbers of the acts that govern it, earlier and later.
    #[serde(default)]
    pub acts: Vec<String>,
}
