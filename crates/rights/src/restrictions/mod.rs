//! Restriction of processing (GDPR 18, D4): it really freezes. The desk itself denies every look, list, search, job and
//! change about the person to all but the data protection officer, who sets and lifts it here; this slice keeps why.
//!
//! Meanwhile the data is stored. What else GDPR 18.2 allows (with consent, for legal claims, to protect another person) the
//! officer does, or lifts the restriction for it; the person is told before it is lifted (GDPR 18.3).

mod api;
mod change;
mod input;
mod page;
pub(crate) mod restriction;
pub(crate) mod store;
pub(crate) mod view;

use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::{ApiDoc, Method, Routes};

const TOUCHED: &[Resource] = &[Resource::Requests, Resource::Identity];
const OFFICER: &[Role] = &[Role::DataProtectionOfficer];
const READ: AccessSpec = AccessSpec::people(Action::Read, TOUCHED).only(OFFICER);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, TOUCHED).only(OFFICER);

/// The pages and API of restrictions.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/restriction", READ, page::show)
        .page(Method::POST, "/clients/{client}/restriction", WRITE, page::set)
        .page(
            Method::POST,
            "/clients/{client}/restriction/lifting",
            WRITE,
            page::lift,
        )
        .api(
            Method::GET,
            "/clients/{client}/restrictions",
            READ,
            ApiDoc::new("A client's restrictions of processing, the latest first")
                .answers::<Vec<api::RestrictionBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/restrictions",
            WRITE,
            ApiDoc::new("Restrict the processing of a client's data")
                .takes::<input::RestrictionInput>()
                .answers::<Vec<api::RestrictionBody>>(),
            api::set,
        )
        .api(
            Method::POST,
            "/clients/{client}/restrictions/lifting",
            WRITE,
            ApiDoc::new("Lift the restriction, after the client was told")
                .takes::<input::LiftingInput>()
                .answers::<Vec<api::RestrictionBody>>(),
            api::lift,
        )
}
