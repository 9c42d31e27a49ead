//! The frame of pages before signing in, and of those that stand alone: one column, no navigation.

use super::{Flash, Heading, document, flash_notice, footer};
use crate::texts::Texts;
use maud::{Markup, Render, html};

/// A page of one narrow column with the product's name and no navigation.
#[derive(Clone, Debug, Default)]
pub struct Bare {
    /// The texts of the reader's language.
    pub texts: Texts,
    /// Fluent key of the browser's title: the kind of page only.
    pub title: &'static str,
    /// What just happened.
    pub flash: Option<Flash>,
    /// The path of this page, to come back to after choosing another language.
    pub path: String,
    /// Names of further script assets this page needs.
    pub scripts: Vec<&'static str>,
}

impl Bare {
    /// The whole document.
    #[must_use]
    pub fn render(&self, heading: &Heading, body: impl Render) -> Markup {
        let content = html! {
            header.top data-band="none" { a.product href="/" { (self.texts.t("frame-product")) } }
            main.narrow #content tabindex="-1" {
                @if let Some(flash) = &self.flash { (flash_notice(flash)) }
                (heading)
                (body)
            }
            (footer::footer(self.texts, &self.path))
        };
        document::document(self.texts, self.title, &self.scripts, &content)
    }
}
