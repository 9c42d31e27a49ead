//! Law that runs: on what ground data is used, what people have consented to, what was given to others.

pub mod consents;
pub mod disclosures;
pub mod legal_bases;
pub mod parts;
pub mod photos;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(legal_bases::routes())
        .with(consents::routes())
        .with(disclosures::routes())
        .with(photos::routes())
}
