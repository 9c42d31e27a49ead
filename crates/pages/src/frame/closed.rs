//! A page from which nothing else of the product can be reached: for somebody who answers without signing in.

use super::{Heading, document};
use crate::texts::{Locale, Texts};
use maud::{Markup, Render, html};

/// A page of one narrow column with the product's name as plain words, the choice of language, and no links.
#[derive(Clone, Debug, Default)]
pub struct Closed {
    /// The texts of the reader's language.
    pub texts: Texts,
    /// Fluent key of the browser's title: the kind of page only.
    pub title: &'static str,
    /// The path of this page, to come back to after choosing another language.
    pub path: String,
    /// Names of further script assets this page needs.
    pub scripts: Vec<&'static str>,
}

impl Closed {
    /// The whole document.
    #[must_use]
    pub fn render(&self, heading: &Heading, body: impl Render) -> Markup {
        let content = html! {
            header.top data-band="none" { span.product { (self.texts.t("frame-product")) } }
            main.narrow #content tabindex="-1" {
                (heading)
                (body)
            }
            footer.foot { (self.languages()) }
        };
        document::document(self.texts, self.title, &self.scripts, &content)
    }

    fn languages(&self) -> Markup {
        html! {
            form.languages method="post" action="/language" {
                input type="hidden" name="return_to" value=(self.path);
                ul aria-label=(self.texts.t("frame-language")) {
                    @for locale in Locale::ALL {
                        li {
                            button type="submit" name="language" value=(locale.code()) lang=(locale.code())
                                aria-current=[(locale == self.texts.locale()).then_some("true")] {
                                (locale.own_name())
                            }
                        }
                    }
                }
            }
        }
    }
}
