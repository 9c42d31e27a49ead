//! Controls that choose from a list.

use super::control::required;
use super::field::Field;
use maud::{Markup, html};

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What it means, below the label (radios and checkboxes).
    pub help: Option<String>,
}

impl Choice {
    /// A choice that sends `value` and reads `label`.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            help: None,
        }
    }

    /// What it means.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

#[derive(Clone, Debug)]
pub(super) struct Choices {
    shape: Shape,
    choices: Vec<Choice>,
    side_by_side: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Select,
    Combobox,
    Radios,
    Checkboxes,
}

impl Choices {
    pub(super) fn select(choices: impl IntoIterator<Item = Choice>) -> Self {
        Self {
            shape: Shape::Select,
            choices: choices.into_iter().collect(),
            side_by_side: false,
        }
    }

    pub(super) fn combobox(choices: impl IntoIterator<Item = Choice>) -> Self {
        Self {
            shape: Shape::Combobox,
            choices: choices.into_iter().collect(),
            side_by_side: false,
        }
    }

    pub(super) fn radios(choices: impl IntoIterator<Item = Choice>) -> Self {
        Self {
            shape: Shape::Radios,
            choices: choices.into_iter().collect(),
            side_by_side: false,
        }
    }

    pub(super) fn checkboxes(choices: impl IntoIterator<Item = Choice>) -> Self {
        Self {
            shape: Shape::Checkboxes,
            choices: choices.into_iter().collect(),
            side_by_side: false,
        }
    }

    pub(super) fn lay_side_by_side(&mut self) {
        self.side_by_side = true;
    }

    pub(super) fn is_group(&self) -> bool {
        matches!(self.shape, Shape::Radios | Shape::Checkboxes)
    }

    pub(super) fn render(&self, field: &Field<'_>) -> Markup {
        match self.shape {
            Shape::Select => self.as_select(field),
            Shape::Combobox => self.as_combobox(field),
            Shape::Radios => self.as_ticks(field, "radio"),
            Shape::Checkboxes => self.as_ticks(field, "checkbox"),
        }
    }

    /// A value that is no longer on the list stays chosen: opening an old record never alters it.
    fn as_select(&self, field: &Field<'_>) -> Markup {
        let chosen = field.state.value(field.name);
        let unlisted = !chosen.is_empty() && self.choices.iter().all(|choice| choice.value != chosen);
        html! {
            select id=(field.id()) name=(field.name) autocomplete=(field.autocomplete.unwrap_or("off"))
                aria-required=[required(field)] aria-invalid=[field.invalid()]
                aria-describedby=[field.described_by()] autofocus[field.autofocus] {
                @if field.optional || !field.narrows {
                    option value="" { (field.texts.t(if field.narrows { "common-any" } else { "common-choose" })) }
                }
                @if unlisted { option value=(chosen) selected { (chosen) } }
                @for choice in &self.choices {
                    option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
                }
            }
        }
    }

    /// The list offers labels; where value and label differ, the label is what is sent.
    fn as_combobox(&self, field: &Field<'_>) -> Markup {
        let list = format!("{}-list", field.id());
        html! {
            input id=(field.id()) name=(field.name) type="text" list=(list)
                value=(field.state.value(field.name)) autocomplete="off" maxlength=[field.max_length]
                aria-required=[required(field)] aria-invalid=[field.invalid()]
                aria-describedby=[field.described_by()] autofocus[field.autofocus];
            datalist id=(list) { @for choice in &self.choices { option value=(choice.label) {} } }
        }
    }

    /// The first control has the field's own id, so that the summary's link lands on it.
    fn as_ticks(&self, field: &Field<'_>, kind: &str) -> Markup {
        html! {
            div class=(if self.side_by_side { "ticks side-by-side" } else { "ticks" }) {
                @for (index, choice) in self.choices.iter().enumerate() {
                    @let id = if index == 0 { field.id() } else { format!("{}-{index}", field.id()) };
                    div.tick {
                        input id=(id) name=(field.name) type=(kind) value=(choice.value)
                            checked[field.state.has(field.name, &choice.value)]
                            aria-invalid=[field.invalid()]
                            aria-describedby=[choice.help.as_ref().map(|_| format!("{id}-means"))];
                        label for=(id) { (choice.label) }
                        @if let Some(help) = &choice.help { div.help id={ (id) "-means" } { (help) } }
                    }
                }
            }
        }
    }
}
