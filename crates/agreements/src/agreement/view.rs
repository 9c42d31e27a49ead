//! How agreements look.

use jiff::civil::Date;
use polku_casework::drafts::Slot;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Row, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_values::InterfaceLanguage;

use super::{
    address,
    model::{Agreed, Agreement, State},
    rules::{self, Standing},
};
use crate::{
    templates::{Template, fields_of_templates, placeholder::Placeholder},
    text,
};

/// How an agreement stands, in a word.
pub(crate) fn tag(texts: Texts, agreement: &Agreement, today: Date) -> Tag {
    let agreed = &agreement.agreed;
    match rules::standing(agreement.state, agreed.starts_on, agreed.ends_on, today) {
        Standing::InForce => Tag::good(texts.t("agreements-in-force")),
        Standing::Ahead => Tag::plain(texts.t("agreements-ahead")),
        Standing::RunOut => Tag::over(texts.t("agreements-run-out")),
        Standing::Is(State::Draft) => Tag::draft(texts.t("agreements-state-draft")),
        Standing::Is(State::Proposed) => Tag::due(texts.t("agreements-state-proposed")),
        Standing::Is(state) => Tag::plain(texts.t(&format!("agreements-state-{state}"))),
    }
}

/// All of them.
pub(super) fn list(
    texts: Texts,
    client: SubjectId,
    all: &[Agreement],
    parts: &Markup,
    today: Date,
) -> Markup {
    let row = |one: &Agreement| {
        let agreed = &one.agreed;
        let title = if agreed.terms.title.is_empty() {
            texts.t("agreements-one-title")
        } else {
            agreed.terms.title.clone()
        };
        Row::link(address(client, one.id), title)
            .words(tag(texts, one, today))
            .aside(format::period(
                texts,
                agreed.starts_on,
                one.ended_on.or(agreed.ends_on),
            ))
    };
    html! {
        (parts)
        @if all.is_empty() {
            (Paper::bare().with(Empty::new(texts.t("agreements-empty"))))
        } @else {
            (Paper::bare().with(rows(all.iter().map(row))))
        }
    }
}

/// The form by which one begins.
pub(super) fn new(texts: Texts, client: SubjectId, offered: &[Template], state: &FormState) -> Markup {
    let action = format!("/clients/{client}/agreements");
    let form = Form::post(texts, &action, state);
    let choices = offered.iter().map(|template| {
        Choice::new(
            template.id.to_string(),
            template.content.title.of(texts.locale().into()),
        )
    });
    if offered.is_empty() {
        return Paper::bare().with(Empty::new(texts.t("agreements-no-templates")));
    }
    Paper::bare().with_inside(form.with(html! {
        (form.radios("template", texts.t("agreements-template"), choices))
        (form.select("language", texts.t("agreements-language"), InterfaceLanguage::ALL.map(|language|
            Choice::new(language.code(), texts.t(&format!("agreement-templates-language-{}", language.code()))))).short())
        p.quiet { (texts.t("agreements-new-what")) }
        p.actions { (Button::submit(texts.t("agreements-begin")).main()) }
    }))
}

/// What one says, and what it takes the place of.
pub(super) fn one(texts: Texts, client: SubjectId, agreement: &Agreement, text: &str) -> Markup {
    let agreed = &agreement.agreed;
    let mut facts = vec![Fact::new(
        texts.t("agreements-period"),
        format::period(texts, agreed.starts_on, agreed.ends_on),
    )];
    if let Some(on) = agreement.ended_on {
        facts.push(Fact::new(texts.t("agreements-ended-on"), format::date(on)));
        facts.push(Fact::new(
            texts.t("agreements-reason"),
            &agreed.terms.ended_because,
        ));
    }
    let written = [
        ("name", agreement.author_name.as_str().into()),
        (
            "when",
            format::date_and_time(texts.locale(), format::finnish_time(agreement.written_at)).into(),
        ),
    ];
    html! {
        @if let Some((next, state)) = agreement.amended_by {
            @let key = if state == State::Signed { "agreements-replaced-by" } else { "agreements-amendment-begun" };
            (Notice::warning(texts.t(key)).more(html! { a href=(address(client, next)) { (texts.t("agreements-open-newer")) } }))
        }
        @if let Some(earlier) = agreement.amends {
            p { a href=(address(client, earlier)) { (texts.t("agreements-open-earlier")) } }
        }
        (Paper::bare().with_inside(html! {
            (Facts::list(facts))
            div lang=(agreement.language.code()) { (text::shown(text)) }
            p.quiet.small { (texts.with("agreements-written", &written)) }
        }))
    }
}

/// What can become of it.
pub(super) fn steps(texts: Texts, client: SubjectId, agreement: &Agreement, is_unsigned: bool) -> Markup {
    let here = address(client, agreement.id);
    let version = agreement.version;
    let turn = |state: &str, key: &str, is_main: bool| {
        let button = Button::submit(texts.t(key)).named("state", state);
        html! {
            form method="post" action={ (here) "/state" } {
                input type="hidden" name="version" value=(version);
                @if is_main { (button.main()) } @else { (button) }
            }
        }
    };
    match agreement.state {
        State::Draft => html! {
            div.action-bar { (turn("proposed", "agreements-propose", true)) }
            p.quiet.small { (texts.t("agreements-propose-means")) }
            p.quiet { a href={ (here) "/discard" } { (texts.t("agreements-discard")) } }
        },
        State::Proposed => html! {
            div.action-bar {
                @if is_unsigned { (turn("draft", "agreements-take-back", false)) }
                (turn("lapsed", "agreements-lapse", false))
            }
        },
        State::Signed => html! {
            div.action-bar {
                @if agreement.amended_by.is_none() {
                    form method="post" action={ (here) "/amend" } { (Button::submit(texts.t("agreements-amend"))) }
                }
                (Button::link(format!("{here}/end"), texts.t("agreements-end")))
            }
        },
        State::Ended | State::Replaced | State::Lapsed => html! {},
    }
}

