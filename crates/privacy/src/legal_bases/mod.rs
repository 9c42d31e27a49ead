//! The legal-basis register (C2): for what data is used, on which article, act and section, tied to which task, and since
//! when. It is the profile's, which is dated data: any day can be asked for, also one under an act that was repealed.
//!
//! - [`rules`]: what holds on a day, and what each field, record and ground points to;
//! - [`polku_desk::access::legal_ground`] ties a decision of the desk to an entry of this register.

mod api;
mod page;
pub mod rules;
mod view;

use polku_desk::access::{AccessSpec, Role};
use polku_web::{ApiDoc, Method, Routes};

/// It says nothing about anybody, and whoever works here should know why they may.
const READ: AccessSpec = AccessSpec::roles(Role::ALL);

/// The page and API of the register.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/legal-bases", READ, page::show)
        .api(
            Method::GET,
            "/legal-bases",
            READ,
            ApiDoc::new("Purposes and their legal bases on a day")
                .query(&["on"])
                .answers::<api::RegisterBody>(),
            api::show,
        )
}
