//! Requests of others under the act on the openness of government activities (621/1999, 13–14 §), with their own clock:
//! two weeks, at most a month. Only where the controller is an authority. Who asks need not say why, nor who they are
//! unless something secret is asked; that goes by the slice of disclosures. No row names a client in plain.
//!
//! A refusal tells the ground and the right to a written decision (14 § 3); the decision tells how to appeal.

mod api;
mod change;
mod input;
mod page;
mod request;
mod rules;
mod store;
mod view;

use polku_desk::{
    Visit,
    access::{AccessSpec, Role},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

const OFFICE: AccessSpec =
    AccessSpec::roles(&[Role::ServiceManager, Role::MainUser, Role::DataProtectionOfficer]);

/// The pages and API of others' requests.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/publicity-requests", OFFICE, page::list)
        .page(Method::GET, "/publicity-requests/new", OFFICE, page::new)
        .page(Method::POST, "/publicity-requests", OFFICE, page::receive)
        .page(Method::GET, "/publicity-requests/{request}", OFFICE, page::show)
        .page(
            Method::POST,
            "/publicity-requests/{request}/acts",
            OFFICE,
            page::act,
        )
        .page(
            Method::GET,
            "/publicity-requests/{request}/letters/{number}",
            OFFICE,
            page::letter,
        )
        .page(
            Method::GET,
            "/publicity-requests/{request}/letters/{number}/pdf",
            OFFICE,
            page::letter_file,
        )
        .api(
            Method::GET,
            "/publicity-requests",
            OFFICE,
            ApiDoc::new("Requests of others under the publicity act, the most pressing first")
                .query(&["open"])
                .answers::<Vec<api::PublicityBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/publicity-requests",
            OFFICE,
            ApiDoc::new("Enter a request under the publicity act")
                .takes::<input::PublicityInput>()
                .answers::<api::PublicityBody>()
                .creates(),
            api::receive,
        )
        .api(
            Method::GET,
            "/publicity-requests/{request}",
            OFFICE,
            ApiDoc::new("A request under the publicity act").answers::<api::PublicityBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/publicity-requests/{request}/acts",
            OFFICE,
            ApiDoc::new("Do something to a request under the publicity act")
                .takes::<input::PublicityAct>()
                .answers::<api::PublicityBody>(),
            api::act,
        )
}

/// Whether the visitor answers such requests here: the controller is an authority, and the role answers requests.
pub(crate) fn is_for(visit: &Visit) -> Answer<bool> {
    let profile = visit.profile()?;
    Ok(profile.keeps(RecordKind::Request)
        && profile.controller.kind.is_authority()
        && crate::requests::change::answers(visit)?)
}

/// Where there are no such requests, nothing is here.
fn kept(visit: &Visit) -> Answer<()> {
    if is_for(visit)? {
        Ok(())
    } else {
        Err(polku_desk::DeskError::Hidden.into())
    }
}
