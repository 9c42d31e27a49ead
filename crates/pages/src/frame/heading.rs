//! A page's heading: whose or which, and its one main action.

use crate::components::Tag;
use maud::{Markup, Render, html};

/// The block on top of a page's own part.
#[derive(Clone, Debug)]
pub struct Heading {
    title: Markup,
    subtitle: Option<Markup>,
    tags: Vec<Tag>,
    actions: Vec<Markup>,
    back: Option<(String, String)>,
}

impl Heading {
    /// A heading that says whose or which: a text or ready markup.
    #[must_use]
    pub fn new(title: impl Render) -> Self {
        Self {
            title: title.render(),
            subtitle: None,
            tags: Vec::new(),
            actions: Vec::new(),
            back: None,
        }
    }

    /// The quiet line below: date, age, language.
    #[must_use]
    pub fn subtitle(mut self, subtitle: impl Render) -> Self {
        self.subtitle = Some(subtitle.render());
        self
    }

    /// A warning or state that matters, beside the quiet line.
    #[must_use]
    pub fn tag(mut self, tag: Tag) -> Self {
        self.tags.push(tag);
        self
    }

    /// A button. The main one comes last and stands outermost.
    #[must_use]
    pub fn action(mut self, action: impl Render) -> Self {
        self.actions.push(action.render());
        self
    }

    /// A link up, above the heading: to the client of a note, to the list of a form.
    #[must_use]
    pub fn back(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.back = Some((href.into(), text.into()));
        self
    }
}

impl Render for Heading {
    fn render(&self) -> Markup {
        html! {
            div.head {
                div.head-text {
                    @if let Some((href, text)) = &self.back { a.back href=(href) { (text) } }
                    h1 { (self.title) }
                    @if self.subtitle.is_some() || !self.tags.is_empty() {
                        p.head-line {
                            @if let Some(subtitle) = &self.subtitle { span.quiet { (subtitle) } }
                            @for tag in &self.tags { " " (tag) }
                        }
                    }
                }
                @if !self.actions.is_empty() {
                    div.head-actions { @for action in &self.actions { (action) } }
                }
            }
        }
    }
}
