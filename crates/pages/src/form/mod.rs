//! Forms: one column, label above, help below the label, error above the field, summary on top.
//!
//! What was typed is always shown again: fields take their values from [`FormState`], which holds the text
//! as it was typed and the errors to show. Nothing needs JavaScript.
//!
//! ```
//! use polku_pages::{Locale, Texts, form::{Form, FormState, Choice}, components::{Button, action_bar}, html};
//! let texts = Texts::new(Locale::Fi);
//! let mut state = FormState::new();
//! state.set("given-name", "Ilona");
//! state.error("family-name", "Kirjoita sukunimi.");
//! let form = Form::post(texts, "/clients", &state);
//! let page = form.with(html! {
//!     (form.text("family-name", "Sukunimi").autocomplete("off"))
//!     (form.text("given-name", "Etunimet"))
//!     (form.select("contact-language", "Asiointikieli", [Choice::new("fi", "suomi")]).optional())
//!     (action_bar([Button::submit("Tallenna").main()]))
//! });
//! assert!(page.into_string().contains("aria-invalid=\"true\""));
//! ```

mod choices;
mod control;
mod field;
mod state;
mod summary;

pub use choices::Choice;
pub use field::Field;
pub use state::{FieldError, FormState};

use crate::texts::Texts;
use choices::Choices;
use control::{Control, FileChoice, TextKind};
use maud::{Markup, Render, html};

/// A form: where it goes and what it holds. Its methods make fields that know both.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    texts: Texts,
    action: &'a str,
    method: &'static str,
    with_files: bool,
    file: Option<FileWords<'a>>,
    state: &'a FormState,
}

/// What is said while a form's answer, a file, is being made.
#[derive(Clone, Copy, Debug)]
pub struct FileWords<'a> {
    /// That it is being made.
    pub making: &'a str,
    /// That it has come.
    pub made: &'a str,
}

impl<'a> Form<'a> {
    /// A form that changes something. Sent as `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn post(texts: Texts, action: &'a str, state: &'a FormState) -> Self {
        Self {
            texts,
            action,
            method: "post",
            with_files: false,
            file: None,
            state,
        }
    }

    /// A form that only chooses what is shown. Its fields go into the address: never for a person's data.
    #[must_use]
    pub fn get(texts: Texts, action: &'a str, state: &'a FormState) -> Self {
        Self {
            texts,
            action,
            method: "get",
            with_files: false,
            file: None,
            state,
        }
    }

    /// A form that sends files, as `multipart/form-data`.
    #[must_use]
    pub fn with_files(texts: Texts, action: &'a str, state: &'a FormState) -> Self {
        Self {
            texts,
            action,
            method: "post",
            with_files: true,
            file: None,
            state,
        }
    }

    /// The same form when it answers with a file: the page stays, and a script says how far the file is.
    #[must_use]
    pub fn answers_with_file(mut self, words: FileWords<'a>) -> Self {
        self.file = Some(words);
        self
    }

    /// The form element around its fields, with the summary of errors on top. Errors of fields come from
    /// the state, so the browser's own checks are off.
    #[must_use]
    pub fn with(&self, fields: impl Render) -> Markup {
        html! {
            form.form method=(self.method) action=(self.action) novalidate
                enctype=[self.with_files.then_some("multipart/form-data")]
                data-download=[self.file.map(|words| words.making)] data-made=[self.file.map(|words| words.made)] {
                (summary::summary(self.texts, self.state))
                (fields)
                @if self.file.is_some() { p role="status" data-file-status {} }
            }
        }
    }

    /// The form element of [`Form::get`], whose fields and button stand in a line above what they narrow.
    #[must_use]
    pub fn in_a_line(&self, fields: impl Render) -> Markup {
        html! {
            form.form.filters.only-screen method=(self.method) action=(self.action) novalidate {
                (summary::summary(self.texts, self.state))
                (fields)
            }
        }
    }

    /// A line of text.
    #[must_use]
    pub fn text(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Text(TextKind::Plain))
    }

    /// An e-mail address.
    #[must_use]
    pub fn email(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Text(TextKind::Email))
    }

    /// A telephone number.
    #[must_use]
    pub fn telephone(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Text(TextKind::Telephone))
    }

    /// A number, typed as people write it (`7,5`).
    #[must_use]
    pub fn number(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Text(TextKind::Number))
    }

    /// Digits of a one-time code.
    #[must_use]
    pub fn one_time_code(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Text(TextKind::Digits))
            .autocomplete("one-time-code")
    }

    /// Several lines of text; it grows with what is typed.
    #[must_use]
    pub fn textarea(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Textarea { rows: 4 })
    }

    /// A date as people write it (`1.2.`, `1.2.26`, `eilen`); see [`Field::echo`].
    #[must_use]
    pub fn date(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Date { echo: None })
    }

    /// A password with a button that shows it. Never filled in again.
    #[must_use]
    pub fn password(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Password)
            .autocomplete("current-password")
    }

    /// A file. Files cannot be filled in again: say in an error what is still there.
    #[must_use]
    pub fn file(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::File(FileChoice::default()))
    }

    /// One of a short list.
    #[must_use]
    pub fn select(
        &self,
        name: &'a str,
        label: impl Into<String>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> Field<'a> {
        self.field(name, label, Control::Choices(Choices::select(choices)))
    }

    /// One of a long list, found by typing; anything else can be typed too and is checked when sent.
    #[must_use]
    pub fn combobox(
        &self,
        name: &'a str,
        label: impl Into<String>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> Field<'a> {
        self.field(name, label, Control::Choices(Choices::combobox(choices)))
    }

    /// One of a few, all in sight.
    #[must_use]
    pub fn radios(
        &self,
        name: &'a str,
        label: impl Into<String>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> Field<'a> {
        self.field(name, label, Control::Choices(Choices::radios(choices)))
    }

    /// Any number of a few.
    #[must_use]
    pub fn checkboxes(
        &self,
        name: &'a str,
        label: impl Into<String>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> Field<'a> {
        self.field(name, label, Control::Choices(Choices::checkboxes(choices)))
    }

    /// Yes or not: sends `on` when ticked, nothing when not.
    #[must_use]
    pub fn checkbox(&self, name: &'a str, label: impl Into<String>) -> Field<'a> {
        self.field(name, label, Control::Checkbox)
    }

    /// A value sent along unseen.
    #[must_use]
    pub fn hidden(&self, name: &str, value: impl AsRef<str>) -> Markup {
        html! { input type="hidden" name=(name) value=(value.as_ref()); }
    }

    /// Fields that belong together, under a heading.
    #[must_use]
    pub fn group(&self, heading: impl AsRef<str>, fields: impl Render) -> Markup {
        html! { fieldset.group { legend { (heading.as_ref()) } (fields) } }
    }

    fn field(&self, name: &'a str, label: impl Into<String>, control: Control) -> Field<'a> {
        let mut field = Field::new(self.texts, self.state, name, label.into(), control);
        field.narrows = self.method == "get";
        field
    }
}
