//! The client's portal (D8) and induction (D7).
//!
//! | part | who is there |
//! | --- | --- |
//! | [`entrance`] | whoever wants in: with codes, or by strong electronic identification |
//! | [`own`] | the client: own data, plan, attendance, consents, photographs, requests, who got it and who looked, sessions |
//! | [`opening`] | the worker who opens the portal for a client, and closes it |
//! | [`induction`] | the worker who tells the client at the start, and notes what was told |
//!
//! The portal is a site of its own: its routes are below `/own`, its cookie is its own, its frame leads to no page of the
//! workers'. What it shows is decided by the rules of the role `client`.

pub mod entrance;
pub mod induction;
pub mod opening;
pub mod own;

use polku_web::Routes;

/// The routes of all parts, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(entrance::routes())
        .with(own::routes())
        .with(opening::routes())
        .with(induction::routes())
}
