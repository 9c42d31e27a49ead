//! Buttons and links that look like them. Their words are verbs.

use maud::{Markup, Render, html};

/// A button that sends a form, or a link that looks like one.
#[derive(Clone, Debug)]
pub struct Button {
    text: String,
    about: Option<String>,
    key: Option<char>,
    does: Does,
    weight: Weight,
    tiny: bool,
}

#[derive(Clone, Debug)]
enum Does {
    Submit {
        name: Option<(String, String)>,
        action: Option<String>,
        form: Option<String>,
        unchecked: bool,
    },
    Link {
        href: String,
    },
}

#[derive(Clone, Copy, Debug)]
enum Weight {
    Ordinary,
    Main,
    Danger,
    MainDanger,
}

impl Button {
    /// A button that sends the form it stands in.
    #[must_use]
    pub fn submit(text: impl Into<String>) -> Self {
        Self::new(
            text,
            Does::Submit {
                name: None,
                action: None,
                form: None,
                unchecked: false,
            },
        )
    }

    /// A link that looks like a button. Links only show; what changes something is a form.
    #[must_use]
    pub fn link(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(text, Does::Link { href: href.into() })
    }

    fn new(text: impl Into<String>, does: Does) -> Self {
        Self {
            text: text.into(),
            about: None,
            key: None,
            does,
            weight: Weight::Ordinary,
            tiny: false,
        }
    }

    /// The page's one main action.
    #[must_use]
    pub fn main(mut self) -> Self {
        self.weight = match self.weight {
            Weight::Ordinary | Weight::Main => Weight::Main,
            Weight::Danger | Weight::MainDanger => Weight::MainDanger,
        };
        self
    }

    /// What cannot be taken back.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.weight = match self.weight {
            Weight::Ordinary | Weight::Danger => Weight::Danger,
            Weight::Main | Weight::MainDanger => Weight::MainDanger,
        };
        self
    }

    /// Small, for rows.
    #[must_use]
    pub fn tiny(mut self) -> Self {
        self.tiny = true;
        self
    }

    /// Whom or what it concerns, read out after the word: fifteen buttons `Merkintä` differ only in this.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// A single key that does the same, unless shortcuts are switched off (WCAG 2.1.4). `/` is taken.
    #[must_use]
    pub fn key(mut self, key: char) -> Self {
        self.key = Some(key.to_ascii_lowercase());
        self
    }

    /// The field and value this button adds to what is sent.
    #[must_use]
    pub fn named(mut self, field: impl Into<String>, value: impl Into<String>) -> Self {
        if let Does::Submit { name, .. } = &mut self.does {
            *name = Some((field.into(), value.into()));
        }
        self
    }

    /// Another address to send the form to.
    #[must_use]
    pub fn to(mut self, address: impl Into<String>) -> Self {
        if let Does::Submit { action, .. } = &mut self.does {
            *action = Some(address.into());
        }
        self
    }

    /// The id of the form that it sends, when it stands elsewhere: in the page's heading.
    #[must_use]
    pub fn of(mut self, id: impl Into<String>) -> Self {
        if let Does::Submit { form, .. } = &mut self.does {
            *form = Some(id.into());
        }
        self
    }

    /// Sends the form as it is, complete or not: saving a draft.
    #[must_use]
    pub fn unchecked(mut self) -> Self {
        if let Does::Submit { unchecked, .. } = &mut self.does {
            *unchecked = true;
        }
        self
    }

    fn class(&self) -> &'static str {
        match (self.weight, self.tiny) {
            (Weight::Ordinary, false) => "btn",
            (Weight::Ordinary, true) => "btn tiny",
            (Weight::Main, false) => "btn main",
            (Weight::Main, true) => "btn main tiny",
            (Weight::Danger, false) => "btn danger",
            (Weight::Danger, true) => "btn danger tiny",
            (Weight::MainDanger, false) => "btn main danger",
            (Weight::MainDanger, true) => "btn main danger tiny",
        }
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let words = html! {
            (self.text)
            @if let Some(about) = &self.about { span.unseen { ", " (about) } }
        };
        match &self.does {
            Does::Link { href } => {
                html! { a class=(self.class()) href=(href) data-key=[self.key] aria-keyshortcuts=[self.key] { (words) } }
            }
            Does::Submit {
                name,
                action,
                form,
                unchecked,
            } => html! {
                button type="submit" class=(self.class()) form=[form.as_ref()] name=[name.as_ref().map(|(name, _)| name)]
                    value=[name.as_ref().map(|(_, value)| value)] formaction=[action.as_ref()]
                    formnovalidate[*unchecked] data-key=[self.key] aria-keyshortcuts=[self.key] { (words) }
            },
        }
    }
}
