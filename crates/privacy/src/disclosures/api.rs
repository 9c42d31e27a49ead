//! Disclosures over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, JsonBody, Path, Reader, StatusCode,
    header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    disclosure::{Disclosure, Event, EventKind, Ground, Manner, State},
    input::{DecisionInput, DeliveryInput, RequestInput},
    kept, page,
    register::Shown,
    rules::{self, Asker, Given},
    store,
};
use crate::{
    consents::{
        self,
        consent::{Consent, For},
    },
    parts::Part,
};

/// A disclosure.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DisclosureBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// How far it is.
    state: State,
    /// The key of the recipient, when the register names it.
    recipient: Option<String>,
    /// The name of another body.
    body: Option<String>,
    /// Its country.
    country: String,
    /// When it was asked for.
    requested_on: Date,
    /// Who asks on its behalf.
    person: String,
    /// What ground they give.
    ground_given: String,
    /// What they ask for.
    asked: String,
    /// The ground of the decision, such as `law:statutory-task`.
    ground: Option<String>,
    /// What is to be given.
    parts: Vec<Part>,
    /// The provision that the decision names.
    provision: String,
    /// Why, or why not.
    reasons: String,
    /// How it is handed over.
    manner: Option<Manner>,
    /// Who decided.
    decided_by: Option<String>,
    /// When.
    decided_at: Option<Timestamp>,
    /// Who handed it over.
    delivered_by: Option<String>,
    /// When.
    delivered_at: Option<Timestamp>,
    /// What each ground lets be given now; only of one that is asked for by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grounds: Vec<GroundBody>,
    /// What has happened to it; only of one that is asked for by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<EventBody>,
}

/// What a ground lets be given now.
#[derive(Debug, Serialize, JsonSchema)]
struct GroundBody {
    /// The ground.
    ground: String,
    /// What it opens; null when nothing.
    opens: Option<Vec<Part>>,
    /// Why nothing: the key of a text.
    why_not: Option<String>,
}

/// Something that happened to a disclosure.
#[derive(Debug, Serialize, JsonSchema)]
struct EventBody {
    /// What.
    kind: EventKind,
    /// When.
    at: Timestamp,
    /// Who did it.
    by: String,
    /// Why it was stopped: the key of a text.
    why: String,
    /// SHA-256 of what was handed over.
    sha256: String,
}

/// The register of disclosures.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RegisterBody {
    /// From which day.
    from: Date,
    /// Until which day.
    until: Date,
    /// How many were given, by ground and recipient.
    given: Vec<CountBody>,
    /// How many were refused.
    refused: i64,
    /// The disclosures, the latest first.
    disclosures: Vec<FoundBody>,
    /// Give it as `before` to get older ones.
    next: Option<String>,
}

/// A number.
#[derive(Debug, Serialize, JsonSchema)]
struct CountBody {
    /// The kind of ground, or `law:` and the key of one.
    ground: Option<String>,
    /// The key of the recipient; null for other bodies.
    recipient: Option<String>,
    /// How many.
    number: i64,
}

/// A disclosure with whose it is.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundBody {
    /// The client.
    client: SubjectId,
    /// The client's name.
    name: String,
    /// The disclosure.
    disclosure: DisclosureBody,
}

impl From<Disclosure> for DisclosureBody {
    fn from(one: Disclosure) -> Self {
        let (recipient, body) = match one.to {
            For::Recipient(key) => (Some(key), None),
            For::Body(name) => (None, Some(name)),
            For::Party(_) | For::Worker(_) => (None, None),
        };
        let (decided_by, decided_at) = one.decided.unzip();
        let (delivered_by, delivered_at) = one.delivered.unzip();
        Self {
            id: one.id,
            version: one.version,
            state: one.state,
            recipient,
            body,
            country: one.country,
            requested_on: one.requested_on,
            person: one.words.person,
            ground_given: one.words.ground_given,
            asked: one.words.asked,
            ground: one.ground.as_ref().map(Ground::key),
            parts: one.words.parts,
            provision: one.words.provision,
            reasons: one.words.reasons,
            manner: one.manner,
            decided_by,
            decided_at,
            delivered_by,
            delivered_at,
            grounds: Vec::new(),
            events: Vec::new(),
        }
    }
}

impl From<Event> for EventBody {
    fn from(event: Event) -> Self {
        Self {
            kind: event.kind,
            at: event.at,
            by: event.by,
            why: event.words.why,
            sha256: event.words.sha256,
        }
    }
}

impl RegisterBody {
    pub(super) fn of(shown: Shown) -> Self {
        let given = shown.delivered.into_iter().map(|count| CountBody {
            ground: count.ground.map(|(kind, law)| match law {
                Some(key) => Ground::Law(key).key(),
                None => kind,
            }),
            recipient: count.recipient,
            number: count.number,
        });
        let found = shown.found.into_iter().map(|found| FoundBody {
            client: found.client,
            name: found.name,
            disclosure: found.disclosure.into(),
        });
        Self {
            from: shown.from,
            until: shown.until,
            given: given.collect(),
            refused: shown.refused,
            disclosures: found.collect(),
            next: shown.older,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<DisclosureBody>>> {
    let grant = open(&visit, client).await?;
    let all = store::all(&grant).await?.into_iter();
    Ok(Json(all.map(DisclosureBody::from).collect()))
}

pub(super) async fn ask(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<RequestInput>,
) -> Answer {
    let id = change::ask(&visit, client, &input).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let body = one(&visit, client, id).await?;
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let body = one(&visit, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn decide(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<DecisionInput>,
) -> Answer {
    change::decide(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    let body = one(&visit, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn deliver(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<DeliveryInput>,
) -> Answer {
    let package = change::deliver(&visit, reader.texts, client, id, &input).await?;
    Ok(page::file(&reader, package))
}

async fn one(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<DisclosureBody> {
    // What was written is not in the snapshot that checks may have read.
    visit.settle().await?;
    let grant = open(visit, client).await?;
    let disclosure = store::one(&grant, id).await?;
    let consents = consents::store::all(&grant).await?;
    let grounds = grounds(&grant, &disclosure, &consents)?;
    let mut body = DisclosureBody::from(disclosure);
    body.grounds = grounds;
    body.events = store::events(&grant, id)
        .await?
        .into_iter()
        .map(EventBody::from)
        .collect();
    Ok(body)
}

fn grounds(
    grant: &Granted<'_, Client, Read>,
    disclosure: &Disclosure,
    consents: &[Consent],
) -> Result<Vec<GroundBody>, Failure> {
    let visit = grant.visit();
    let profile = visit.profile()?;
    let given = Given {
        profile: &profile,
        consents,
        now: visit.now(),
        today: visit.today(),
    };
    let Some(asker) = Asker::of(disclosure, &profile) else {
        return Ok(Vec::new());
    };
    let body = |ground: Ground| {
        let offered = rules::offered(given, &asker, &ground, false);
        GroundBody {
            ground: ground.key(),
            why_not: offered.as_ref().err().map(|key| (*key).to_owned()),
            opens: offered.ok(),
        }
    };
    Ok(rules::grounds(given, &asker).into_iter().map(body).collect())
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    kept(visit)?;
    Ok(visit.open::<Client, Read>(client).await?)
}
