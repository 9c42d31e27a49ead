//! Intake: somebody becomes a client (A1–A5, A9, B1).
//!
//! What is typed is checked first; then those who may be the same person are asked about, as far as the worker may see
//! them; then identity, basic data, relationship and responsible worker are stored in one transaction. A likeness to
//! somebody hidden answers as none, and the desk tells the main user (A8).

mod admission;
mod api;
mod input;
mod page;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

use super::api::ClientDocument;

/// What taking somebody in touches.
pub(super) const SPEC: AccessSpec = AccessSpec::people(
    Action::Admit,
    &[
        Resource::Identity,
        Resource::Basics,
        Resource::Special,
        Resource::Service,
        Resource::Care,
    ],
);

/// The routes of intake.
pub(super) fn routes() -> Routes {
    let doc = ApiDoc::new("Take a client in")
        .takes::<input::IntakeInput>()
        .answers::<ClientDocument>()
        .creates();
    Routes::new()
        .page(Method::GET, "/clients/new", SPEC, page::begin)
        .page(Method::POST, "/clients", SPEC, page::admit)
        .api(Method::POST, "/clients", SPEC, doc, api::admit)
}
