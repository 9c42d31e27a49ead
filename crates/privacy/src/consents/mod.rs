//! Consents (C1, C6): per purpose and recipient, to disclosure or to visibility; given and withdrawn from the same place,
//! withdrawn by one press. A consent counts from the commit that records it until its last day or its withdrawal, and what
//! rests on it is asked again in that very commit.
//!
//! - [`rules`]: pure, and the same for a worker's screen, a paper and the portal;
//! - [`own`]: what the client does in the portal, by the same rules;
//! - [`store`]: reads, stores, withdraws and holds consents, for disclosures and the portal;
//! - [`statements`]: the texts that people read, in three languages; published editions never change;
//! - [`parties`]: the providers and units to whom people can be visible;
//! - [`ScanSource`]: where the documents room hands in the scans of papers.

mod api;
mod change;
pub mod consent;
mod due;
mod form;
pub mod input;
mod made_up;
pub mod own;
mod page;
mod panel;
pub mod parties;
pub mod rules;
mod scans;
pub mod statements;
pub mod store;
mod view;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::{
    Visit,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use scans::ScanSource;

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Consents]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Consents]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Privacy, order: 300, end: "/consents", word: "consents-title", resource: Resource::Consents,
        kept: Kept::AsRecords(&[RecordKind::Consent]),
    }
}

/// The pages and API of consents.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/consents", READ, page::list)
        .page(Method::GET, "/clients/{client}/consents/new", READ, page::new)
        .page(Method::POST, "/clients/{client}/consents", WRITE, page::give)
        .page(
            Method::GET,
            "/clients/{client}/consents/{consent}",
            READ,
            page::show,
        )
        .page(
            Method::POST,
            "/clients/{client}/consents/{consent}/withdraw",
            WRITE,
            page::withdraw,
        )
        .with(programs())
        .with(statements::routes())
        .with(parties::routes())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/clients/{client}/consents",
            READ,
            ApiDoc::new("A client's consents, the latest first").answers::<Vec<api::ConsentBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/consents",
            WRITE,
            ApiDoc::new("Record a consent: it counts from now on")
                .takes::<input::ConsentInput>()
                .answers::<api::ConsentBody>()
                .creates(),
            api::give,
        )
        .api(
            Method::GET,
            "/clients/{client}/consents/{consent}",
            READ,
            ApiDoc::new("A consent with the text that was read").answers::<api::ConsentBody>(),
            api::show,
        )
        .api(
            Method::POST,
            "/clients/{client}/consents/{consent}/withdraw",
            WRITE,
            ApiDoc::new("Withdraw a consent: it stops counting now")
                .takes::<input::WithdrawalInput>()
                .answers::<api::ConsentBody>(),
            api::withdraw,
        )
}

/// A register without consents has none of this anywhere (A2).
fn kept(visit: &Visit) -> Answer<()> {
    polku_casework::keeping::kept(visit, RecordKind::Consent)
}
