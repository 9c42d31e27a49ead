//! The data protection officer's room (E4, E5): emergency accesses to review, whom to look for, how the log is.
//!
//! What the data protection officer looks at here is in the log as well.

mod api;
mod emergencies;
mod emergencies_view;
mod find;
mod finding;
mod overview;
mod store;

use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

const LOOK: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Oversight, Resource::Identity]);
const REVIEW: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Oversight, Resource::Identity]);

const EMERGENCY: &str = "/clients/{client}/emergency-accesses/{emergency}";

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/oversight", LOOK, overview::show)
        .page(Method::POST, "/oversight/find", LOOK, find::show)
        .page(Method::GET, EMERGENCY, LOOK, emergencies::show)
        .page(Method::POST, EMERGENCY, REVIEW, emergencies::review)
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/emergency-accesses",
            LOOK,
            ApiDoc::new("Emergency accesses that wait for review, the oldest first")
                .answers::<Vec<api::EmergencyAccess>>(),
            api::waiting,
        )
        .api(
            Method::GET,
            EMERGENCY,
            LOOK,
            ApiDoc::new("An emergency access with its reason").answers::<api::EmergencyAccess>(),
            api::one,
        )
        .api(
            Method::PUT,
            "/clients/{client}/emergency-accesses/{emergency}/finding",
            REVIEW,
            ApiDoc::new("Says whether an emergency access was proper")
                .takes::<finding::FindingInput>()
                .silent(),
            api::review,
        )
}
