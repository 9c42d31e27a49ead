//! The foot of a page: statement, notice and the choice of language.

use crate::texts::{Locale, Texts};
use maud::{Markup, html};

/// Statement and feedback: Act 306/2019; notice: GDPR 13–14; languages: Act 423/2003.
pub(super) fn footer(texts: Texts, path: &str) -> Markup {
    html! {
        footer.foot {
            ul.foot-links {
                li { a href="/accessibility" { (texts.t("frame-accessibility")) } }
                li { a href="/privacy" { (texts.t("frame-privacy")) } }
            }
            form.languages method="post" action="/language" {
                input type="hidden" name="return_to" value=(path);
                ul aria-label=(texts.t("frame-language")) {
                    @for locale in Locale::ALL {
                        li {
                            button type="submit" name="language" value=(locale.code()) lang=(locale.code())
                                aria-current=[(locale == texts.locale()).then_some("true")] {
                                (locale.own_name())
                            }
                        }
                    }
                }
            }
        }
    }
}
