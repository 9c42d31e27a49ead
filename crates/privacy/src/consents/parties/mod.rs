//! The providers and units to whom people may consent to be visible, and who works there (C1). Kept by the main user: each
//! member sees whom the party may see, so every change is in the log and moves the epoch.

mod api;
mod change;
mod input;
mod page;
mod store;
mod view;

use polku_desk::{
    Visit,
    access::{AccessSpec, Role},
};
use polku_profile::Capability;
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use store::visible_to;

const SEE: AccessSpec = AccessSpec::roles(&[Role::MainUser, Role::DataProtectionOfficer]);
const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]);

/// The pages and API of parties.
pub(super) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/consent-parties", SEE, page::list)
        .page(Method::POST, "/consent-parties", KEEP, page::add)
        .page(Method::POST, "/consent-parties/members", KEEP, page::add_member)
        .page(
            Method::POST,
            "/consent-parties/{party}/members/{member}/end",
            KEEP,
            page::end_member,
        )
        .api(
            Method::GET,
            "/consent-parties",
            SEE,
            ApiDoc::new("Providers and units to whom people can be visible").answers::<Vec<api::PartyBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/consent-parties",
            KEEP,
            ApiDoc::new("Add a provider or unit")
                .takes::<input::PartyInput>()
                .answers::<Vec<api::PartyBody>>(),
            api::add,
        )
        .api(
            Method::POST,
            "/consent-parties/{party}/members",
            KEEP,
            ApiDoc::new("Let a worker see whom the party may see")
                .takes::<input::MemberInput>()
                .answers::<Vec<api::PartyBody>>(),
            api::add_member,
        )
        .api(
            Method::POST,
            "/consent-parties/{party}/members/{member}/end",
            KEEP,
            ApiDoc::new("End that at once").answers::<Vec<api::PartyBody>>(),
            api::end_member,
        )
}

/// A register that takes no consents to visibility has no parties (A2).
fn kept(visit: &Visit) -> Answer<()> {
    super::kept(visit)?;
    if visit.profile()?.can(Capability::VisibilityConsents) {
        Ok(())
    } else {
        Err(polku_desk::DeskError::Hidden.into())
    }
}
