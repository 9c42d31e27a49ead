//! The accessibility statement, and feedback about it.

use axum::extract::State;
use polku_desk::{
    DeskError, RegisterId,
    feedback::{Feedback, LONGEST_CONTACT, LONGEST_FEEDBACK},
};
use polku_pages::{
    Markup, Texts,
    components::{Button, action_bar},
    form::{Choice, Form, FormState},
    frame::Heading,
    html,
};
use polku_web::{Answer, App, AtDesk, Fields, Reader, Response, flash};

use crate::mending::{done_or_mend, to_mend};

/// The page.
pub(super) async fn show(State(app): State<App>, visit: Option<AtDesk>, reader: Reader) -> Response {
    let mut form = FormState::new();
    if let Some(visit) = visit {
        form.set("register", visit.register().0.to_string());
    }
    page(&app, &reader, &form)
}

/// Takes feedback in.
pub(super) async fn send(State(app): State<App>, reader: Reader, Fields(mut form): Fields) -> Answer {
    let feedback = Feedback {
        text: form.value("text").trim().to_owned(),
        contact: form.value("contact").trim().to_owned(),
    };
    let taken = match register(&app, &form) {
        Some(register) => app.desk.take_feedback(register, &feedback).await,
        None => Err(DeskError::Refused("feedback-register")),
    };
    let field_of = |key: &str| match key {
        "feedback-register" => "register",
        "feedback-contact-length" => "contact",
        "feedback-text-length" => "text",
        _ => "",
    };
    match done_or_mend(taken, &reader, &mut form, field_of)? {
        Some(()) => Ok(flash("/accessibility", "feedback-sent")),
        None => Ok(to_mend(page(&app, &reader, &form))),
    }
}

/// The register chosen, or the only one.
fn register(app: &App, form: &FormState) -> Option<RegisterId> {
    let registers = app.desk.registers().all();
    if let [only] = registers.as_slice() {
        return Some(only.id);
    }
    let chosen = form.value("register").parse().map(RegisterId).ok()?;
    registers
        .iter()
        .map(|register| register.id)
        .find(|id| *id == chosen)
}

fn page(app: &App, reader: &Reader, state: &FormState) -> Response {
    let texts = reader.texts;
    let body = html! {
        (statement(texts))
        (feedback_form(texts, app, state))
        h2 { (texts.t("accessibility-complaint-heading")) }
        div.running {
            p { (texts.t("accessibility-complaint")) }
            p { a href="https://www.saavutettavuusvaatimukset.fi" { "saavutettavuusvaatimukset.fi" } }
        }
    };
    let heading = Heading::new(texts.t("frame-accessibility"));
    reader.open_page("accessibility-title", &heading, body)
}

fn statement(texts: Texts) -> Markup {
    html! {
        div.running {
            p { (texts.t("accessibility-about")) }
            h2 { (texts.t("accessibility-state-heading")) }
            p { (texts.t("accessibility-state")) }
            h2 { (texts.t("accessibility-how-heading")) }
            p { (texts.t("accessibility-how")) }
        }
    }
}

fn feedback_form(texts: Texts, app: &App, state: &FormState) -> Markup {
    let form = Form::post(texts, "/accessibility", state);
    let registers = app.desk.registers().all();
    let choices = registers
        .iter()
        .map(|register| Choice::new(register.id.0.to_string(), &register.name));
    let characters = |most: usize| u32::try_from(most).unwrap_or(u32::MAX);
    html! {
        h2 #feedback { (texts.t("feedback-heading")) }
        (form.with(html! {
            p { (texts.t("feedback-what")) }
            @if registers.len() > 1 { (form.select("register", texts.t("feedback-register-label"), choices)) }
            (form.textarea("text", texts.t("feedback-text")).help(texts.t("feedback-text-help"))
                .max_length(characters(LONGEST_FEEDBACK)))
            (form.text("contact", texts.t("feedback-contact")).help(texts.t("feedback-contact-help")).optional()
                .max_length(characters(LONGEST_CONTACT)))
            (action_bar([Button::submit(texts.t("feedback-send")).main()]))
        }))
    }
}
