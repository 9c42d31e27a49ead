//! The pages of reminders.

use polku_casework::today;
use polku_pages::{components::Button, form::FormState, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Query, Reader, flash};
use serde::Deserialize;

use super::{
    settings::{self, MessageInput, Wanted},
    view::{self, When},
};

/// What the address asks for. Nothing of it is anybody's data; what cannot be read is not asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) what: String,
    pub(super) when: String,
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let texts = reader.texts;
    let things = today::things(&visit).await?;
    let body = view::list(
        texts,
        visit.today(),
        &things,
        &asked.what,
        When::named(&asked.when),
    );
    let heading = Heading::new(texts.t("reminders-title"))
        .subtitle(texts.t("reminders-what-these-are"))
        .back("/", texts.t("nav-today"))
        .action(Button::link("/reminders/message", texts.t("reminders-message")));
    Ok(reader.page("reminders-title", &heading, body))
}

pub(super) async fn message(visit: AtDesk, reader: Reader) -> Answer {
    let mut state = FormState::new();
    let known = settings::own(&visit).await?;
    state.set(
        "wanted",
        known.as_ref().map_or(Wanted::Off, |known| known.wanted).name(),
    );
    if let Some(known) = &known {
        state.set("email", &known.email);
    }
    Ok(reader.page(
        "reminders-message-title",
        &heading(&reader),
        view::message(reader.texts, &state),
    ))
}

pub(super) async fn save(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let input: MessageInput = fields.read()?;
    match settings::save(&visit, &input).await {
        Ok(message) if message.wanted == Wanted::On => Ok(flash("/reminders", "reminders-switched-on")),
        Ok(_) => Ok(flash("/reminders", "reminders-switched-off")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let form = view::message(reader.texts, &state);
            Ok(reader.page_to_mend("reminders-message-title", &[], &heading(&reader), form))
        }
        Err(failure) => Err(failure),
    }
}

fn heading(reader: &Reader) -> Heading {
    Heading::new(reader.texts.t("reminders-message")).back("/reminders", reader.texts.t("reminders-title"))
}
