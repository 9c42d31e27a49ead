//! Watching over lawfulness, and the register's duties to itself.
//!
//! - [`looks`]: who has looked at a person, with proofs that can be checked elsewhere (E4, D2, D8);
//! - [`watching`]: the data protection officer's room: emergency accesses to review, how the log is (E5).

pub mod looks;
mod watching;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new().with(watching::routes()).with(looks::routes())
}
