//! Wiring: which slices there are, and how a node is opened and served.

pub mod configuration;
pub mod demo;
pub mod identification;
mod key_copies;
mod node;

use axum::Router;
use polku_desk::Desk;
use polku_web::{App, Routes, Settings, service_routes};

pub use key_copies::{Ending, end_key_copies};
pub use node::{Node, NodeFiles};

/// The whole route table. Adding a capability is adding a line in its crate's `routes()`.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(service_routes())
        .with(polku_administration::routes())
        .with(polku_casework::routes())
        .with(polku_notices::routes())
        .with(polku_oversight::routes())
        .with(polku_assessments::routes())
        .with(polku_privacy::routes())
        .with(polku_retention::routes())
        .with(polku_rights::routes())
        .with(polku_portal::routes())
        .with(polku_payments::routes())
        .with(polku_statements::routes())
        .with(polku_documents::routes())
        .with(polku_records::routes())
        .with(polku_agreements::routes())
}

/// The application of a desk.
pub fn application(desk: Desk, settings: Settings) -> Router {
    routes().into_router(App::new(desk, settings))
}
