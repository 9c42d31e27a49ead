//! Empty states: what is not here yet, and what to do first.

use maud::{Markup, Render, html};

/// What stands in the place of a list that holds nothing.
#[derive(Clone, Debug)]
pub struct Empty {
    text: String,
    first_step: Option<Markup>,
}

impl Empty {
    /// Says what is not here yet.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            first_step: None,
        }
    }

    /// What to do first: a button.
    #[must_use]
    pub fn first_step(mut self, step: impl Render) -> Self {
        self.first_step = Some(step.render());
        self
    }
}

impl Render for Empty {
    fn render(&self) -> Markup {
        html! {
            div.empty {
                p { (self.text) }
                @if let Some(step) = &self.first_step { p { (step) } }
            }
        }
    }
}
