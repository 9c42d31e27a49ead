//! Who stands at the desk.

use crate::{
    AccountId, OrganisationId, RegisterId, RightId,
    access::{Privileges, Role},
};

/// Somebody with an access right that holds now. Made by the desk from a session, a token or a job.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Whose account.
    pub account: AccountId,
    /// By which right.
    pub right: RightId,
    /// In which register.
    pub register: RegisterId,
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// In which role.
    pub role: Role,
    /// With which privileges.
    pub privileges: Privileges,
    /// As colleagues know the worker.
    pub display_name: String,
}
