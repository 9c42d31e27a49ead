//! The pages of reminders.

use polku_casework::today;
use polku_desk::{Visit, outbox::News};
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
        &heading(&reader, sort(&visit)),
        view::message(reader.texts, sort(&visit), &state),
    ))
}

pub(super) async fn save(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let input: MessageInput = fields.read()?;
    match settings::save(&visit, &input).await {
        Ok(message) => {
            let (page, told) = match (sort(&visit), message.wanted) {
                (Sort::Daily, Wanted::On) => ("/reminders", "reminders-switched-on"),
                (Sort::Daily, Wanted::Off) => ("/reminders", "reminders-switched-off"),
                (Sort::AtOnce, Wanted::On) => ("/reminders/message", "reminders-news-switched-on"),
                (Sort::AtOnce, Wanted::Off) => ("/reminders/message", "reminders-news-switched-off"),
            };
            Ok(flash(page, told))
        }
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let form = view::message(reader.texts, sort(&visit), &state);
            let heading = heading(&reader, sort(&visit));
            Ok(reader.page_to_mend("reminders-message-title", &[], &heading, form))
        }
        Err(failure) => Err(failure),
    }
}

/// Which message a worker gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Each morning, how many things wait.
    Daily,
    /// At once, that something new waits.
    AtOnce,
}

fn sort(visit: &Visit) -> Sort {
    if News::TOLD.contains(&visit.role()) {
        Sort::AtOnce
    } else {
        Sort::Daily
    }
}

fn heading(reader: &Reader, sort: Sort) -> Heading {
    let texts = reader.texts;
    match sort {
        Sort::Daily => {
            Heading::new(texts.t("reminders-message")).back("/reminders", texts.t("reminders-title"))
        }
        Sort::AtOnce => Heading::new(texts.t("reminders-message-title")),
    }
}
