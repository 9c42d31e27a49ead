//! Who pays: the name and account of the register's controller, kept by the main user (A2, B6).
//!
//! It is nobody's personal data. Where the register keeps no accounts, nothing of it exists.

mod api;
mod input;
mod page;
mod store;

use polku_desk::{
    DeskError, Visit,
    access::{AccessSpec, Role},
};
use polku_profile::{Capability, Field};
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use store::{Stored, stored};

/// Reading and changing ask for a fresh proof of identity: whoever changes the account moves the money.
const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]).after_step_up();

/// The pages and API of the payer.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/admin/payer", KEEP, page::show)
        .page(Method::POST, "/admin/payer", KEEP, page::save)
        .api(
            Method::GET,
            "/admin/payer",
            KEEP,
            ApiDoc::new("Who pays allowances").answers::<api::PayerBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/admin/payer",
            KEEP,
            ApiDoc::new("Change who pays allowances")
                .takes::<input::PayerInput>()
                .answers::<api::PayerBody>(),
            api::save,
        )
}

/// Whether the register pays to clients' accounts: its profile has both the accounts and the payments.
pub fn pays(visit: &Visit) -> Answer<bool> {
    let profile = visit.profile()?;
    Ok(profile.has(Field::BankAccount) && profile.can(Capability::AllowancePayments))
}

/// Nothing is here where the register pays to nobody's account.
pub(crate) fn paid(visit: &Visit) -> Answer<()> {
    if pays(visit)? {
        Ok(())
    } else {
        Err(DeskError::Hidden.into())
    }
}
