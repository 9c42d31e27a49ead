//! The frame of the client's portal: its own places, and no way to the workers' pages.

use super::{Flash, Heading, NavItem, RegisterLabel, document, flash_notice};
use crate::components::Button;
use crate::texts::{Locale, Texts};
use maud::{Markup, Render, html};

/// A page of one column with the register's name, the portal's places, the way out and the choice of language.
#[derive(Clone, Debug, Default)]
pub struct Portal {
    /// The texts of the reader's language.
    pub texts: Texts,
    /// Fluent key of the browser's title: the kind of page only.
    pub title: &'static str,
    /// The register that the client is in; none before signing in.
    pub register: Option<RegisterLabel>,
    /// The places; none before signing in.
    pub navigation: Vec<NavItem>,
    /// What just happened.
    pub flash: Option<Flash>,
    /// The path of this page, to come back to after choosing another language.
    pub path: String,
    /// Names of further script assets this page needs.
    pub scripts: Vec<&'static str>,
}

impl Portal {
    /// The whole document.
    #[must_use]
    pub fn render(&self, heading: &Heading, body: impl Render) -> Markup {
        let content = html! {
            (self.header())
            @if !self.navigation.is_empty() { (self.places()) }
            main.portal #content tabindex="-1" {
                @if let Some(flash) = &self.flash { (flash_notice(flash)) }
                (heading)
                (body)
            }
            (self.footer())
        };
        document::document(self.texts, self.title, &self.scripts, &content)
    }

    fn header(&self) -> Markup {
        let band = self
            .register
            .as_ref()
            .map_or("none", |register| register.band.name());
        html! {
            header.top data-band=(band) {
                a.product href="/own" { (self.texts.t("own-product")) }
                @if let Some(register) = &self.register {
                    span.register {
                        span.unseen { (self.texts.t("frame-register")) " " }
                        (register.name)
                    }
                    form.portal-out method="post" action="/own/sign-out" {
                        (Button::submit(self.texts.t("own-sign-out")).tiny())
                    }
                }
            }
        }
    }

    fn places(&self) -> Markup {
        html! {
            nav.portal-places aria-label=(self.texts.t("frame-navigation")) {
                ul {
                    @for item in &self.navigation {
                        li {
                            a href=(item.href) aria-current=[item.current.then_some("page")] {
                                (self.texts.t(item.key))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The notice and the statement of accessibility open in a frame of their own, which leads to no client.
    fn footer(&self) -> Markup {
        html! {
            footer.foot {
                ul.foot-links {
                    li { a href="/accessibility" { (self.texts.t("frame-accessibility")) } }
                    li { a href="/privacy" { (self.texts.t("frame-privacy")) } }
                }
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
}
