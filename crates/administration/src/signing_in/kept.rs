//! What was being sent when the proof of identity had grown old. It stands hidden in the page that asks for the proof,
//! and is sent on from there: nothing typed is lost, and nothing of it is stored.

use std::collections::BTreeMap;

use polku_pages::{
    Markup, Texts,
    components::{Button, action_bar},
    form::FormState,
    frame::Heading,
    html,
};
use polku_web::{Answer, Failure, Reader, Response};

/// The form of another page, by its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept(BTreeMap<String, Vec<String>>);

/// The field in which it travels.
pub(super) const FIELD: &str = "kept";

impl Kept {
    /// The form that was sent. Passwords stand in no page: they are typed anew.
    pub(super) fn of(form: &FormState) -> Self {
        let fields = form.values.iter().filter(|(name, _)| !name.contains("password"));
        Self(
            fields
                .map(|(name, values)| (name.clone(), values.clone()))
                .collect(),
        )
    }

    /// What travels with a proof; `None` when nothing does.
    ///
    /// # Errors
    /// [`Failure::Unreadable`] when it is not as the page had it.
    pub(super) fn read(form: &FormState) -> Answer<Option<Self>> {
        match form.value(FIELD) {
            "" => Ok(None),
            text => serde_json::from_str(text)
                .map(|fields| Some(Self(fields)))
                .map_err(|_| Failure::Unreadable("what was typed could not be read")),
        }
    }

    /// As it stands in the field.
    pub(super) fn written(&self) -> String {
        serde_json::json!(self.0).to_string()
    }

    /// The page that sends it on: by itself with a script, else by a button.
    pub(super) fn send_on(&self, reader: &Reader, to: &str) -> Response {
        let texts = reader.texts;
        let heading = Heading::new(texts.t("sign-in-again-proven"));
        reader.bare_page(
            "sign-in-again-title",
            &["js/continue.js"],
            &heading,
            self.form(texts, to),
        )
    }

    fn form(&self, texts: Texts, to: &str) -> Markup {
        html! {
            p { (texts.t("sign-in-again-kept")) }
            form method="post" action=(to) data-continue {
                @for (name, values) in &self.0 {
                    @for value in values { input type="hidden" name=(name) value=(value); }
                }
                (action_bar([Button::submit(texts.t("sign-in-again-continue")).main()]))
            }
            p { a href="/" { (texts.t("sign-in-again-leave")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_as_it_was_but_for_passwords() {
        let mut form = FormState::new();
        form.set("text", "Käynyt \"kahvilla\" & <kotona>");
        form.set_all("columns", vec!["last-name".to_owned(), "phone".to_owned()]);
        form.set("password_again", "salainen");
        let mut page = FormState::new();
        page.set(FIELD, Kept::of(&form).written());
        let kept = Kept::read(&page).expect("readable").expect("something kept");
        form.values.remove("password_again");
        assert_eq!(kept.0, form.values);
        assert_eq!(Kept::read(&FormState::new()).expect("readable"), None);
    }
}
