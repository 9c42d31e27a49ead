//! How the copies of a request are shown.

use jiff::{Timestamp, civil::Date};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Notice, Paper, Row, Tag, rows},
    form::{Choice, FileWords, Form, FormState},
    format, html,
};
use polku_values::InterfaceLanguage;
use uuid::Uuid;

use super::store::{Copy, State};

/// What the section shows.
pub(crate) struct Section<'a> {
    pub(crate) client: SubjectId,
    pub(crate) request: Uuid,
    pub(crate) copies: &'a [Copy],
    /// Whether a copy may be asked for now.
    pub(crate) is_open: bool,
    /// Whether a copy may be handed over now.
    pub(crate) may_hand: bool,
    pub(crate) language: InterfaceLanguage,
    /// What is in it, when that is not everything.
    pub(crate) parts: &'a [String],
    pub(crate) now: Timestamp,
    pub(crate) today: Date,
}

/// The copies, a form to have one made, and one to hand the latest over.
pub(crate) fn section(texts: Texts, shown: &Section<'_>, state: &FormState) -> Markup {
    let is_waiting = shown.copies.iter().any(|copy| copy.state == State::Waiting);
    let latest = shown.copies.iter().find(|copy| copy.is_here(shown.now));
    html! {
        (Paper::new(texts.t("copies-title")).with(html! {
            @if shown.copies.is_empty() { (Empty::new(texts.t("copies-none"))) }
            @else { (rows(shown.copies.iter().map(|copy| line(texts, shown, copy)))) }
        }))
        @if !shown.parts.is_empty() {
            (Notice::info(texts.t("copies-portable-parts")).more(html! { ul { @for part in shown.parts { li { (part) } } } }))
        }
        @if is_waiting { (Notice::info(texts.t("copies-being-made"))) }
        @else if shown.is_open { (asking(texts, shown, state)) }
        @if let Some(copy) = latest {
            @if shown.may_hand { (handing(texts, shown, copy)) }
            @else if shown.is_open { (Notice::info(texts.t("copies-answer-first"))) }
        }
    }
}

fn line(texts: Texts, shown: &Section<'_>, copy: &Copy) -> Markup {
    let asked = format::near_time(texts, format::finnish_time(copy.asked_at), shown.today);
    let words = texts.with(
        "copies-counted",
        &[
            ("items", copy.words.items.into()),
            ("files", copy.words.files.into()),
            ("looks", copy.words.looks.into()),
        ],
    );
    let row = Row::new(texts.with("copies-asked-at", &[("when", asked.as_str().into())]));
    let row = match (copy.state, copy.expires_at) {
        (State::Waiting, _) | (State::Ready, None) => row.action(Tag::draft(texts.t("copies-waiting"))),
        (State::Failed, _) => row.action(Tag::over(texts.t("copies-failed"))),
        (State::Ready, Some(expires)) => {
            let tag = match (copy.handed_at, copy.is_here(shown.now)) {
                (Some(_), _) => Tag::good(texts.t("copies-handed")),
                (None, true) => Tag::due(texts.t("copies-ready")),
                (None, false) => Tag::plain(texts.t("copies-over")),
            };
            let until = format::date(polku_desk::clock::date_in_finland(expires));
            row.words(html! {
                (words)
                @if copy.words.closed > 0 { " " (texts.with("copies-closed", &[("closed", copy.words.closed.into())])) }
            })
            .aside(texts.with("copies-until", &[("day", until.as_str().into())]))
            .action(tag)
        }
    };
    html! { (row) }
}

fn asking(texts: Texts, shown: &Section<'_>, state: &FormState) -> Markup {
    let action = format!("/clients/{}/requests/{}/copies", shown.client, shown.request);
    let mut own = FormState::new();
    own.set(
        "copy_language",
        state.typed("copy_language").unwrap_or(shown.language.code()),
    );
    let form = Form::post(texts, &action, &own);
    let languages = InterfaceLanguage::ALL
        .iter()
        .map(|one| Choice::new(one.code(), texts.t(&format!("requests-language-{}", one.code()))));
    Paper::new(texts.t("copies-ask-title")).with_inside(form.with(html! {
        p { (texts.t("copies-ask-what")) }
        (form.select("copy_language", texts.t("requests-language"), languages))
        p.actions { (Button::submit(texts.t("copies-ask"))) }
    }))
}

fn handing(texts: Texts, shown: &Section<'_>, copy: &Copy) -> Markup {
    let action = format!(
        "/clients/{}/requests/{}/copies/{}/handing",
        shown.client, shown.request, copy.id
    );
    let state = FormState::new();
    let (making, made) = (texts.t("copies-handing"), texts.t("copies-handed-saved"));
    let form = Form::post(texts, &action, &state).answers_with_file(FileWords {
        making: &making,
        made: &made,
    });
    Paper::new(texts.t("copies-hand-title")).with_inside(form.with(html! {
        p { (texts.t("copies-hand-how")) }
        p.actions { (Button::submit(texts.t("copies-hand")).main()) }
    }))
}
