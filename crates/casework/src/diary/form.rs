//! The form of an entry: the open note field of the client's page, and the whole form of its own page.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_values::dates::parse_finnish_date;

use super::{
    back::Back,
    entry::{EntryKind, Telling},
    rules::{LONGEST_REASON, LONGEST_TEXT},
};
use crate::{drafts::Slot, goals::GoalTitle};

/// What the form is made of.
pub(super) struct EntryForm<'a> {
    pub(super) texts: Texts,
    pub(super) today: Date,
    pub(super) client: SubjectId,
    pub(super) slot: &'a Slot,
    pub(super) goals: &'a [GoalTitle],
    pub(super) state: &'a FormState,
    pub(super) back: Back,
}

impl EntryForm<'_> {
    /// The note field, already open, with the rest behind one line.
    pub(super) fn note(&self) -> Markup {
        let texts = self.texts;
        let action = self.action();
        let form = Form::post(texts, &action, self.state);
        form.with(html! {
            (form.textarea("text", texts.t("diary-what-happened")).lines(3).max_length(length(LONGEST_TEXT)))
            (Disclosure::new(texts.t("diary-day-and-kind")).with(html! { div.form { (self.about(&form)) } }))
            (self.ending(&form, &texts.t("common-save")))
        })
    }

    /// The whole form of a new entry.
    pub(super) fn whole(&self) -> Markup {
        let texts = self.texts;
        let action = self.action();
        let form = Form::post(texts, &action, self.state);
        form.with(html! {
            (form.textarea("text", texts.t("diary-what-happened")).lines(8).max_length(length(LONGEST_TEXT)).autofocus())
            (self.about(&form))
            (self.ending(&form, &texts.t("common-save")))
        })
    }

    /// The form of a correction of the wording `seen`.
    pub(super) fn correction(&self, entry: uuid::Uuid, seen: i64) -> Markup {
        let texts = self.texts;
        let action = format!("{}/{entry}/correct", self.action());
        let form = Form::post(texts, &action, self.state);
        form.with(html! {
            (form.hidden("version", seen.to_string()))
            (form.textarea("text", texts.t("diary-text")).lines(8).max_length(length(LONGEST_TEXT)))
            (self.about(&form))
            (form.text("reason", texts.t("diary-reason")).help(texts.t("diary-reason-help"))
                .max_length(length(LONGEST_REASON)))
            (self.ending(&form, &texts.t("diary-correct-save")))
        })
    }

    fn action(&self) -> String {
        format!("/clients/{}/diary", self.client)
    }

    /// Day, kind and goals.
    fn about(&self, form: &Form<'_>) -> Markup {
        let texts = self.texts;
        let understood = parse_finnish_date(self.state.value("dated"), self.today).ok();
        let kinds = EntryKind::ALL
            .iter()
            .map(|kind| Choice::new(kind.name(), kind_name(texts, *kind)));
        let goals = self
            .goals
            .iter()
            .map(|goal| Choice::new(goal.id.to_string(), goal.title.as_str()));
        html! {
            (form.date("dated", texts.t("diary-dated")).help(texts.t("diary-dated-help")).echo(understood))
            (form.select("kind", texts.t("diary-kind"), kinds))
            @if !self.goals.is_empty() {
                (form.checkboxes("goals", texts.t("diary-goals"), goals).optional())
            }
            @if let Some(contact) = self.state.typed("contact") { (form.hidden("contact", contact)) }
        }
    }

    fn ending(&self, form: &Form<'_>, save: &str) -> Markup {
        html! {
            (form.hidden("back", self.back.name()))
            div.action-bar {
                (Button::submit(save).main()) (self.slot.buttons(self.texts)) (self.slot.line(self.texts, self.today))
            }
        }
    }
}

/// The name of a kind.
pub(super) fn kind_name(texts: Texts, kind: EntryKind) -> String {
    texts.t(&format!("diary-kind-{kind}"))
}

/// An empty form: today, a note.
pub(super) fn empty(today: Date) -> FormState {
    let mut state = FormState::new();
    state
        .set("dated", format::date(today))
        .set("kind", EntryKind::Note.name());
    state
}

/// A form filled in with what an entry says.
pub(super) fn filled(telling: &Telling) -> FormState {
    let mut state = FormState::new();
    state
        .set("text", &telling.wording.text)
        .set("dated", format::date(telling.dated))
        .set("kind", telling.kind.name())
        .set_all(
            "goals",
            telling.wording.goals.iter().map(ToString::to_string).collect(),
        );
    if let Some(contact) = telling.contact {
        state.set("contact", contact.to_string());
    }
    state
}

fn length(characters: usize) -> u32 {
    u32::try_from(characters).unwrap_or(u32::MAX)
}
