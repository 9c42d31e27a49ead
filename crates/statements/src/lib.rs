//! What is written about a client from the record, and what reminds of it.
//!
//! - [`statements`]: interim reports, final statements, progress summaries and internal summaries (B8, B9);
//! - [`permit`]: what a recipient may have now, which statements ask before they say anything to anyone;
//! - [`decisions`], [`narratives`], [`feedback`] (B13);
//! - [`histories`] (A4);
//! - [`reminders`]: what is due, as a page and as a daily message that names nobody (B11).

pub mod decisions;
pub mod feedback;
pub mod histories;
pub mod narratives;
pub mod permit;
pub mod reminders;
pub mod statements;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(statements::routes())
        .with(decisions::routes())
        .with(narratives::routes())
        .with(feedback::routes())
        .with(histories::routes())
        .with(reminders::routes())
}
