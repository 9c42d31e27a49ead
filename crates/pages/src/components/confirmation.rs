//! Confirmation: what is about to happen, said once more before it does.

use super::Button;
use crate::texts::Texts;
use maud::{Markup, html};

/// A block that asks before something weighty. It is a page's part, not a dialog: it works everywhere.
#[derive(Clone, Debug)]
pub struct Confirmation {
    question: String,
    consequence: Markup,
    action: String,
    confirm: Button,
    cancel: String,
    fields: Vec<(String, String)>,
}

impl Confirmation {
    /// Asks `question`; `confirm` (a verb) posts to `action`, `cancel` is the address of not doing it.
    #[must_use]
    pub fn new(
        question: impl Into<String>,
        action: impl Into<String>,
        confirm: impl Into<String>,
        cancel: impl Into<String>,
    ) -> Self {
        Self {
            question: question.into(),
            consequence: html! {},
            action: action.into(),
            confirm: Button::submit(confirm).main(),
            cancel: cancel.into(),
            fields: Vec::new(),
        }
    }

    /// What follows: what changes, who is told, what cannot be taken back.
    #[must_use]
    pub fn consequence(mut self, consequence: impl maud::Render) -> Self {
        self.consequence = html! { div.consequence { (consequence) } };
        self
    }

    /// Marks that it cannot be taken back.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.confirm = self.confirm.danger();
        self
    }

    /// A hidden field to post along.
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.fields.push((name.into(), value.into()));
        self
    }

    /// The block.
    #[must_use]
    pub fn render(&self, texts: Texts) -> Markup {
        html! {
            section.confirmation.paper aria-labelledby="confirmation-question" {
                h2 #confirmation-question { (self.question) }
                (self.consequence)
                form method="post" action=(self.action) {
                    @for (name, value) in &self.fields { input type="hidden" name=(name) value=(value); }
                    p.actions {
                        (self.confirm)
                        a.btn href=(self.cancel) { (texts.t("common-cancel")) }
                    }
                }
            }
        }
    }
}
