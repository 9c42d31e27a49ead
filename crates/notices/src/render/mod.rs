//! A notice as people and programs read it.

mod html;
mod json;

pub(crate) use html::title;
pub use html::{body, page};
pub use json::json;
