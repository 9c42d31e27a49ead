//! Pagination by key: newer and older, and where in the whole one is.

use crate::texts::Texts;
use maud::{Markup, html};

/// The way on in a long list. Pages are cut by key, so there are no page numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pagination {
    /// The address of the newer (previous) page.
    pub newer: Option<String>,
    /// The address of the older (next) page.
    pub older: Option<String>,
    /// Where one is: `21–40 / 312`.
    pub position: String,
}

impl Pagination {
    /// The links, or nothing when one page holds all.
    #[must_use]
    pub fn render(&self, texts: Texts) -> Markup {
        html! {
            @if self.newer.is_some() || self.older.is_some() {
                nav.pages aria-label=(texts.t("common-pages")) {
                    @if let Some(newer) = &self.newer {
                        a.btn.tiny rel="prev" href=(newer) { (texts.t("common-newer")) }
                    }
                    span.quiet { (self.position) }
                    @if let Some(older) = &self.older {
                        a.btn.tiny rel="next" href=(older) { (texts.t("common-older")) }
                    }
                }
            }
        }
    }
}
