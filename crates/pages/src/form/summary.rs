//! The summary of errors on top of a form, with links to the fields.

use super::FormState;
use super::field::id_of;
use crate::texts::Texts;
use maud::{Markup, html};

/// Takes the focus when the page opens, so that it is the first thing read.
pub(super) fn summary(texts: Texts, state: &FormState) -> Markup {
    let count = i64::try_from(state.errors.len()).unwrap_or(i64::MAX);
    html! {
        @if state.has_errors() {
            div.error-summary role="alert" tabindex="-1" autofocus {
                h2 { (texts.with("common-errors", &[("count", count.into())])) }
                p { (texts.t("common-errors-kept")) }
                ul {
                    @for error in &state.errors {
                        li {
                            @if error.field.is_empty() { (error.text) }
                            @else { a href={ "#" (id_of(&error.field)) } { (error.text) } }
                        }
                    }
                }
            }
        }
    }
}
