//! What people see: the page frame, components, forms, texts in three languages, error pages and charts.
//!
//! Pure rendering: no input or output, no clock. A page of a slice is a function that takes what it shows
//! and returns [`Markup`]; it is built of [`components`] and [`form`] fields and put into a [`frame::Frame`].
//! Everything works without JavaScript and under a content security policy without inline code or styles.
//!
//! - a text: add it to `locales/{fi,sv,en}/<slice>.ftl` (same keys in all three) and say `texts.t("key")`;
//! - a component: a file in `components/`, its styles in `assets/css/`, a sample in [`samples`];
//! - a script or style: a file in `assets/` and a line in [`assets`].

pub mod assets;
pub mod charts;
pub mod components;
pub mod form;
pub mod format;
pub mod frame;
pub mod samples;
pub mod texts;

pub use maud::{Markup, PreEscaped, Render, html};
pub use texts::{Locale, Texts, Value};
