//! Opening a person's data in an emergency (E5): a complete identity code and a stated reason, for a few hours.
//!
//! It is listed for review at once, and the page says so before anything opens. Registers whose profile does not give
//! coaches emergency access have no such page.

use polku_desk::{
    DeskError, EMERGENCY_HOURS, SHORTEST_REASON,
    access::{AccessSpec, Action, Purpose, Resource, Role},
};
use polku_pages::{
    components::{Button, Notice, action_bar},
    form::{Form, FormState},
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Method, Reader, Response, Routes, flash_warning};

use crate::mending::{done_or_mend, to_mend};

/// The page touches nobody.
const PAGE: AccessSpec = AccessSpec::roles(&[Role::Coach]).without_tokens();
/// Opening does; only a person at a screen can have an emergency.
const OPEN: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Identity])
    .only(&[Role::Coach])
    .serving(&[Purpose::Emergency])
    .without_tokens();

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/emergency", PAGE, show)
        .page(Method::POST, "/emergency", OPEN, open)
}

async fn show(visit: AtDesk, reader: Reader) -> Answer {
    exists_here(&visit)?;
    Ok(page(&reader, &FormState::new()))
}

async fn open(visit: AtDesk, reader: Reader, Fields(mut form): Fields) -> Answer {
    exists_here(&visit)?;
    let opened = match visit
        .open_emergency(form.value("code"), form.value("reason"))
        .await
    {
        // Whoever states an emergency is told that the code is not here: the try is in the log.
        Err(DeskError::Hidden) => Err(DeskError::Refused("emergency-nobody")),
        other => other,
    };
    let field_of = |key: &str| {
        if key == "emergency-reason-short" {
            "reason"
        } else {
            "code"
        }
    };
    match done_or_mend(opened, &reader, &mut form, field_of)? {
        Some(client) => Ok(flash_warning(&format!("/clients/{client}"), "emergency-opened")),
        None => Ok(to_mend(page(&reader, &form))),
    }
}

fn exists_here(visit: &AtDesk) -> Answer<()> {
    if visit.may_open_emergency()? {
        Ok(())
    } else {
        Err(Failure::Desk(DeskError::Hidden))
    }
}

fn page(reader: &Reader, state: &FormState) -> Response {
    let texts = reader.texts;
    let form = Form::post(texts, "/emergency", state);
    let shortest = i64::try_from(SHORTEST_REASON).unwrap_or(i64::MAX);
    let body = form.with(html! {
        (Notice::warning(texts.with("emergency-what", &[("hours", EMERGENCY_HOURS.into())])))
        (form.text("code", texts.t("emergency-code-label")).help(texts.t("emergency-code-help")).short().max_length(11))
        (form.textarea("reason", texts.t("emergency-reason"))
            .help(texts.with("emergency-reason-help", &[("characters", shortest.into())])).max_length(5000))
        (action_bar([Button::submit(texts.t("emergency-do")).main().danger()]))
    });
    reader.page(
        "emergency-title",
        &Heading::new(texts.t("emergency-heading")),
        body,
    )
}
