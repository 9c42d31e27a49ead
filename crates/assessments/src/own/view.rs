//! How the client's own answers look, to the client and to the worker who asks.

use jiff::civil::Date;
use polku_desk::{SubjectId, link::OpenLink};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, Tag, action_bar},
    form::{Form, FormState},
    format,
    frame::Heading,
    html,
};

use crate::{
    assessment::{self, AnswersInput, Assessment, OwnPart, OwnState, Reads, answer_in_words},
    instruments::{Definition, Item},
};

/// What is told above the client's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing.
    Nothing,
    /// The half-done answers are kept.
    Kept,
    /// Nothing was answered yet.
    NothingAnswered,
    /// Another device kept other answers meanwhile.
    Changed,
}

pub(super) fn heading(texts: Texts, definition: &Definition) -> Heading {
    Heading::new(definition.title.of(texts.locale()))
}

/// The client's form.
pub(super) fn form(
    texts: Texts,
    action: &str,
    own: &OwnPart,
    definition: &Definition,
    state: &FormState,
    told: Told,
) -> Markup {
    let form = Form::post(texts, action, state);
    let intro = definition.own_intro.as_ref().unwrap_or(&definition.intro);
    let stored = |item: &Item| match told {
        Told::Changed => {
            let answer = answer_in_words(texts, definition, &item.key, &own.answers);
            let answer = answer.unwrap_or_else(|| "–".to_owned());
            vec![texts.with("own-stored-meanwhile", &[("answer", answer.into())])]
        }
        _ => Vec::new(),
    };
    html! {
        div.stack.own {
            @match told {
                Told::Kept => (Notice::done(texts.t("own-kept"))),
                Told::NothingAnswered => (Notice::warning(texts.t("own-nothing-answered"))),
                Told::Changed => (Notice::warning(texts.t("own-changed-meanwhile"))),
                Told::Nothing => {},
            }
            p.lead { (intro.of(texts.locale())) }
            p.quiet { (texts.t("own-voluntary")) }
            (form.with(html! {
                (form.hidden("version", own.version.to_string()))
                (assessment::questions(texts, &form, definition, Reads::Client, &stored))
                p.draft-line role="status" data-answers=(action) data-kept=(texts.t("own-kept-now"))
                    data-not-kept=(texts.t("own-not-kept")) data-conflict=(texts.t("own-conflict-line")) {}
                (action_bar([
                    Button::submit(texts.t("own-give")).named("do", "give").main(),
                    Button::submit(texts.t("own-keep")).named("do", "keep").unchecked(),
                ]))
            }))
        }
    }
}

pub(super) fn thanks_heading(texts: Texts) -> Heading {
    Heading::new(texts.t("own-thanks"))
}

pub(super) fn thanks(texts: Texts) -> Markup {
    html! { p { (texts.t("own-thanks-what")) } p { (texts.t("own-hand-back")) } }
}

pub(super) fn gone_heading(texts: Texts) -> Heading {
    Heading::new(texts.t("own-gone-heading"))
}

/// What was typed into a form whose link does not work any more.
pub(super) fn unposted(texts: Texts, typed: &FormState) -> Markup {
    let input = AnswersInput::of_form(typed);
    html! {
        p { (texts.t("own-gone")) }
        @if !input.answers.is_empty() {
            p { (texts.t("own-not-taken")) }
            ul { @for answer in input.answers.values() { li.said-text { (answer) } } }
        }
    }
}

/// For the worker: whether the client was asked, and how to ask.
pub(crate) fn panel(
    texts: Texts,
    client: SubjectId,
    of: &Assessment,
    link: Option<OpenLink>,
    today: Date,
) -> Markup {
    let page = assessment::address(client, of.id);
    let near = |moment| format::near_time(texts, format::finnish_time(moment), today);
    let (tag, told) = match &of.own {
        None => (None, texts.t("own-not-asked")),
        Some(own) if own.state == OwnState::Given => {
            let when = own.given_at.map(near).unwrap_or_default();
            (
                Some(Tag::good(texts.t("assessments-own-given"))),
                texts.with("own-given-at", &[("when", when.into())]),
            )
        }
        Some(own) => {
            let asked = texts.with("own-asked-at", &[("when", near(own.asked_at).into())]);
            let until = match link {
                Some(link) => texts.with("own-link-until", &[("when", near(link.expires_at).into())]),
                None => texts.t("own-link-none"),
            };
            (
                Some(Tag::due(texts.t("assessments-own-asked"))),
                format!("{asked} {until}"),
            )
        }
    };
    let is_given = of.given().is_some();
    let paper = Paper::new(texts.t("own-panel")).id("own");
    let paper = match tag {
        Some(tag) => paper.note(tag),
        None => paper,
    };
    paper.with_inside(html! {
        p { (told) }
        @if !is_given {
            form.action-bar method="post" {
                (Button::submit(texts.t("own-hand-over")).to(format!("{page}/hand-over")))
                (Button::submit(texts.t("own-make-link")).to(format!("{page}/link")))
                @if link.is_some() { (Button::submit(texts.t("own-revoke")).to(format!("{page}/link/revoke"))) }
            }
            p.quiet.small { (texts.t("own-hand-over-what")) }
        }
    })
}
