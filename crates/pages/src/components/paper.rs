//! Paper: a white section with a heading, on the page's ground.

use maud::{Markup, Render, html};

/// A section. End with [`Paper::with`], which gives the markup.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    id: Option<String>,
    title: Option<String>,
    note: Option<Markup>,
    more: Option<Markup>,
}

impl Paper {
    /// A section with a heading.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::default()
        }
    }

    /// A section that needs no heading because the page's own is enough.
    #[must_use]
    pub fn bare() -> Self {
        Self::default()
    }

    /// The element's id, to link to or to swap.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Quiet words beside the heading: `9 tulossa · 2 läsnä`.
    #[must_use]
    pub fn note(mut self, note: impl Render) -> Self {
        self.note = Some(note.render());
        self
    }

    /// A link to the whole of what is shown in part.
    #[must_use]
    pub fn more(mut self, href: impl AsRef<str>, text: impl AsRef<str>) -> Self {
        self.more = Some(html! { a.more href=(href.as_ref()) { (text.as_ref()) } });
        self
    }

    /// A small action in the place of the link.
    #[must_use]
    pub fn action(mut self, action: impl Render) -> Self {
        self.more = Some(html! { span.more { (action) } });
        self
    }

    /// The section with what it holds: rows, a table, or a `div.inside` for running content.
    #[must_use]
    pub fn with(self, content: impl Render) -> Markup {
        html! {
            section.paper id=[self.id] {
                @if let Some(title) = &self.title {
                    header {
                        h2 { (title) }
                        @if let Some(note) = &self.note { span.quiet { (note) } }
                        @if let Some(more) = &self.more { (more) }
                    }
                }
                (content)
            }
        }
    }

    /// The same for running content: text, a form, a small chart.
    #[must_use]
    pub fn with_inside(self, content: impl Render) -> Markup {
        self.with(html! { div.inside { (content) } })
    }
}
