//! Tabs: the parts of one subject's page. They are links, so each part has an address and Back works.

use maud::{Markup, html};

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// Its word.
    pub text: String,
    /// Whether it is the part shown.
    pub current: bool,
}

impl Tab {
    /// A part that is not the one shown.
    #[must_use]
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            text: text.into(),
            current: false,
        }
    }

    /// Whether it is the part shown.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// The tabs, with a label that says what they are parts of.
#[must_use]
pub fn tabs(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            ul {
                @for tab in tabs {
                    li { a href=(tab.href) aria-current=[tab.current.then_some("page")] { (tab.text) } }
                }
            }
        }
    }
}
