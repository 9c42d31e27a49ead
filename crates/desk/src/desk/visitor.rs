//! Who stands at the desk.

use crate::{
    AccountId, OrganisationId, RegisterId, RightId,
    access::{Privileges, Role},
    desk::actor_of,
};

/// Somebody with an access right that holds now. Made by the desk from a session, a token or a job; or the holder of a
/// link ([`link`](crate::link)) or a client in the [`portal`](crate::portal), who have neither account nor right: the
/// link's or the access's own id stands in both.
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

impl Visitor {
    /// How the log names the visitor.
    pub(crate) fn actor(&self) -> String {
        match self.role {
            Role::LinkHolder => "system:one-time-link".to_owned(),
            Role::Client => crate::portal::ACTOR.to_owned(),
            _ => actor_of(self.account),
        }
    }
}
