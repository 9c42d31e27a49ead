//! Learning at work: the skills of a register's workshops, met by clients, with evidence (B7).
//!
//! The main user keeps the list of skills by workshop. A coach marks how a client masters one, on a day, with the entries
//! of the diary that show it; marks are only added, and the latest counts.

mod api;
mod certificate;
mod client_view;
mod furnish;
mod input;
mod made;
mod model;
mod page;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Action, Resource, Role};
use polku_web::{ApiDoc, Method, Routes};

pub use furnish::furnish;
pub(crate) use made::made_up;

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Assessments, Resource::Diary]);
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Assessments, Resource::Diary]);
/// The list is about nobody; the main user keeps it.
const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]);

/// The pages and API of skills.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/clients/{client}/skills", READ, page::of_client)
        .page(Method::POST, "/clients/{client}/skills", WRITE, page::mark)
        .page(
            Method::GET,
            "/clients/{client}/skills/certificate",
            READ,
            certificate::pdf,
        )
        .page(Method::GET, "/skills", KEEP, page::list)
        .page(Method::POST, "/skills", KEEP, page::add)
        .page(Method::GET, "/skills/{skill}", KEEP, page::show)
        .page(Method::POST, "/skills/{skill}", KEEP, page::save)
        .api(
            Method::GET,
            "/clients/{client}/skills",
            READ,
            ApiDoc::new("How a client masters skills, the latest mark of each")
                .answers::<Vec<api::MarkBody>>(),
            api::of_client,
        )
        .api(
            Method::POST,
            "/clients/{client}/skills",
            WRITE,
            ApiDoc::new("Mark how a client masters a skill")
                .takes::<input::MarkInput>()
                .answers::<Vec<api::MarkBody>>()
                .creates(),
            api::mark,
        )
        .api(
            Method::GET,
            "/skills",
            KEEP,
            ApiDoc::new("The register's skills by workshop").answers::<Vec<api::SkillBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/skills",
            KEEP,
            ApiDoc::new("Add a skill")
                .takes::<input::SkillInput>()
                .answers::<api::SkillBody>()
                .creates(),
            api::add,
        )
        .api(
            Method::PUT,
            "/skills/{skill}",
            KEEP,
            ApiDoc::new("Name a skill otherwise, or take it out of use")
                .takes::<input::SkillInput>()
                .answers::<api::SkillBody>(),
            api::save,
        )
}
