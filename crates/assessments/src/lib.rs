//! Assessment (B7): instruments as versioned data, assessments with the client's own answers beside the worker's, change
//! over time, and skills learnt at work with a certificate.
//!
//! - [`instruments`]: what is asked and how it is scored; pure but for its store and pages;
//! - [`assessment`]: a client's assessments, their change, their charts;
//! - [`own`]: the client's own answers, on a tablet handed over or by a one-time link;
//! - [`skills`]: what was learnt, with evidence.
//!
//! Other rooms take [`telling`]: a client's assessments with scores and changes in words, and their charts.

pub mod assessment;
pub mod instruments;
pub mod own;
mod paper;
pub mod skills;

use polku_web::Routes;

pub use assessment::telling;

/// The routes of all slices.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(instruments::routes())
        .with(assessment::routes())
        .with(own::routes())
        .with(skills::routes())
}
