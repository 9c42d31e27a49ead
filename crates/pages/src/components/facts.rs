//! Facts: a few named values, in a strip on top of a page or as a list.

use super::Disclosure;
use crate::texts::Texts;
use maud::{Markup, Render, html};

/// A named value.
#[derive(Clone, Debug)]
pub struct Fact {
    name: String,
    value: Markup,
    detail: Option<Markup>,
    source: Option<Markup>,
}

impl Fact {
    /// A value with its name.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Render) -> Self {
        Self {
            name: name.into(),
            value: value.render(),
            detail: None,
            source: None,
        }
    }

    /// A quiet line below the value.
    #[must_use]
    pub fn detail(mut self, detail: impl Render) -> Self {
        self.detail = Some(detail.render());
        self
    }

    /// Where the value comes from, shown on demand (A5).
    #[must_use]
    pub fn source(mut self, texts: Texts, source: impl Render) -> Self {
        self.source = Some(Disclosure::new(texts.t("common-source")).quiet().with(source));
        self
    }
}

/// Several facts.
#[derive(Clone, Debug)]
pub struct Facts {
    class: &'static str,
    facts: Vec<Fact>,
}

impl Facts {
    /// Side by side on a paper: the `now` of a client.
    #[must_use]
    pub fn strip(facts: impl IntoIterator<Item = Fact>) -> Self {
        Self {
            class: "paper facts",
            facts: facts.into_iter().collect(),
        }
    }

    /// One below the other, names at the left: basic data.
    #[must_use]
    pub fn list(facts: impl IntoIterator<Item = Fact>) -> Self {
        Self {
            class: "fact-list",
            facts: facts.into_iter().collect(),
        }
    }
}

impl Render for Facts {
    fn render(&self) -> Markup {
        html! {
            dl class=(self.class) {
                @for fact in &self.facts {
                    div {
                        dt { (fact.name) }
                        dd { (fact.value) }
                        @if let Some(detail) = &fact.detail { dd.detail { (detail) } }
                        @if let Some(source) = &fact.source { dd.detail { (source) } }
                    }
                }
            }
        }
    }
}
