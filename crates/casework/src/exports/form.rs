//! The form before an export: what goes into the file, and of which kind it is.

use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, action_bar},
    form::{Choice, Field, Form, FormState},
    frame::Heading,
    html,
};
use polku_web::{InvalidField, ToMend};

use super::Format;

/// A form of an export.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExportForm<'a> {
    /// The language.
    pub(crate) texts: Texts,
    /// Where it goes.
    pub(crate) action: &'a str,
    /// What was chosen so far.
    pub(crate) state: &'a FormState,
    /// Whether the file holds those only for whom the worker answers: a coach's does.
    pub(crate) own_only: bool,
}

impl<'a> ExportForm<'a> {
    /// Makes its fields.
    pub(crate) fn fields(&self) -> Form<'a> {
        Form::post(self.texts, self.action, self.state)
    }

    /// The form around the fields of its own.
    pub(crate) fn with(&self, own: &Markup) -> Markup {
        let texts = self.texts;
        let form = self.fields();
        html! {
            (Notice::info(texts.t("export-personal")).more(html! { p { (texts.t("export-what")) } }))
            (Paper::bare().with_inside(form.with(html! {
                @if self.own_only { p { (texts.t("export-own-only")) } }
                (own)
                (self.format(&form))
                (action_bar([Button::submit(texts.t("export-do")).main()]))
            })))
        }
    }

    fn format(&self, form: &Form<'a>) -> Field<'a> {
        let kind = |format: &Format| {
            let key = format!("export-format-{format}");
            Choice::new(format.name(), self.texts.t(&key)).help(self.texts.t(&format!("{key}-help")))
        };
        form.radios(
            "format",
            self.texts.t("export-format"),
            Format::ALL.iter().map(kind),
        )
    }
}

/// The heading of the form of a list, with the way back to it.
pub(crate) fn heading(texts: Texts, title: &str, list: &str, list_name: &str) -> Heading {
    Heading::new(texts.t(title)).back(list, texts.t(list_name))
}

/// What a new form has chosen.
pub(crate) fn fresh() -> FormState {
    let mut state = FormState::new();
    state.set("format", Format::Xlsx.name());
    state
}

/// The kind of file, or notes that none was chosen.
pub(crate) fn check_format(wrong: &mut ToMend, typed: &str) -> Option<Format> {
    wrong.keep(
        "format",
        typed.parse::<Format>().map_err(|_| "export-format-missing"),
    )
}

/// What an export answers when it cannot be as it was chosen.
pub(crate) type Wrong = Vec<InvalidField>;
