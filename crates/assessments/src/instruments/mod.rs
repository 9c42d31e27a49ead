//! Instruments: scales, questions and scoring as versioned data (B7).
//!
//! An instrument has editions. Those shipped are in words of our own; a register's main user makes others, beginning from
//! any edition: a draft is written, published once and never changed after that, so that an old assessment stays as it
//! was. [`score`] is pure and knows no database.

mod api;
mod check;
mod definition;
mod edition;
mod form;
mod form_reading;
mod form_view;
mod page;
mod reading;
mod score;
pub(crate) mod shipped;
mod store;
mod view;

use polku_casework::keeping;
use polku_desk::{
    Visit,
    access::{AccessSpec, Role},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};

pub use check::Mistake;
pub use definition::{
    Anchor, Asks, Better, Definition, Item, Reliability, Scale, Scoring, Sense, Subscale, Words,
};
pub use edition::{Edition, EditionId, Standing};
pub use reading::{read, write};
pub use score::{Change, Score, Verdict, change, reliable_change, scores};
pub(crate) use store::{by_id, edition, offered};

/// Instruments are about nobody; the main user keeps them.
const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]);

/// The pages and API of instruments.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/instruments", KEEP, page::list)
        .page(Method::POST, "/instruments", KEEP, page::begin)
        .page(Method::GET, "/instruments/{edition}", KEEP, page::show)
        .page(Method::POST, "/instruments/{edition}", KEEP, page::save)
        .page(Method::POST, "/instruments/{edition}/standing", KEEP, page::stand)
        .api(
            Method::GET,
            "/instruments",
            KEEP,
            ApiDoc::new("All editions of all instruments").answers::<Vec<api::EditionBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/instruments",
            KEEP,
            ApiDoc::new("Begin a draft: from an edition, or from a definition")
                .takes::<api::NewEdition>()
                .answers::<api::EditionBody>()
                .creates(),
            api::begin,
        )
        .api(
            Method::GET,
            "/instruments/{edition}",
            KEEP,
            ApiDoc::new("One edition").answers::<api::EditionBody>(),
            api::show,
        )
        .api(
            Method::PUT,
            "/instruments/{edition}",
            KEEP,
            ApiDoc::new("Save a draft")
                .takes::<Definition>()
                .answers::<api::EditionBody>(),
            api::save,
        )
        .api(
            Method::POST,
            "/instruments/{edition}/standing",
            KEEP,
            ApiDoc::new("Publish a draft, withdraw an edition or offer it again")
                .takes::<api::StandingInput>()
                .answers::<api::EditionBody>(),
            api::stand,
        )
}

/// A register without assessments has no instruments, and where the main user keeps no settings nobody changes them.
fn kept(visit: &Visit) -> Answer<()> {
    keeping::settings_kept(visit, RecordKind::Assessment)
}
