//! Disclosures (C3–C5): who asked, what was decided on which ground, what was handed over. Nothing is disclosed regularly;
//! each is decided, only what its ground allows can be, and the ground is asked again when it is handed over.
//!
//! - [`rules`]: what a ground lets be given to whom at a moment, and where data may go;
//! - `change`: asking, deciding, and handing over in one write with its entry;
//! - `paper`: what is printed, with its marking; `package`: the file for machines beside it, and how they are closed;
//! - [`own`]: what was given, for the client in the portal;
//! - [`may_have_now`] and [`recipients_of`] are for other rooms.

mod api;
mod change;
mod decision_view;
pub mod disclosure;
mod ground_words;
mod input;
mod made_up;
pub mod own;
mod package;
mod page;
mod paper;
mod public;
mod register;
mod register_view;
mod request_view;
pub mod rules;
pub mod store;
mod view;

use polku_casework::joining::{Chapter, ClientTab, Kept, inventory};
use polku_desk::{
    Visit,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use public::{GotData, Open, may_have_now, recipients_of};

/// A disclosure is judged by the person's consents.
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Disclosures, Resource::Consents]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Disclosures, Resource::Consents]);
/// Handing over reads what is given. It is one person's data, decided for one recipient, and in the log as such.
const DELIVER: AccessSpec = AccessSpec::people(
    Action::Write,
    &[
        Resource::Disclosures,
        Resource::Consents,
        Resource::Identity,
        Resource::Basics,
        Resource::Special,
        Resource::Service,
        Resource::Attendance,
        Resource::Diary,
        Resource::Goals,
        Resource::Contacts,
    ],
)
.after_step_up();
/// The register of disclosures, with people's names.
const REGISTER: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Disclosures, Resource::Identity]);

inventory::submit! {
    ClientTab {
        chapter: Chapter::Privacy, order: 310, end: "/disclosures", word: "disclosures-title", resource: Resource::Disclosures,
        kept: Kept::AsRecords(&[RecordKind::Disclosure]),
    }
}

/// The pages and API of disclosures.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/disclosures", REGISTER, register::show)
        .page(Method::GET, "/clients/{client}/disclosures", READ, page::list)
        .page(Method::GET, "/clients/{client}/disclosures/new", READ, page::new)
        .page(Method::POST, "/clients/{client}/disclosures", WRITE, page::ask)
        .page(
            Method::GET,
            "/clients/{client}/disclosures/{disclosure}",
            READ,
            page::show,
        )
        .page(
            Method::POST,
            "/clients/{client}/disclosures/{disclosure}/decision",
            WRITE,
            page::decide,
        )
        .page(
            Method::POST,
            "/clients/{client}/disclosures/{disclosure}/delivery",
            DELIVER,
            page::deliver,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/disclosures",
            REGISTER,
            ApiDoc::new("The register of disclosures with its numbers, the latest first")
                .query(&["state", "ground", "recipient", "from", "until", "before"])
                .answers::<api::RegisterBody>(),
            register::api,
        )
        .api(
            Method::GET,
            "/clients/{client}/disclosures",
            READ,
            ApiDoc::new("A client's disclosures, the latest first").answers::<Vec<api::DisclosureBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/clients/{client}/disclosures",
            WRITE,
            ApiDoc::new("Enter a request for disclosure")
                .takes::<input::RequestInput>()
                .answers::<api::DisclosureBody>()
                .creates(),
            api::ask,
        )
        .api(
            Method::GET,
            "/clients/{client}/disclosures/{disclosure}",
            READ,
            ApiDoc::new("A disclosure with what each ground lets be given now")
                .answers::<api::DisclosureBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/clients/{client}/disclosures/{disclosure}/decision",
            WRITE,
            ApiDoc::new("Decide to give what a ground allows, or refuse with reasons")
                .takes::<input::DecisionInput>()
                .answers::<api::DisclosureBody>(),
            api::decide,
        )
        .api(
            Method::POST,
            "/clients/{client}/disclosures/{disclosure}/delivery",
            DELIVER,
            ApiDoc::new("Hand over: answers the file, if the ground still holds")
                .takes::<input::DeliveryInput>(),
            api::deliver,
        )
}

/// A register without disclosures has none of this anywhere (A2).
fn kept(visit: &Visit) -> Answer<()> {
    polku_casework::keeping::kept(visit, RecordKind::Disclosure)
}
