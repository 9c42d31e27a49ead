//! Work and activity agreements (B3).
//!
//! - [`templates`]: texts with fields in three languages, shipped and the register's own, in versions;
//! - [`agreement`]: an agreement of a client: filled from the record, edited, shown, ended, amended by a new one;
//! - [`signing`]: the paper that is signed, signatures by hand and on a screen, and the register's seal over the file,
//!   which `polku verify` checks without the product;
//! - [`own`]: the client's own agreements in the portal, and the signature that is given there.

pub mod agreement;
mod own;
pub mod signing;
pub mod templates;
mod text;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(templates::routes())
        .with(agreement::routes())
        .with(signing::routes())
        .with(own::routes())
}
