//! A field: label, help, error and the control itself, tied together for those who do not see them.

use super::FormState;
use super::control::Control;
use crate::format;
use crate::texts::Texts;
use jiff::civil::Date;
use maud::{Markup, Render, html};

/// A field of a form, made by the methods of [`super::Form`].
#[derive(Clone, Debug)]
pub struct Field<'a> {
    pub(super) texts: Texts,
    pub(super) state: &'a FormState,
    pub(super) name: &'a str,
    pub(super) label: String,
    pub(super) optional: bool,
    /// Whether the form only chooses what is shown: what is left empty narrows nothing.
    pub(super) narrows: bool,
    pub(super) autocomplete: Option<&'static str>,
    pub(super) max_length: Option<u32>,
    pub(super) width: Width,
    pub(super) autofocus: bool,
    pub(super) language: Option<&'static str>,
    help: Option<Markup>,
    control: Control,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Width {
    Full,
    Short,
}

impl<'a> Field<'a> {
    pub(super) fn new(
        texts: Texts,
        state: &'a FormState,
        name: &'a str,
        label: String,
        control: Control,
    ) -> Self {
        Self {
            texts,
            state,
            name,
            label,
            optional: false,
            narrows: false,
            autocomplete: None,
            max_length: None,
            width: control.usual_width(),
            autofocus: false,
            language: None,
            help: None,
            control,
        }
    }

    /// Help below the label.
    #[must_use]
    pub fn help(mut self, help: impl Render) -> Self {
        self.help = Some(help.render());
        self
    }

    /// May be left empty. All other fields must be filled in.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// What the browser may fill in (WCAG 1.3.5): `off` for other people's data.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// The most characters that can be typed.
    #[must_use]
    pub fn max_length(mut self, characters: u32) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// As narrow as what is typed into it: a code, a number.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.width = Width::Short;
        self
    }

    /// Where typing begins when the page opens. At most one on a page, and none when there are errors.
    #[must_use]
    pub fn autofocus(mut self) -> Self {
        self.autofocus = !self.state.has_errors();
        self
    }

    /// The language of what is typed, where it is not the page's.
    #[must_use]
    pub fn language(mut self, code: &'static str) -> Self {
        self.language = Some(code);
        self
    }

    /// The date that was understood, told below the field: `su 22.11.2026`.
    #[must_use]
    pub fn echo(mut self, date: Option<Date>) -> Self {
        if let Control::Date { echo } = &mut self.control {
            *echo = date;
        }
        self
    }

    /// The lines a text area begins with.
    #[must_use]
    pub fn lines(mut self, lines: u32) -> Self {
        if let Control::Textarea { rows } = &mut self.control {
            *rows = lines;
        }
        self
    }

    /// Short choices beside each other, such as the days of a week (radios and checkboxes).
    #[must_use]
    pub fn side_by_side(mut self) -> Self {
        if let Control::Choices(choices) = &mut self.control {
            choices.lay_side_by_side();
        }
        self
    }

    /// The kinds of file taken in, as in HTML's `accept`.
    #[must_use]
    pub fn accept(mut self, kinds: &'static str) -> Self {
        if let Control::File(choice) = &mut self.control {
            choice.accept = Some(kinds);
        }
        self
    }

    /// Several files may be chosen at once.
    #[must_use]
    pub fn several(mut self) -> Self {
        if let Control::File(choice) = &mut self.control {
            choice.several = true;
        }
        self
    }

    /// A phone opens its camera for it.
    #[must_use]
    pub fn camera(mut self) -> Self {
        if let Control::File(choice) = &mut self.control {
            choice.camera = true;
        }
        self
    }

    pub(super) fn id(&self) -> String {
        id_of(self.name)
    }

    pub(super) fn errors(&self) -> Vec<&str> {
        self.state.errors_of(self.name).collect()
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        (!self.errors().is_empty()).then_some("true")
    }

    /// The ids of what describes the control: error first, then help, then the echo.
    pub(super) fn described_by(&self) -> Option<String> {
        let id = self.id();
        let mut ids = Vec::new();
        if !self.errors().is_empty() {
            ids.push(format!("{id}-error"));
        }
        if self.help.is_some() {
            ids.push(format!("{id}-help"));
        }
        if self.echo_text().is_some() {
            ids.push(format!("{id}-echo"));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn echo_text(&self) -> Option<String> {
        match &self.control {
            Control::Date { echo: Some(date) } => {
                let weekday = format::weekday_short(self.texts.locale(), date.weekday());
                Some(format!("{weekday} {}", format::date(*date)))
            }
            _ => None,
        }
    }

    fn words(&self) -> Markup {
        html! {
            (self.label)
            @if self.optional && !self.narrows { " " span.optional { (self.texts.t("common-optional")) } }
        }
    }

    fn help_and_error(&self) -> Markup {
        let id = self.id();
        html! {
            @if let Some(help) = &self.help { div.help id={ (id) "-help" } { (help) } }
            @if self.invalid().is_some() {
                div.error id={ (id) "-error" } { @for error in self.errors() { p { (error) } } }
            }
        }
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let class = if self.invalid().is_some() {
            "field has-error"
        } else {
            "field"
        };
        if self.control.is_group() {
            return html! {
                fieldset class=(class) aria-describedby=[self.described_by()] {
                    legend { (self.words()) }
                    (self.help_and_error())
                    (self.control.render(self))
                }
            };
        }
        if self.control.label_follows() {
            return html! {
                div class=(class) {
                    (self.help_and_error())
                    div.tick { (self.control.render(self)) label for=(self.id()) { (self.words()) } }
                }
            };
        }
        html! {
            div class=(class) {
                label for=(self.id()) { (self.words()) }
                (self.help_and_error())
                (self.control.render(self))
                @if let Some(echo) = self.echo_text() { p.echo id={ (self.id()) "-echo" } { (echo) } }
            }
        }
    }
}

/// The id of a field's control, to link to it.
pub(super) fn id_of(name: &str) -> String {
    format!("field-{name}")
}
