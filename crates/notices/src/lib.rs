//! What a register says of itself: the privacy notice (D6) and the record of processing activities (GDPR 30).
//!
//! Both are made from the running configuration, so that they cannot say anything else than what the program does:
//! [`compose()`] asks each part of the profile for its topic. What a profile cannot know, the people who hold offices,
//! the main user gives beside it. [`render`] writes a notice as a page of its own, as a PDF and as JSON.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `notice` | sections and blocks |
//! | `compose`, `topics` | what each topic says |
//! | `processing` | the record of processing activities |
//! | `render` | HTML, PDF, JSON |
//! | `published`, `difference` | versions, and what changed between them |
//! | `printed` | PDFs that were printed lately |
//! | `page`, `keeping`, `api` | as anyone, its keeper and programs see it |

mod api;
mod compose;
mod difference;
mod keeping;
mod notice;
mod page;
mod printed;
mod processing;
mod published;
pub mod render;
mod topics;

use polku_desk::access::{AccessSpec, Role};
use polku_web::{ApiDoc, Method, Routes};

pub use compose::{Circumstances, Contact, compose};
pub use difference::{Changed, differences};
pub use notice::{Block, Notice, Section, Words};
pub use processing::record as processing_record;

const ANYONE: AccessSpec = AccessSpec::anyone();
const KEEPER: AccessSpec = AccessSpec::roles(&[Role::MainUser, Role::DataProtectionOfficer]).without_tokens();

/// The notice for anyone, and its keeping.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/notice", ANYONE, page::list)
        .page(Method::GET, "/notice/{register}", ANYONE, page::show)
        .page(Method::GET, "/notice/{register}/{form}", ANYONE, page::file)
        .page(Method::GET, "/admin/notice", KEEPER, keeping::show)
        .page(Method::POST, "/admin/notice/contacts", KEEPER, keeping::contacts)
        .page(
            Method::POST,
            "/admin/notice",
            KEEPER.after_step_up(),
            keeping::publish,
        )
        .page(
            Method::GET,
            "/admin/record-of-processing",
            KEEPER,
            keeping::record,
        )
        .api(
            Method::GET,
            "/notices/{register}",
            ANYONE,
            ApiDoc::new("A register's privacy notice, as published").answers::<Notice>(),
            api::show,
        )
}
