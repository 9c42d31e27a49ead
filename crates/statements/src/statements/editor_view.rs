//! The editor: the sections with their texts, what the record gives, and what was left out.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_casework::{drafts::Slot, told::Note};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Notice, Paper},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{
    change::address,
    input::field,
    paper_view::{left_out, part_name},
    rules,
    statement::{Content, LeftOut, Part, Statement},
};

/// The most letters of an entry by which it is known again.
const GLIMPSE: usize = 110;

/// What the editor shows.
pub(super) struct Editor<'a> {
    pub(super) texts: Texts,
    pub(super) today: Date,
    pub(super) client: SubjectId,
    pub(super) statement: &'a Statement,
    /// The sections that the recipient may have.
    pub(super) parts: &'a [Part],
    pub(super) left_out: &'a [LeftOut],
    pub(super) recipient: Option<String>,
    pub(super) state: &'a FormState,
    pub(super) slot: &'a Slot,
    /// The version that is being written on.
    pub(super) version: i64,
    /// What is stored now, when somebody else wrote meanwhile.
    pub(super) stored_now: Option<&'a Content>,
    /// The texts that were there before a section was taken from the record again.
    pub(super) before: BTreeMap<Part, String>,
    /// The diary to choose from.
    pub(super) notes: &'a [Note],
}

impl Editor<'_> {
    /// The form.
    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        let action = address(self.client, self.statement.id);
        let form = Form::post(texts, &action, self.state);
        html! {
            div.stack {
                (left_out(texts, self.client, self.left_out, self.recipient.as_deref()))
                @if self.stored_now.is_some() {
                    (Notice::warning(texts.with("statements-changed-meanwhile",
                        &[("name", self.statement.author_name.as_str().into())])))
                }
                (Paper::bare().with_inside(form.with(html! {
                    (form.hidden("version", self.version.to_string()))
                    @for part in self.parts { (self.section(&form, *part)) }
                    (form.date("due_on", texts.t("statements-due-on")).help(texts.t("statements-due-on-help")).optional())
                    div.action-bar {
                        (Button::submit(texts.t("common-save")).main())
                        (Button::submit(texts.t("statements-preview")).named("then", "preview"))
                        (self.slot.buttons(texts)) (self.slot.line(texts, self.today))
                    }
                })))
                p.quiet { a href={ (action) "/discard" } { (texts.t("statements-discard")) } }
            }
        }
    }

    fn section(&self, form: &Form<'_>, part: Part) -> Markup {
        let texts = self.texts;
        let name = part_name(texts, part);
        let typed = self.state.value(field(part));
        let rows = u32::try_from(typed.lines().count() + typed.chars().count() / 90 + 2).unwrap_or(6);
        let most = u32::try_from(rules::LONGEST_TEXT).unwrap_or(u32::MAX);
        let area = form
            .textarea(field(part), &name)
            .lines(rows.clamp(4, 16))
            .max_length(most)
            .language(self.statement.about.language.code())
            .optional();
        let area = match texts.t(&format!("statements-help-{part}")) {
            help if help.is_empty() => area,
            help => area.help(help),
        };
        html! {
            section.statement-section id={ "part-" (part) } {
                (area)
                (self.stored(part, typed))
                @if let Some(before) = self.before.get(&part) {
                    (Disclosure::new(texts.t("statements-before")).open(true).with(html! { p.said-text { (before) } }))
                }
                @if part == Part::Diary && !self.notes.is_empty() { (self.pick_list(form)) }
                @if part.is_drafted() {
                    p { (Button::submit(texts.t("statements-again")).tiny().about(&name).named("part", part.name())
                        .to(format!("{}/again", address(self.client, self.statement.id))).unchecked()) }
                }
            }
        }
    }

    /// What is stored now, where it is not what was typed.
    fn stored(&self, part: Part, typed: &str) -> Markup {
        let stored = self.stored_now.map(|content| content.text(part));
        html! {
            @if let Some(stored) = stored.filter(|stored| *stored != typed.trim()) {
                (Disclosure::new(self.texts.t("statements-stored-now")).open(true).with(html! {
                    p.said-text { @if stored.is_empty() { (self.texts.t("statements-stored-nothing")) } @else { (stored) } }
                }))
            }
        }
    }

    fn pick_list(&self, form: &Form<'_>) -> Markup {
        let texts = self.texts;
        let choices = self
            .notes
            .iter()
            .map(|note| Choice::new(note.id.to_string(), glimpse(note)));
        let chosen = i64::try_from(self.state.all("entries").len()).unwrap_or(0);
        Disclosure::new(texts.with("statements-pick", &[("count", chosen.into())])).with(html! {
            (form.checkboxes("entries", texts.t("statements-entries"), choices).help(texts.t("statements-entries-help")).optional())
        })
    }
}

fn glimpse(note: &Note) -> String {
    let text = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let glimpse: String = text.chars().take(GLIMPSE).collect();
    let more = if glimpse.len() < text.len() { "…" } else { "" };
    format!("{} {glimpse}{more}", format::date(note.dated))
}

/// The form filled in with what a statement says.
pub(super) fn filled(content: &Content, parts: &[Part], due_on: Option<Date>) -> FormState {
    let mut state = FormState::new();
    for part in parts {
        state.set(field(*part), content.text(*part));
    }
    state.set_all(
        "entries",
        content.entries.iter().map(ToString::to_string).collect(),
    );
    if let Some(due) = due_on {
        state.set("due_on", format::date(due));
    }
    state
}
