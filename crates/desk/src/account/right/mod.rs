//! Rights: a role in a register, between two dates.

mod giving;
mod held;

use jiff::civil::Date;

pub(super) use giving::insert;

use super::session::Strength;
use crate::{
    AccountId, DeskError, OrganisationId, RegisterId, Result, RightId, Visitor,
    access::{AddressPrivilege, Privileges, Role},
    database::Row,
};

/// A right to be given in the main user's register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewRight {
    /// In which role.
    pub role: Role,
    /// The first day.
    pub valid_from: Date,
    /// The last day; `None` as long as the task lasts.
    pub valid_until: Option<Date>,
    /// Whether protected addresses may be shown to the worker (A7).
    pub addresses: AddressPrivilege,
}

/// A right that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenRight {
    /// Which right.
    pub right: RightId,
    /// A new enrolment link's token when the account had closed and was opened again.
    pub enrolment: Option<String>,
}

/// When a right ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RightEnd {
    /// At once.
    Now,
    /// After this day, today at the earliest.
    After(Date),
}

/// A right that holds today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRight {
    /// Which right.
    pub id: RightId,
    /// In which register.
    pub register: RegisterId,
    /// The register's name.
    pub register_name: String,
    /// In which role.
    pub role: Role,
    /// What the register asks of a session before it may act by this right.
    pub needs: Strength,
    pub(super) organisation: OrganisationId,
    pub(super) reveals: AddressPrivilege,
}

impl HeldRight {
    /// Who stands at the desk by this right.
    pub(super) fn visitor(&self, account: AccountId, display_name: &str) -> Visitor {
        Visitor {
            account,
            right: self.id,
            register: self.register,
            organisation: self.organisation,
            role: self.role,
            privileges: Privileges {
                address: self.reveals,
            },
            display_name: display_name.to_owned(),
        }
    }
}

/// The stored word for a privilege.
pub(super) fn stored_addresses(addresses: AddressPrivilege) -> &'static str {
    match addresses {
        AddressPrivilege::Hidden => "no",
        AddressPrivilege::Reveals => "yes",
    }
}

/// The privilege of a stored word.
pub(super) fn addresses_of(row: &Row) -> Result<AddressPrivilege> {
    match row.get::<String>("reveals_addresses")?.as_str() {
        "yes" => Ok(AddressPrivilege::Reveals),
        "no" => Ok(AddressPrivilege::Hidden),
        _ => Err(DeskError::Stored("reveals_addresses")),
    }
}
