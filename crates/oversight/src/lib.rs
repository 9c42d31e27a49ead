//! Watching over lawfulness, and the register's duties to itself.
//!
//! - [`looks`]: who has looked at a person, with proofs that can be checked elsewhere (E4, D2, D8);
//! - [`breaches`]: breaches of personal data, with the clock of 72 hours (D5);
//! - [`decisions`]: what was decided about the register (E7);
//! - [`secondary_use`]: archiving and research by a recorded decision, as pseudonymised extracts (C8);
//! - [`rights`] and [`training`]: access reviews, what workers are taught (E6);
//! - [`processors`]: who processes data for the controller, in what, where (C5);
//! - [`patterns`]: what in the looks is worth a question, once it was decided to ask (E4, E7);
//! - [`watching`]: the data protection officer's room: emergency accesses to review, how the log is (E5).

mod breaches;
pub mod decisions;
pub mod furnish;
pub mod looks;
mod patterns;
mod processors;
mod rights;
mod secondary_use;
mod training;
mod watching;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(watching::routes())
        .with(looks::routes())
        .with(breaches::routes())
        .with(decisions::routes())
        .with(secondary_use::routes())
        .with(rights::routes())
        .with(training::routes())
        .with(processors::routes())
        .with(patterns::routes())
}
