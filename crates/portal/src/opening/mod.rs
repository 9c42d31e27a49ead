//! The worker's part of the portal: opened for a client who was identified, given a new first code, closed at once.

mod api;
mod page;
mod view;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::{
    DeskError, Visit,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::{Activity, Role};
use polku_web::{Answer, ApiDoc, Method, Routes};

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::PortalAccess]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::PortalAccess]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Privacy, order: 750, end: "/portal", word: "portal-tab", resource: Resource::PortalAccess, kept: Kept::Always,
    }
}

/// The pages and API of opening.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/portal", READ, page::show)
        .page(
            Method::POST,
            "/clients/{client}/portal",
            WRITE.without_tokens(),
            page::open,
        )
        .page(
            Method::POST,
            "/clients/{client}/portal/code",
            WRITE.without_tokens(),
            page::renew,
        )
        .page(Method::POST, "/clients/{client}/portal/close", WRITE, page::close)
        .api(
            Method::GET,
            "/clients/{client}/portal",
            READ,
            ApiDoc::new("A client's portal, each time it was opened, the latest first")
                .answers::<Vec<api::AccessBody>>(),
            api::show,
        )
        .api(
            Method::POST,
            "/clients/{client}/portal",
            WRITE,
            ApiDoc::new("Open the portal for a client: answers the name and the first code, once")
                .takes::<api::OpeningInput>()
                .answers::<api::HandedOverBody>()
                .creates(),
            api::open,
        )
        .api(
            Method::POST,
            "/clients/{client}/portal/code",
            WRITE,
            ApiDoc::new("Give a new first code: the client's earlier codes and sessions end")
                .answers::<api::HandedOverBody>(),
            api::renew,
        )
        .api(
            Method::DELETE,
            "/clients/{client}/portal",
            WRITE,
            ApiDoc::new("Close the portal: its codes and sessions end at once").silent(),
            api::close,
        )
}

/// A register whose profile lets no client in has no portal.
fn kept(visit: &Visit) -> Answer<()> {
    if visit.profile()?.allows(Role::Client, Activity::SeeOwn) {
        Ok(())
    } else {
        Err(DeskError::Hidden.into())
    }
}