/// The form of a draft.
pub(super) struct Editor<'a> {
    pub(super) texts: Texts,
    pub(super) today: Date,
    pub(super) client: SubjectId,
    pub(super) agreement: &'a Agreement,
    pub(super) state: &'a FormState,
    /// Where what is typed is kept until it is stored.
    pub(super) slot: &'a Slot,
    /// What the record has now: it is offered where another value is typed.
    pub(super) record: &'a Agreed,
}

impl Editor<'_> {
    pub(super) fn render(&self) -> Markup {
        let (texts, state) = (self.texts, self.state);
        let here = address(self.client, self.agreement.id);
        let form = Form::post(texts, &here, state);
        let language = self.agreement.language.code();
        html! {
            (Paper::bare().with_inside(form.with(html! {
                (form.hidden("version", state.value("version")))
                (form.text("title", texts.t("agreements-name-of-it")).language(language))
                (form.date("starts_on", texts.t("agreements-starts-on")))
                (form.date("ends_on", texts.t("agreements-ends-on")).optional())
                (from_record(texts, state, self.record))
                (form.text("service", texts.t("agreement-field-service")).language(language).optional())
                (form.text("place", texts.t("agreement-field-place")).language(language).optional())
                (form.text("weekly_schedule", texts.t("agreement-field-weekly-schedule")).language(language).optional())
                (form.text("responsible_worker", texts.t("agreement-field-responsible-worker")).optional())
                (form.textarea("goals", texts.t("agreement-field-goals")).help(texts.t("agreements-goals-help")).lines(4).language(language).optional())
                (form.textarea("text", texts.t("agreements-text")).help(texts.t("agreements-text-help")).lines(22).language(language))
                (fields_of_templates(texts))
                div.action-bar {
                    (Button::submit(texts.t("agreements-save")).main())
                    (Button::submit(texts.t("agreements-save-and-propose")).named("then", "propose"))
                    (self.slot.buttons(texts)) (self.slot.line(texts, self.today))
                }
            })))
            p.quiet { a href={ (here) "/discard" } { (texts.t("agreements-discard")) } }
        }
    }
}

/// Where the record says something else now than what is typed.
fn from_record(texts: Texts, state: &FormState, record: &Agreed) -> Markup {
    let differing: Vec<(&Placeholder, &String)> = record
        .terms
        .values
        .iter()
        .filter(|(field, value)| !value.is_empty() && state.value(field.form_field()).trim() != value.trim())
        .collect();
    html! {
        @if !differing.is_empty() {
            (Disclosure::new(texts.t("agreements-record-differs")).quiet().with(html! {
                (Facts::list(differing.iter().map(|(field, value)| {
                    Fact::new(texts.t(&format!("agreement-field-{field}")), html! { span.said-text { (value) } })
                })))
            }))
        }
    }
}

/// What is stored now, beside what was typed.
pub(super) fn stored_now(texts: Texts, agreement: &Agreement) -> Markup {
    let state = filled(agreement);
    Disclosure::new(texts.t("agreements-stored-now"))
        .open(true)
        .with(typed_fields(texts, &state))
}

/// What was typed into the form of one that is no draft any more, to be read and copied.
pub(super) fn typed_beside(texts: Texts, typed: &FormState) -> Markup {
    Paper::new(texts.t("agreements-typed")).with_inside(typed_fields(texts, typed))
}

fn typed_fields(texts: Texts, state: &FormState) -> Markup {
    let fields = [
        ("title", "agreements-name-of-it"),
        ("starts_on", "agreements-starts-on"),
        ("ends_on", "agreements-ends-on"),
        ("service", "agreement-field-service"),
        ("place", "agreement-field-place"),
        ("weekly_schedule", "agreement-field-weekly-schedule"),
        ("responsible_worker", "agreement-field-responsible-worker"),
        ("goals", "agreement-field-goals"),
        ("text", "agreements-text"),
    ];
    html! {
        @for (field, key) in fields {
            @if !state.value(field).is_empty() { h3 { (texts.t(key)) } p.said-text { (state.value(field)) } }
        }
    }
}

/// The form of a draft as it is stored.
pub(super) fn filled(agreement: &Agreement) -> FormState {
    let mut state = FormState::new();
    let agreed = &agreement.agreed;
    state
        .set("version", agreement.version.to_string())
        .set("title", &agreed.terms.title)
        .set("starts_on", format::date(agreed.starts_on))
        .set("ends_on", agreed.ends_on.map(format::date).unwrap_or_default())
        .set("text", &agreed.terms.text);
    for field in Placeholder::TYPED {
        let value = agreed.terms.values.get(field).cloned().unwrap_or_default();
        state.set(field.form_field(), value);
    }
    state
}

/// The form by which a signed one ends.
pub(super) fn end(texts: Texts, client: SubjectId, agreement: &Agreement, state: &FormState) -> Markup {
    let here = address(client, agreement.id);
    let action = format!("{here}/end");
    let form = Form::post(texts, &action, state);
    Paper::new(texts.t("agreements-end-title")).with_inside(form.with(html! {
        (form.hidden("version", state.value("version")))
        (form.date("on", texts.t("agreements-last-day")))
        (form.textarea("reason", texts.t("agreements-reason")).lines(3))
        (action_bar([
            Button::submit(texts.t("agreements-end")).main(),
            Button::link(&here, texts.t("common-cancel")),
        ]))
    }))
}
