//! Attendance for payers: the month's sheet, its confirmation and corrections, allowances and their payment file (B6, A2).
//!
//! | folder | what it knows |
//! | --- | --- |
//! | [`months`] | a month of a group or a client: figures, confirmation, corrections |
//! | [`allowances`] | what attended days are worth, what was counted and paid |
//! | [`sepa`] | a payment file (ISO 20022 pain.001) |
//! | [`payer`] | who pays: the account of the register's controller |
//!
//! It builds on `polku_casework::attendance`, which marks days and refuses those of a confirmed month.

pub mod allowances;
mod made_up;
pub mod months;
pub mod payer;
pub mod sepa;

use polku_desk::{DeskError, Visit, access::Role};
use polku_profile::{Activity, RecordKind};
use polku_web::{Answer, Routes};

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(months::routes())
        .with(allowances::routes())
        .with(payer::routes())
}

/// Whether the visitor's role may do something by the register's profile. The route has let in service managers only.
pub(crate) fn manages(visit: &Visit, activity: Activity) -> Answer<bool> {
    let allowed = visit
        .profile()?
        .allows(polku_profile::Role::ServiceManager, activity);
    Ok(visit.role() == Role::ServiceManager && allowed)
}

/// Nothing is here where the profile does not let service managers do it, or the register does not keep the records.
pub(crate) fn managed(visit: &Visit, kind: RecordKind, activity: Activity) -> Answer<()> {
    polku_casework::keeping::kept(visit, kind)?;
    if manages(visit, activity)? {
        Ok(())
    } else {
        Err(DeskError::Hidden.into())
    }
}
