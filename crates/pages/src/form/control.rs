//! The controls people type into.

use super::choices::Choices;
use super::field::{Field, Width};
use jiff::civil::Date;
use maud::{Markup, html};

#[derive(Clone, Debug)]
pub(super) enum Control {
    Text(TextKind),
    Textarea { rows: u32 },
    Date { echo: Option<Date> },
    Password,
    File(FileChoice),
    Checkbox,
    Choices(Choices),
}

/// What files may be chosen, and how many.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FileChoice {
    pub(super) accept: Option<&'static str>,
    pub(super) several: bool,
    pub(super) camera: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum TextKind {
    Plain,
    Email,
    Telephone,
    Number,
    Digits,
}

impl Control {
    pub(super) fn usual_width(&self) -> Width {
        match self {
            Self::Date { .. } | Self::Text(TextKind::Number | TextKind::Digits | TextKind::Telephone) => {
                Width::Short
            }
            _ => Width::Full,
        }
    }

    /// Whether the label names several controls and so is a legend.
    pub(super) fn is_group(&self) -> bool {
        matches!(self, Self::Choices(choices) if choices.is_group())
    }

    /// Whether the label stands after the control.
    pub(super) fn label_follows(&self) -> bool {
        matches!(self, Self::Checkbox)
    }

    pub(super) fn render(&self, field: &Field<'_>) -> Markup {
        match self {
            Self::Text(kind) => text(field, *kind),
            Self::Textarea { rows } => textarea(field, *rows),
            Self::Date { .. } => text(field, TextKind::Plain),
            Self::Password => password(field),
            Self::File(choice) => file(field, *choice),
            Self::Checkbox => checkbox(field),
            Self::Choices(choices) => choices.render(field),
        }
    }
}

/// Text inputs of HTML for e-mail and numbers refuse or alter what was typed; only their keyboards are taken.
fn text(field: &Field<'_>, kind: TextKind) -> Markup {
    let (kind, keyboard) = match kind {
        TextKind::Plain => ("text", None),
        TextKind::Email => ("text", Some("email")),
        TextKind::Telephone => ("tel", None),
        TextKind::Number => ("text", Some("decimal")),
        TextKind::Digits => ("text", Some("numeric")),
    };
    html! {
        input id=(field.id()) name=(field.name) type=(kind) inputmode=[keyboard]
            class=[short(field)] value=(field.state.value(field.name))
            autocomplete=(field.autocomplete.unwrap_or("off")) maxlength=[field.max_length]
            lang=[field.language] aria-required=[required(field)] aria-invalid=[field.invalid()]
            aria-describedby=[field.described_by()] autofocus[field.autofocus];
    }
}

fn textarea(field: &Field<'_>, rows: u32) -> Markup {
    html! {
        // A newline right after the tag is not part of the text (HTML, 4.10.11), so one is given away.
        textarea id=(field.id()) class=[(rows > 5).then_some("tall")] name=(field.name) rows=(rows) maxlength=[field.max_length]
            lang=[field.language] aria-required=[required(field)] aria-invalid=[field.invalid()]
            aria-describedby=[field.described_by()] autofocus[field.autofocus] {
            "\n" (field.state.value(field.name))
        }
    }
}

fn password(field: &Field<'_>) -> Markup {
    html! {
        div.password {
            input id=(field.id()) name=(field.name) type="password" spellcheck="false" autocapitalize="off"
                autocomplete=(field.autocomplete.unwrap_or("current-password")) maxlength=[field.max_length]
                aria-required=[required(field)] aria-invalid=[field.invalid()]
                aria-describedby=[field.described_by()] autofocus[field.autofocus];
            button.btn.needs-script type="button" data-show-password=(field.id()) aria-pressed="false" {
                (field.texts.t("common-show-password"))
            }
        }
    }
}

fn file(field: &Field<'_>, choice: FileChoice) -> Markup {
    html! {
        input id=(field.id()) name=(field.name) type="file" accept=[choice.accept] multiple[choice.several]
            capture=[choice.camera.then_some("environment")]
            aria-required=[required(field)] aria-invalid=[field.invalid()]
            aria-describedby=[field.described_by()];
    }
}

fn checkbox(field: &Field<'_>) -> Markup {
    html! {
        input id=(field.id()) name=(field.name) type="checkbox" value="on"
            checked[field.state.has(field.name, "on")] aria-invalid=[field.invalid()]
            aria-describedby=[field.described_by()];
    }
}

fn short(field: &Field<'_>) -> Option<&'static str> {
    matches!(field.width, Width::Short).then_some("short")
}

/// Said to assistive technology only: the browser's own check would stand in the way of keeping half-done work.
pub(super) fn required(field: &Field<'_>) -> Option<&'static str> {
    (!field.optional).then_some("true")
}
