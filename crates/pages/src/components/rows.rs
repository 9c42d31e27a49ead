//! Rows: a list of people or things, each with a state, a name, a few words and what can be done.

use maud::{Markup, Render, html};

/// A list of rows, each anything.
pub fn rows<Item: Render>(items: impl IntoIterator<Item = Item>) -> Markup {
    html! { ul.rows { @for item in items { li { (item) } } } }
}

/// The rest of a long list, folded under a line of its own below the rows that are shown.
pub fn rest<Item: Render>(summary: impl Render, items: impl IntoIterator<Item = Item>) -> Markup {
    html! { details.rest { summary { (summary) } (rows(items)) } }
}

/// A row in the usual order.
#[derive(Clone, Debug)]
pub struct Row {
    id: Option<String>,
    dot: Option<(Dot, String)>,
    name: Markup,
    words: Option<Markup>,
    aside: Option<Markup>,
    actions: Vec<Markup>,
}

/// A state told by form and colour, and by a word to those who do not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dot {
    /// An empty ring: expected, not begun.
    Open,
    /// A full ring: present, done.
    Full,
    /// A barred ring: absent, broken off.
    Barred,
}

impl Row {
    /// A row named by a link or text.
    #[must_use]
    pub fn new(name: impl Render) -> Self {
        Self {
            id: None,
            dot: None,
            name: name.render(),
            words: None,
            aside: None,
            actions: Vec::new(),
        }
    }

    /// A row named by a link.
    #[must_use]
    pub fn link(href: impl AsRef<str>, name: impl AsRef<str>) -> Self {
        Self::new(html! { a href=(href.as_ref()) { (name.as_ref()) } })
    }

    /// The element's id, to lead to: a browser opens what it is folded in.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The state before the name, with its word.
    #[must_use]
    pub fn dot(mut self, dot: Dot, word: impl Into<String>) -> Self {
        self.dot = Some((dot, word.into()));
        self
    }

    /// A few quiet words and tags after the name.
    #[must_use]
    pub fn words(mut self, words: impl Render) -> Self {
        self.words = Some(words.render());
        self
    }

    /// A time or number at the end.
    #[must_use]
    pub fn aside(mut self, aside: impl Render) -> Self {
        self.aside = Some(aside.render());
        self
    }

    /// A small button at the end.
    #[must_use]
    pub fn action(mut self, action: impl Render) -> Self {
        self.actions.push(action.render());
        self
    }
}

impl Render for Row {
    fn render(&self) -> Markup {
        html! {
            div.row id=[&self.id] {
                @if let Some((dot, word)) = &self.dot { (state(*dot, word)) }
                span.row-name { (self.name) }
                @if let Some(words) = &self.words { span.row-words { (words) } }
                @if self.aside.is_some() || !self.actions.is_empty() {
                    span.row-end {
                        @if let Some(aside) = &self.aside { span.quiet.small { (aside) } }
                        @for action in &self.actions { (action) }
                    }
                }
            }
        }
    }
}

fn state(dot: Dot, word: &str) -> Markup {
    let class = match dot {
        Dot::Open => "dot",
        Dot::Full => "dot full",
        Dot::Barred => "dot barred",
    };
    html! { span class=(class) role="img" aria-label=(word) title=(word) {} }
}
