//! Who has looked at a person, when, what, why, on which basis, in plain words (E4, D2, D8), and the proof of it.
//!
//! One view serves the data protection officer, who works with the person, and the person in the portal: what each may
//! know was settled by the desk ([`polku_desk::audit::Look`]), so [`list`] and [`table`] show what they are given.
//! The proofs are files that `docs/verify_look.py` checks without the product.

mod api;
mod page;
mod view;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::access::{AccessSpec, Action, Resource};
use polku_web::{ApiDoc, Method, Routes};

pub use page::{ON_A_PAGE, as_file};
pub use view::{LooksPage, list, table};

/// The log of one person. The officer's role brings the details as well.
const LOOK: AccessSpec = AccessSpec::people(
    Action::Read,
    &[Resource::AccessLog, Resource::Identity, Resource::Oversight],
);

const LIST: &str = "/clients/{client}/looks";
const PROOFS: &str = "/clients/{client}/looks/proofs";
const PROOF: &str = "/clients/{client}/looks/{entry}/proof";

inventory::submit! {
    ClientTab {
        chapter: Chapter::Privacy, order: u16::MAX, end: "/looks", word: "client-tab-looks", resource: Resource::AccessLog, kept: Kept::Always,
    }
}

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, LIST, LOOK, page::show)
        .page(Method::GET, PROOFS, LOOK, page::proofs)
        .page(Method::GET, PROOF, LOOK, page::proof)
        .api(
            Method::GET,
            LIST,
            LOOK,
            ApiDoc::new("Who has looked at a client, when and why, the latest first")
                .query(&["before", "limit"])
                .answers::<api::Looks>(),
            api::looks,
        )
        .api(
            Method::GET,
            PROOFS,
            LOOK,
            ApiDoc::new("The same looks with their proofs, as docs/verify_look.py checks them")
                .query(&["before", "limit"])
                .answers::<polku_desk::audit::ProvenLooks>(),
            api::proofs,
        )
        .api(
            Method::GET,
            PROOF,
            LOOK,
            ApiDoc::new("One look with its proof").answers::<polku_desk::audit::ProvenLooks>(),
            api::proof,
        )
}
