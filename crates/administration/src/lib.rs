//! Slices about workers and the register itself: signing in, own account, accounts and rights, emergencies.
//!
//! [`routes`] is all of it. A slice is a folder named by what its pages are about; to add one, add the folder and its
//! line in [`routes`].

mod account;
mod accounts;
mod caller;
mod emergency;
mod enrolment;
pub mod joining;
mod mending;
mod signing_in;
mod statements;

use polku_web::Routes;

/// The routes of all slices of this crate.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(signing_in::routes())
        .with(enrolment::routes())
        .with(account::routes())
        .with(accounts::routes())
        .with(emergency::routes())
        .with(statements::routes())
}
