//! Tags: a state in a word, with a tint that means the same.

use maud::{Markup, Render, html};

/// A state in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    kind: TagKind,
    text: String,
}

/// What a tag's tint means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagKind {
    /// Falls due soon.
    Due,
    /// Overdue or broken off.
    Over,
    /// In order.
    Good,
    /// Restricted or secret.
    Private,
    /// Not finished.
    Draft,
    /// Just a word.
    Plain,
}

impl Tag {
    /// A tag of a kind worked out elsewhere.
    #[must_use]
    pub fn new(kind: TagKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
        }
    }

    /// Falls due soon.
    #[must_use]
    pub fn due(text: impl Into<String>) -> Self {
        Self::new(TagKind::Due, text)
    }

    /// Overdue or broken off.
    #[must_use]
    pub fn over(text: impl Into<String>) -> Self {
        Self::new(TagKind::Over, text)
    }

    /// In order.
    #[must_use]
    pub fn good(text: impl Into<String>) -> Self {
        Self::new(TagKind::Good, text)
    }

    /// Restricted or secret.
    #[must_use]
    pub fn private(text: impl Into<String>) -> Self {
        Self::new(TagKind::Private, text)
    }

    /// Not finished.
    #[must_use]
    pub fn draft(text: impl Into<String>) -> Self {
        Self::new(TagKind::Draft, text)
    }

    /// Just a word.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(TagKind::Plain, text)
    }
}

impl Render for Tag {
    fn render(&self) -> Markup {
        let class = match self.kind {
            TagKind::Due => "tag due",
            TagKind::Over => "tag over",
            TagKind::Good => "tag good",
            TagKind::Private => "tag private",
            TagKind::Draft => "tag draft",
            TagKind::Plain => "tag",
        };
        html! { span class=(class) { (self.text) } }
    }
}
