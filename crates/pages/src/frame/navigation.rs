//! The main navigation: at the side on a desktop, along the bottom on a phone.

use crate::texts::Texts;
use maud::{Markup, html};

/// A place of the main navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// Fluent key of its word, such as `nav-clients`.
    pub key: &'static str,
    /// Where it leads.
    pub href: String,
    /// Whether the page shown belongs to it.
    pub current: bool,
    /// How many wait there, if that is worth knowing.
    pub count: Option<u32>,
}

impl NavItem {
    /// A place that is not the present one and counts nothing.
    #[must_use]
    pub fn new(key: &'static str, href: impl Into<String>) -> Self {
        Self {
            key,
            href: href.into(),
            current: false,
            count: None,
        }
    }

    /// Whether this is where one is.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    /// How many wait there.
    #[must_use]
    pub fn count(mut self, count: u32) -> Self {
        self.count = Some(count);
        self
    }
}

pub(super) fn side(texts: Texts, items: &[NavItem]) -> Markup {
    navigation("side", texts, items)
}

pub(super) fn bottom(texts: Texts, items: &[NavItem]) -> Markup {
    navigation("bottom", texts, items)
}

/// Only one of the two is displayed at a time, so assistive technology meets one navigation.
fn navigation(class: &str, texts: Texts, items: &[NavItem]) -> Markup {
    html! {
        @if !items.is_empty() {
            nav class=(class) aria-label=(texts.t("frame-navigation")) {
                ul {
                    @for item in items {
                        li {
                            a href=(item.href) aria-current=[item.current.then_some("page")] {
                                span { (texts.t(item.key)) }
                                @if let Some(count) = item.count { span.count { (count) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
