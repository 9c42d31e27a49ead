//! What people may ask about their own data (D1–D4), and others under the publicity act.
//!
//! | folder | what it knows |
//! | --- | --- |
//! | `requests` | a person's requests: from receipt to answer, with their clock and letters; rectification |
//! | `copies` | the copy of everything that is held, for the person (GDPR 15, 20) |
//! | `restrictions` | freezing a person's data and lifting it (GDPR 18) |
//! | `publicity` | requests of others (Act 621/1999, 13–14 §), with their own clock |
//! | [`clock`] | the last day for an answer, by calendar rules |

pub mod clock;
pub mod copies;
mod input;
mod letter;
mod publicity;
pub mod requests;
mod restrictions;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(requests::routes())
        .with(copies::routes())
        .with(restrictions::routes())
        .with(publicity::routes())
}
