//! Secondary use (C8): archiving and research only by a recorded decision, and only as a pseudonymised extract of the fields
//! decided.
//!
//! The main user enters what was decided: who gets what, for what, on which ground, about whom, until when. The records
//! officer then has the extract made, after a fresh proof of identity, so it always takes two. A job reads each person by
//! a rule of its own ([`Action::Extract`]), puts a pseudonym in the place of who they are, coarsens the days and closes the
//! file for the recipient's key: nobody here reads it. Whoever objected (GDPR 21) or has processing restricted (GDPR 18) is
//! left out and counted.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `decision` | what a decision and an extract are |
//! | `rules` | which fields are offered, pseudonyms, coarse days, small groups; pure |
//! | `job` | making an extract |

mod api;
mod change;
mod decision;
mod input;
mod job;
mod page;
mod rules;
mod store;
mod view;

use polku_casework::joining::{JobKind, inventory};
use polku_desk::access::{AccessSpec, Action, Purpose, Resource, Role};
use polku_web::{ApiDoc, Method, Routes};

inventory::submit! {
    JobKind { kind: job::KIND, work: |desk, job, visitor| Box::pin(job::work(desk, job, visitor)) }
}

const SEE: AccessSpec =
    AccessSpec::roles(&[Role::MainUser, Role::RecordsOfficer, Role::DataProtectionOfficer]);
const DECIDE: AccessSpec = AccessSpec::roles(&[Role::MainUser]);
/// Having an extract made and fetching it.
const MAKE: AccessSpec = AccessSpec::people(
    Action::Extract,
    &[Resource::Service, Resource::Identity, Resource::Basics],
)
.serving(&[Purpose::SecondaryUse])
.after_step_up();

const ALL: &str = "/secondary-use";
const ONE: &str = "/secondary-use/{decision}";
const ENDING: &str = "/secondary-use/{decision}/ending";
const EXTRACTS: &str = "/secondary-use/{decision}/extracts";
const FILE: &str = "/secondary-use/{decision}/extracts/{extract}/file";

/// The pages and API of secondary use.
pub(crate) fn routes() -> Routes {
    let list = ApiDoc::new("The decisions about secondary use, the latest first");
    let one = ApiDoc::new("A decision about secondary use, with its extracts");
    let enter = ApiDoc::new("Enter a decision about secondary use");
    let end = ApiDoc::new("End a decision today: no extract is made from it any more");
    let make = ApiDoc::new("Have an extract made; it takes a while");
    Routes::new()
        .page(Method::GET, ALL, SEE, page::list)
        .page(Method::GET, "/secondary-use/new", DECIDE, page::new)
        .page(Method::POST, ALL, DECIDE, page::enter)
        .page(Method::GET, ONE, SEE, page::show)
        .page(Method::POST, ENDING, DECIDE, page::end)
        .page(Method::POST, EXTRACTS, MAKE, page::make)
        .page(Method::POST, FILE, MAKE, page::fetch)
        .api(
            Method::GET,
            ALL,
            SEE,
            list.answers::<Vec<api::DecisionBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            ALL,
            DECIDE,
            enter
                .takes::<input::SecondaryUseInput>()
                .answers::<api::DecisionBody>()
                .creates(),
            api::enter,
        )
        .api(
            Method::GET,
            ONE,
            SEE,
            one.answers::<api::DecisionBody>(),
            api::show,
        )
        .api(
            Method::POST,
            ENDING,
            DECIDE,
            end.answers::<api::DecisionBody>(),
            api::end,
        )
        .api(
            Method::POST,
            EXTRACTS,
            MAKE,
            make.answers::<api::DecisionBody>(),
            api::make,
        )
        .api(
            Method::POST,
            FILE,
            MAKE,
            ApiDoc::new("Fetch an extract: a CSV closed for the recipient's key (age)"),
            api::fetch,
        )
}
