//! A notice as people and programs read it.

mod html;
mod json;
mod pdf;

pub(crate) use html::title;
pub use html::{body, page};
pub use json::json;
pub use pdf::{SignedAt, pdf};
