//! Secondary use over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::Visit;
use polku_web::{API, Answer, AtDesk, EntityTag, IntoResponse, JsonBody, Path, Response, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address},
    decision::{Coarseness, Decision, Extract, Kind, State},
    input::SecondaryUseInput,
    rules::Standing,
    store,
};

/// A decision about secondary use.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DecisionBody {
    /// Its id.
    id: Uuid,
    /// For what.
    kind: Kind,
    /// Whether extracts may be made from it today.
    standing: Standing,
    /// Its name.
    title: String,
    /// For what the recipient uses the data.
    task: String,
    /// Who gets it.
    recipient: String,
    /// The ground in law.
    ground: String,
    /// Who decided.
    decided_by: String,
    /// On what power.
    power: String,
    /// When.
    decided_on: Date,
    /// The first day on which extracts are made.
    valid_from: Date,
    /// The last.
    valid_until: Date,
    /// The day on which it was ended before its time.
    ended_on: Option<Date>,
    /// Whom it is about: those in service from here…
    served_from: Date,
    /// …to here.
    served_until: Date,
    /// Keys of the fields.
    fields: Vec<&'static str>,
    /// How exactly days are told.
    coarseness: Coarseness,
    /// The recipient's public key.
    recipient_key: String,
    /// Who entered it.
    recorded_by: String,
    /// When.
    recorded_at: Timestamp,
    /// The extracts made from it, the latest first.
    extracts: Vec<ExtractBody>,
}

/// An extract.
#[derive(Debug, Serialize, JsonSchema)]
struct ExtractBody {
    /// Its id.
    id: Uuid,
    /// How far it is.
    state: State,
    /// Who had it made.
    asked_by: String,
    /// When.
    asked_at: Timestamp,
    /// When it was made.
    made_at: Option<Timestamp>,
    /// How many people are in it.
    people: i64,
    /// How many were left out since their processing is restricted.
    restricted: i64,
    /// How many were left out since they objected.
    objected: i64,
    /// How many in it look like fewer than five.
    few: i64,
    /// SHA-256 of the file, in hexadecimal.
    sha256: Option<String>,
    /// Until when the file can be fetched.
    expires_at: Option<Timestamp>,
    /// Who fetched it last.
    fetched_by: Option<String>,
    /// When.
    fetched_at: Option<Timestamp>,
}

impl ExtractBody {
    fn of(one: Extract) -> Self {
        let (fetched_by, fetched_at) = one.handed.unzip();
        Self {
            id: one.id,
            state: one.state,
            asked_by: one.asked_by,
            asked_at: one.asked_at,
            made_at: one.made_at,
            people: one.counted.people,
            restricted: one.counted.restricted,
            objected: one.counted.objected,
            few: one.counted.few,
            sha256: one.sha256,
            expires_at: one.expires_at,
            fetched_by,
            fetched_at,
        }
    }
}

impl DecisionBody {
    fn of(one: Decision, extracts: Vec<Extract>, today: Date) -> Self {
        Self {
            id: one.id,
            kind: one.new.kind,
            standing: one.standing(today),
            title: one.new.title,
            task: one.new.task,
            recipient: one.new.recipient,
            ground: one.new.ground,
            decided_by: one.new.decided_by,
            power: one.new.power,
            decided_on: one.new.decided_on,
            valid_from: one.new.valid_from,
            valid_until: one.new.valid_until,
            ended_on: one.ended_on,
            served_from: one.new.served_from,
            served_until: one.new.served_until,
            fields: one.new.fields.iter().map(|field| field.key()).collect(),
            coarseness: one.new.coarseness,
            recipient_key: one.new.recipient_key,
            recorded_by: one.recorded_by,
            recorded_at: one.recorded_at,
            extracts: extracts.into_iter().map(ExtractBody::of).collect(),
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<DecisionBody>>> {
    let mut bodies = Vec::new();
    for one in store::all(&visit).await? {
        let extracts = store::extracts(&visit, one.id).await?;
        bodies.push(DecisionBody::of(one, extracts, visit.today()));
    }
    Ok(Json(bodies))
}

pub(super) async fn enter(visit: AtDesk, JsonBody(input): JsonBody<SecondaryUseInput>) -> Answer {
    let id = change::enter(&visit, &input).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(id)))];
    let body = now(&visit, id).await?;
    Ok(EntityTag(1).on((StatusCode::CREATED, location, body).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<Uuid>) -> Answer<Json<DecisionBody>> {
    now(&visit, id).await
}

pub(super) async fn end(visit: AtDesk, Path(id): Path<Uuid>) -> Answer<Json<DecisionBody>> {
    store::one(&visit, id).await?;
    store::end(&visit, id).await?;
    now(&visit, id).await
}

pub(super) async fn make(visit: AtDesk, Path(id): Path<Uuid>) -> Answer<Json<DecisionBody>> {
    change::make(&visit, id).await?;
    now(&visit, id).await
}

pub(super) async fn fetch(visit: AtDesk, Path((decision, extract)): Path<(Uuid, Uuid)>) -> Answer<Response> {
    change::fetch(&visit, decision, extract).await
}

async fn now(visit: &Visit, id: Uuid) -> Answer<Json<DecisionBody>> {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let one = store::one(visit, id).await?;
    let extracts = store::extracts(visit, id).await?;
    Ok(Json(DecisionBody::of(one, extracts, visit.today())))
}
