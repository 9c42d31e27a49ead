//! What clients say of the service (B13): given on the worker's screen, read by whoever leads the service.
//!
//! A coach takes it down and does not read it again, so that a client can be frank. How long it is kept is the
//! profile's: it has a retention class of its own.

mod api;
mod given;
mod page;
mod panel;
mod store;
mod taken_in;

use polku_casework::joining::{ClientPanel, DueForManagers, MadeUpPart, inventory};
use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::{ApiDoc, Method, Routes};

inventory::submit! { ClientPanel { order: 900, show: panel::panel } }
inventory::submit! { DueForManagers { due: panel::due } }
inventory::submit! { MadeUpPart { order: 230, write: taken_in::write } }

/// Whoever takes it down sees whose it is, and nothing of what is stored.
const GIVE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Identity, Resource::ServiceFeedback])
    .only(&[Role::Coach, Role::ServiceManager]);
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::ServiceFeedback, Resource::Identity]);
const SEE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::ServiceFeedback, Resource::Identity])
    .only(&[Role::ServiceManager]);

/// The pages and API of feedback.
#[must_use]
pub fn routes() -> Routes {
    const OF_CLIENT: &str = "/clients/{client}/feedback";
    const SEEN: &str = "/clients/{client}/feedback/{feedback}/seen";
    let list = ApiDoc::new("What clients said of the service: what is not seen first, then the latest")
        .query(&["from", "limit"])
        .answers::<api::FeedbackDocument>();
    let give = ApiDoc::new("Take down what a client says of the service")
        .takes::<given::FeedbackInput>()
        .creates();
    let seen = ApiDoc::new("Note that feedback was seen").silent();
    Routes::new()
        .page(Method::GET, "/clients/{client}/feedback/new", GIVE, page::new)
        .page(Method::POST, OF_CLIENT, GIVE, page::give)
        .page(Method::GET, "/feedback", READ, page::list)
        .page(Method::POST, SEEN, SEE, page::seen)
        .api(Method::GET, "/feedback", READ, list, api::list)
        .api(Method::POST, OF_CLIENT, GIVE, give, api::give)
        .api(Method::PUT, SEEN, SEE, seen, api::seen)
}
