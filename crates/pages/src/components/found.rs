//! What the find field shows while one types.

use super::Tag;
use crate::texts::Texts;
use maud::{Markup, html};

/// Somebody or something found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub name: String,
    /// What tells it from others of the same name: group, age.
    pub detail: String,
    /// A state that matters.
    pub tag: Option<Tag>,
}

/// The answer to the find field's request (header `HX-Request`): the options of its list box.
/// For a request without that header, answer a whole page with [`super::rows`].
#[must_use]
pub fn found(texts: Texts, found: &[Found]) -> Markup {
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let told = texts.with("frame-found", &[("count", count.into())]);
    html! {
        @if found.is_empty() { p.quiet data-told=(told) { (told) } }
        @for (index, one) in found.iter().enumerate() {
            a.found role="option" aria-selected="false" tabindex="-1" href=(one.href)
                data-told=[(index == 0).then_some(&told)] {
                span.found-name { (one.name) }
                span.found-detail { (one.detail) }
                @if let Some(tag) = &one.tag { (tag) }
            }
        }
    }
}
