//! Disclosure: more, on demand.

use maud::{Markup, Render, html};

/// A line that opens to show more.
#[derive(Clone, Debug)]
pub struct Disclosure {
    summary: Markup,
    open: bool,
    quiet: bool,
}

impl Disclosure {
    /// A closed one.
    #[must_use]
    pub fn new(summary: impl Render) -> Self {
        Self {
            summary: summary.render(),
            open: false,
            quiet: false,
        }
    }

    /// Whether it stands open from the start.
    #[must_use]
    pub fn open(mut self, open: bool) -> Self {
        self.open = open;
        self
    }

    /// Small and grey: a source, a technical detail.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// With what it shows.
    #[must_use]
    pub fn with(self, content: impl Render) -> Markup {
        html! {
            details class=(if self.quiet { "more-here small-more" } else { "more-here" }) open[self.open] {
                summary { (self.summary) }
                div { (content) }
            }
        }
    }
}
