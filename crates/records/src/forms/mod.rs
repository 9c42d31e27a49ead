//! Forms that were filled in on paper before their data is entered: logged by a number until they are destroyed (F2).
//!
//! A form tells of somebody, the log does not: it knows a number that is written on the paper, where the paper lies, and
//! what became of it.

mod api;
mod change;
mod page;
mod rules;
pub(crate) mod store;

use polku_casework::keeping;
use polku_desk::Visit;
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

pub(crate) use rules::{Standing, destroy_by};
pub(crate) use store::PaperForm;

use crate::places::SEE;

/// The pages and API of forms.
#[must_use]
pub(crate) fn routes() -> Routes {
    const LIST: &str = "/paper/forms";
    const ENTERED: &str = "/paper/forms/{form}/entered";
    const DESTROYED: &str = "/paper/forms/{form}/destroyed";
    Routes::new()
        .page(Method::POST, LIST, SEE, page::add)
        .page(Method::POST, ENTERED, SEE, page::entered)
        .page(Method::POST, DESTROYED, SEE, page::destroyed)
        .api(
            Method::GET,
            LIST,
            SEE,
            ApiDoc::new("Forms from before entry that are not destroyed yet").answers::<Vec<api::FormBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            LIST,
            SEE,
            ApiDoc::new("A form came: answers the number that is written on it")
                .takes::<change::FormInput>()
                .answers::<Vec<api::FormBody>>(),
            api::add,
        )
        .api(
            Method::POST,
            ENTERED,
            SEE,
            ApiDoc::new("The data of a form was entered").answers::<Vec<api::FormBody>>(),
            api::entered,
        )
        .api(
            Method::POST,
            DESTROYED,
            SEE,
            ApiDoc::new("A form was destroyed").answers::<Vec<api::FormBody>>(),
            api::destroyed,
        )
}

/// A register without such forms has no log of them (A2).
fn kept(visit: &Visit) -> Answer<()> {
    keeping::kept(visit, RecordKind::PreEntryForm)
}
