//! Reminders over the API.

use axum::Json;
use jiff::civil::Date;
use polku_casework::today::{self, DueThing};
use polku_desk::SubjectId;
use polku_web::{Answer, AtDesk, JsonBody, Query};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    page::Asked,
    settings::{self, Message, MessageInput, Wanted},
    view::When,
};

/// Something to be seen to.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ThingBody {
    /// Whom it concerns.
    client: SubjectId,
    /// The name.
    name: String,
    /// The key of what kind of thing it is.
    what: &'static str,
    /// What a task says.
    said: Option<String>,
    /// The page on which it is seen to.
    page: String,
    /// By which day; null when no day is known.
    on: Option<Date>,
}

impl From<DueThing> for ThingBody {
    fn from(thing: DueThing) -> Self {
        Self {
            client: thing.client,
            name: thing.name,
            what: thing.word,
            said: thing.said,
            page: thing.href,
            on: thing.on,
        }
    }
}

/// The worker's daily message.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MessageBody {
    /// Whether it is sent.
    wanted: Wanted,
    /// Where it goes.
    email: String,
}

impl From<Message> for MessageBody {
    fn from(message: Message) -> Self {
        Self {
            wanted: message.wanted,
            email: message.email,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Json<Vec<ThingBody>>> {
    let (when, today) = (When::named(&asked.when), visit.today());
    let things = today::things(&visit).await?.into_iter();
    let chosen = things
        .filter(|thing| (asked.what.is_empty() || thing.word == asked.what) && when.holds(thing, today));
    Ok(Json(chosen.map(ThingBody::from).collect()))
}

pub(super) async fn message(visit: AtDesk) -> Answer<Json<MessageBody>> {
    let none = Message {
        email: String::new(),
        wanted: Wanted::Off,
    };
    Ok(Json(MessageBody::from(
        settings::own(&visit).await?.unwrap_or(none),
    )))
}

pub(super) async fn save(
    visit: AtDesk,
    JsonBody(input): JsonBody<MessageInput>,
) -> Answer<Json<MessageBody>> {
    Ok(Json(MessageBody::from(settings::save(&visit, &input).await?)))
}
