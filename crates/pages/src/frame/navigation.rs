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

/// As many places as fit side by side on a narrow phone.
const FIT_ON_A_PHONE: usize = 5;
/// As many letters as their words may have together.
const LETTERS_ON_A_PHONE: usize = 40;

/// Only one of `side` and `bottom` is displayed at a time, so assistive technology meets one navigation.
pub(super) fn side(texts: Texts, items: &[NavItem]) -> Markup {
    html! {
        @if !items.is_empty() {
            nav.side aria-label=(texts.t("frame-navigation")) {
                ul { @for item in items { (entry(texts, item)) } }
            }
        }
    }
}

/// What does not fit opens from the last place.
pub(super) fn bottom(texts: Texts, items: &[NavItem]) -> Markup {
    let (first, rest) = items.split_at(fitting(texts, items));
    html! {
        @if !items.is_empty() {
            nav.bottom aria-label=(texts.t("frame-navigation")) {
                ul {
                    @for item in first { (entry(texts, item)) }
                    @if !rest.is_empty() { li { (others(texts, rest)) } }
                }
            }
        }
    }
}

/// All of them, or so many that a place is left for the others.
fn fitting(texts: Texts, items: &[NavItem]) -> usize {
    let letters =
        |items: &[NavItem]| -> usize { items.iter().map(|item| texts.t(item.key).chars().count()).sum() };
    if items.len() <= FIT_ON_A_PHONE && letters(items) <= LETTERS_ON_A_PHONE {
        return items.len();
    }
    let others = texts.t("frame-others").chars().count();
    let fits = |count: &usize| letters(&items[..*count]) + others <= LETTERS_ON_A_PHONE;
    (1..items.len().min(FIT_ON_A_PHONE)).rev().find(fits).unwrap_or(1)
}

fn entry(texts: Texts, item: &NavItem) -> Markup {
    html! {
        li {
            a href=(item.href) aria-current=[item.current.then_some("page")] {
                span { (texts.t(item.key)) }
                @if let Some(count) = item.count { span.count { (count) } }
            }
        }
    }
}

fn others(texts: Texts, items: &[NavItem]) -> Markup {
    let class = items.iter().any(|item| item.current).then_some("has-current");
    html! {
        details data-menu {
            summary class=[class] { (texts.t("frame-others")) }
            ul { @for item in items { (entry(texts, item)) } }
        }
    }
}
