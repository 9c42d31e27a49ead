//! Progress: a line, its name and its number.

use maud::{Markup, Render, html};

/// How far something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is under way.
    pub label: String,
    /// How much is done.
    pub value: u32,
    /// How much there is.
    pub of: u32,
}

impl Progress {
    /// `value` of `of` done.
    #[must_use]
    pub fn new(label: impl Into<String>, value: u32, of: u32) -> Self {
        Self {
            label: label.into(),
            value,
            of,
        }
    }
}

impl Render for Progress {
    fn render(&self) -> Markup {
        let number = format!("{} / {}", self.value, self.of);
        html! {
            div.progress {
                span.progress-label { (self.label) }
                span.progress-number.quiet.small { (number) }
                progress aria-label=(self.label) max=(self.of) value=(self.value) { (number) }
            }
        }
    }
}
