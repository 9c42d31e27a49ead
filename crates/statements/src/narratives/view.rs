//! How narratives look.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Paper, Tag, rows},
    form::{Form, FormState},
    format, html,
};

use super::{
    change::address,
    narrative::{Narrative, Version},
    rules,
};

/// All of them, each as it reads.
pub(super) fn list(
    texts: Texts,
    client: SubjectId,
    narratives: &[Narrative],
    parts: &Markup,
    today: Date,
) -> Markup {
    let new = format!("/clients/{client}/narratives/new");
    html! {
        (parts)
        @if narratives.is_empty() {
            (Paper::bare().with(Empty::new(texts.t("narratives-empty"))
                .first_step(Button::link(new, texts.t("narratives-new")))))
        } @else {
            (Paper::bare().with(rows(narratives.iter().map(|one| note(texts, client, one, today)))))
        }
    }
}

fn note(texts: Texts, client: SubjectId, one: &Narrative, today: Date) -> Markup {
    let says = &one.current.says;
    html! {
        article.note {
            p.note-line {
                a href=(address(client, one.id)) { (format::near_date(texts, says.dated, today)) }
                " · " (one.author)
                @if one.current.number > 1 { " " (Tag::plain(texts.t("narratives-corrected"))) }
            }
            h2 { (says.words.heading) }
            p { (says.words.text) }
        }
    }
}

/// One narrative with its earlier wordings on demand.
pub(super) fn one(texts: Texts, client: SubjectId, narrative: &Narrative, versions: &[Version]) -> Markup {
    let earlier = &versions[..versions.len().saturating_sub(1)];
    html! {
        div.stack {
            (Paper::new(&narrative.current.says.words.heading).with_inside(wording(texts, &narrative.current)))
            @if !earlier.is_empty() {
                (Disclosure::new(texts.with("narratives-earlier", &[("count", earlier.len().into())])).with(html! {
                    @for version in earlier.iter().rev() {
                        section { h2 { (version.says.words.heading) } (wording(texts, version)) }
                    }
                }))
            }
            p.only-screen { (Button::link(format!("{}/correct", address(client, narrative.id)), texts.t("narratives-correct"))) }
        }
    }
}

/// A wording with who wrote it, when and why.
pub(super) fn wording(texts: Texts, version: &Version) -> Markup {
    let moment = format::date_and_time(texts.locale(), format::finnish_time(version.written_at));
    let who = [
        ("name", version.written_by.as_str().into()),
        ("when", moment.into()),
    ];
    html! {
        p.note-line { (format::date(version.says.dated)) }
        p.said-text { (version.says.words.text) }
        p.quiet.small {
            (texts.with("narratives-written", &who))
            @if !version.says.words.reason.is_empty() {
                " " (texts.with("narratives-because", &[("reason", version.says.words.reason.as_str().into())]))
            }
        }
    }
}

/// The form of a new narrative, or of a correction of the wording `corrected`.
pub(super) fn form(texts: Texts, action: &str, state: &FormState, corrected: Option<i64>) -> Markup {
    let form = Form::post(texts, action, state);
    let (line, text) = (length(rules::LONGEST_LINE), length(rules::LONGEST_TEXT));
    Paper::bare().with_inside(form.with(html! {
        @if let Some(version) = corrected { (form.hidden("version", version.to_string())) }
        (form.text("heading", texts.t("narratives-heading-field")).help(texts.t("narratives-heading-help")).max_length(line))
        (form.textarea("text", texts.t("narratives-text")).lines(12).max_length(text))
        (form.date("dated", texts.t("narratives-dated")))
        @if corrected.is_some() {
            (form.text("reason", texts.t("narratives-reason")).help(texts.t("narratives-reason-help")).max_length(line))
        }
        p.actions { (Button::submit(texts.t(if corrected.is_some() { "narratives-correct-save" } else { "common-save" })).main()) }
    }))
}

/// A form filled in with what a wording says.
pub(super) fn filled(version: &Version) -> FormState {
    let mut state = FormState::new();
    state
        .set("heading", &version.says.words.heading)
        .set("text", &version.says.words.text)
        .set("dated", format::date(version.says.dated));
    state
}

fn length(characters: usize) -> u32 {
    u32::try_from(characters).unwrap_or(u32::MAX)
}
