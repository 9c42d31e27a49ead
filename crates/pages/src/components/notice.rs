//! Notices: what happened, or what must be known before going on.

use maud::{Markup, Render, html};

/// A notice of one or more sentences.
#[derive(Clone, Debug)]
pub struct Notice {
    kind: Kind,
    text: Markup,
    more: Option<Markup>,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Info,
    Done,
    Warning,
    Failed,
}

impl Notice {
    /// Good to know.
    #[must_use]
    pub fn info(text: impl Render) -> Self {
        Self::new(Kind::Info, text)
    }

    /// Done as asked.
    #[must_use]
    pub fn done(text: impl Render) -> Self {
        Self::new(Kind::Done, text)
    }

    /// Needs seeing to.
    #[must_use]
    pub fn warning(text: impl Render) -> Self {
        Self::new(Kind::Warning, text)
    }

    /// Not done.
    #[must_use]
    pub fn failed(text: impl Render) -> Self {
        Self::new(Kind::Failed, text)
    }

    fn new(kind: Kind, text: impl Render) -> Self {
        Self {
            kind,
            text: text.render(),
            more: None,
        }
    }

    /// More below the first sentence: a list, links, a button.
    #[must_use]
    pub fn more(mut self, more: impl Render) -> Self {
        self.more = Some(more.render());
        self
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        let (class, role) = match self.kind {
            Kind::Info => ("notice", None),
            Kind::Done => ("notice done", Some("status")),
            Kind::Warning => ("notice warning", Some("status")),
            Kind::Failed => ("notice failed", Some("alert")),
        };
        html! {
            div class=(class) role=[role] {
                p { (self.text) }
                @if let Some(more) = &self.more { div { (more) } }
            }
        }
    }
}
