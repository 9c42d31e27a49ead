//! Templates of agreements: shipped ones and the register's own, in versions that the main user writes (B3).
//!
//! A version is a draft, then in use, then retired; what is in use never changes, and an agreement keeps the text that it
//! was begun with. Fields such as `{client-name}` are filled from the record; one that does not exist is refused by name.

mod api;
mod change;
pub(crate) mod input;
mod page;
pub(crate) mod placeholder;
mod shipped;
mod store;
mod template;
mod view;

use polku_casework::keeping;
use polku_desk::{
    Visit,
    access::{AccessSpec, Role},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

pub(crate) use shipped::all as shipped;
pub(crate) use store::in_use;
pub use template::{Content, InThree, Standing, Template, TemplateId};
pub(crate) use view::fields as fields_of_templates;

/// Templates are about nobody; the main user keeps them.
const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]);
/// The page of all of them.
const TITLE: &str = "/admin/agreement-templates";

/// The pages and API of templates.
pub(crate) fn routes() -> Routes {
    const ONE: &str = "/admin/agreement-templates/{template}";
    const STANDING: &str = "/admin/agreement-templates/{template}/standing";
    let list = ApiDoc::new("All versions of all templates of agreements").answers::<Vec<api::TemplateBody>>();
    let begin = ApiDoc::new("Begin a draft: the next version of a template, or a new one")
        .takes::<api::NewTemplate>()
        .answers::<api::TemplateBody>()
        .creates();
    let show = ApiDoc::new("One version of a template").answers::<api::TemplateBody>();
    let save = ApiDoc::new("Write a draft of a template further")
        .takes::<input::ContentInput>()
        .answers::<api::TemplateBody>();
    let stand = ApiDoc::new("Put a draft to use, retire a version or offer it again")
        .takes::<api::StandingInput>()
        .answers::<api::TemplateBody>();
    let discard = ApiDoc::new("Throw a draft of a template away").silent();
    Routes::new()
        .page(Method::GET, TITLE, KEEP, page::list)
        .page(Method::POST, TITLE, KEEP, page::begin)
        .page(Method::GET, ONE, KEEP, page::show)
        .page(Method::POST, ONE, KEEP, page::save)
        .page(Method::POST, STANDING, KEEP, page::stand)
        .api(Method::GET, "/agreement-templates", KEEP, list, api::list)
        .api(Method::POST, "/agreement-templates", KEEP, begin, api::begin)
        .api(
            Method::GET,
            "/agreement-templates/{template}",
            KEEP,
            show,
            api::show,
        )
        .api(
            Method::PUT,
            "/agreement-templates/{template}",
            KEEP,
            save,
            api::save,
        )
        .api(
            Method::DELETE,
            "/agreement-templates/{template}",
            KEEP,
            discard,
            api::discard,
        )
        .api(
            Method::PUT,
            "/agreement-templates/{template}/standing",
            KEEP,
            stand,
            api::stand,
        )
}

/// A register without agreements has no templates, and where the main user keeps no settings nobody changes them.
fn kept(visit: &Visit) -> Answer<()> {
    keeping::settings_kept(visit, RecordKind::Agreement)
}
