//! Requests over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{
    API, Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, Reader, StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    input::{ActInput, RequestInput},
    kept,
    list::Shown,
    rectification::{self, Item, State as ItemState},
    rectification_input::{ItemDecision, ItemInput},
    request::{Act, Event, EventKind, Identity, Kind, Request, State},
    rules::{self, Known},
    store,
    told::{self, Recipient, ToldInput},
};
use crate::letter::Letter;

/// A request.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RequestBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// What is asked.
    kind: Kind,
    /// How far it is.
    state: State,
    /// How it came.
    channel: String,
    /// When it came.
    received_on: Date,
    /// The last day for the answer.
    due_on: Date,
    /// How it was made sure who asks.
    identity: Identity,
    /// Who answers.
    handler: Option<String>,
    /// Who entered it; null is the client themselves, in the portal.
    entered_by: Option<String>,
    /// When it was closed.
    closed_at: Option<Timestamp>,
    /// What is asked, in the person's words.
    asked: String,
    /// Who asks on the person's behalf.
    on_behalf: String,
    /// Why it was decided so.
    reasons: String,
    /// The authority that it was sent to.
    routed_to: String,
    /// A fee in cents.
    fee: Option<i64>,
    /// What may be done to it now; only of one that is asked for by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    acts: Vec<&'static str>,
    /// What was written to the person.
    letters: Vec<Letter>,
    /// The values that are said to be wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<ItemBody>,
    /// Who got the data, and whether they were told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recipients: Vec<RecipientBody>,
    /// What has happened to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<EventBody>,
}

/// A value that is said to be wrong.
#[derive(Debug, Serialize, JsonSchema)]
struct ItemBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// What came of it.
    state: ItemState,
    /// What data it is.
    what: String,
    /// What it was.
    was: String,
    /// What is right, as the person says.
    right: String,
    /// Why it was left as it is.
    reasons: String,
    /// The person's own view.
    own_view: String,
}

/// Somebody who got the data.
#[derive(Debug, Serialize, JsonSchema)]
struct RecipientBody {
    /// For telling: `recipient:` and a key, or `body:` and a name.
    key: String,
    /// The name.
    name: String,
    /// When they were told; null when they were not.
    told_on: Option<Date>,
}

/// Something that happened to a request.
#[derive(Debug, Serialize, JsonSchema)]
struct EventBody {
    /// What.
    kind: EventKind,
    /// When.
    at: Timestamp,
    /// Who did it; null is the client themselves, in the portal.
    by: Option<String>,
    /// A remark.
    note: String,
    /// SHA-256 of what was handed over.
    sha256: String,
}

/// The work list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ListBody {
    /// How many open ones are late.
    late: i64,
    /// How many open ones fall due soon.
    soon: i64,
    /// Them.
    requests: Vec<FoundBody>,
    /// The number of the next page; null when there is none.
    next: Option<i64>,
}

/// A request with whose it is.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundBody {
    /// The client.
    client: SubjectId,
    /// The client's name.
    name: String,
    /// The request.
    request: RequestBody,
}

impl From<Request> for RequestBody {
    fn from(one: Request) -> Self {
        Self {
            id: one.id,
            version: one.version,
            kind: one.kind,
            state: one.state,
            channel: one.channel.key().to_owned(),
            received_on: one.received_on,
            due_on: one.due_on,
            identity: one.identity,
            handler: one.handler,
            entered_by: one.entered_by,
            closed_at: one.closed_at,
            asked: one.words.asked,
            on_behalf: one.words.on_behalf,
            reasons: one.words.reasons,
            routed_to: one.words.routed_to,
            fee: one.words.fee,
            acts: Vec::new(),
            letters: one.words.letters,
            values: Vec::new(),
            recipients: Vec::new(),
            events: Vec::new(),
        }
    }
}

impl From<Item> for ItemBody {
    fn from(item: Item) -> Self {
        Self {
            id: item.id,
            version: item.version,
            state: item.state,
            what: item.words.what,
            was: item.words.was,
            right: item.words.right,
            reasons: item.words.reasons,
            own_view: item.words.own_view,
        }
    }
}

impl From<Recipient> for RecipientBody {
    fn from(one: Recipient) -> Self {
        Self {
            key: one.key,
            name: one.name,
            told_on: one.told.map(|(on, ..)| on),
        }
    }
}

impl From<Event> for EventBody {
    fn from(event: Event) -> Self {
        Self {
            kind: event.kind,
            at: event.at,
            by: event.by,
            note: event.words.note,
            sha256: event.words.sha256,
        }
    }
}

impl ListBody {
    pub(super) fn of(shown: Shown) -> Self {
        let found = shown.found.into_iter().map(|found| FoundBody {
            client: found.client,
            name: found.name,
            request: found.request.into(),
        });
        Self {
            late: shown.late,
            soon: shown.soon,
            requests: found.collect(),
            next: shown.is_full.then_some(shown.page + 1),
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<RequestBody>>> {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let all = store::all(&grant).await?.into_iter();
    Ok(Json(all.map(RequestBody::from).collect()))
}

pub(super) async fn receive(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<RequestInput>,
) -> Answer {
    let id = change::receive(&visit, client, &input).await?;
    created(&visit, &reader, client, id).await
}

async fn created(visit: &AtDesk, reader: &Reader, client: SubjectId, id: Uuid) -> Answer {
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let body = one(visit, reader, client, id).await?;
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    answered(&visit, &reader, client, id).await
}

async fn answered(visit: &AtDesk, reader: &Reader, client: SubjectId, id: Uuid) -> Answer {
    let body = one(visit, reader, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn act(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ActInput>,
) -> Answer {
    change::act(&visit, client, id, Some(seen), &input)
        .await
        .map_err(IfMatch::or_failed)?;
    answered(&visit, &reader, client, id).await
}

pub(super) async fn add_value(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<ItemInput>,
) -> Answer {
    rectification::add(&visit, reader.texts, client, id, &input).await?;
    created(&visit, &reader, client, id).await
}

pub(super) async fn decide_value(
    visit: AtDesk,
    reader: Reader,
    Path((client, id, value)): Path<(SubjectId, Uuid, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ItemDecision>,
) -> Answer {
    rectification::decide(&visit, reader.texts, client, (id, value), seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    answered(&visit, &reader, client, id).await
}

pub(super) async fn tell(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<ToldInput>,
) -> Answer {
    told::tell(&visit, client, id, &input, reader.texts.locale().into()).await?;
    answered(&visit, &reader, client, id).await
}

async fn one(visit: &AtDesk, reader: &Reader, client: SubjectId, id: Uuid) -> Answer<RequestBody> {
    kept(visit)?;
    // What was written is not in the snapshot that checks may have read.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let request = store::one(&grant, id).await?;
    let known = Known {
        kind: request.kind,
        state: request.state,
        identity: request.identity,
    };
    let recipients = if request.kind.concerns_recipients() {
        told::recipients(&grant, id, reader.texts.locale().into()).await?
    } else {
        Vec::new()
    };
    let values = rectification::items(&grant, id).await?;
    let events = store::events(&grant, id).await?;
    let mut body = RequestBody::from(request);
    body.acts = rules::open_acts(known).map(Act::name).collect();
    body.values = values.into_iter().map(ItemBody::from).collect();
    body.recipients = recipients.into_iter().map(RecipientBody::from).collect();
    body.events = events.into_iter().map(EventBody::from).collect();
    Ok(body)
}
