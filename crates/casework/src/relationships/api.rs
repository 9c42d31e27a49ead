//! Relationships for programs.

use jiff::civil::Date;
use polku_desk::{Client, Read, SubjectId};
use polku_values::service::{Measure, Placement, ReferringBody};
use polku_web::{
    Answer, ApiDoc, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Method, Path, Routes, StatusCode,
    header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    READ, WRITE, begin, change, end, follow_up,
    input::{EndingInput, FollowUpInput, RelationshipInput},
    relationship::Relationship,
    store,
};

/// A client relationship.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Relationship")]
pub(crate) struct RelationshipAnswer {
    /// Its id.
    id: Uuid,
    /// How many times it was changed: the entity tag that a change names.
    version: i64,
    /// What it rests on.
    basis: Measure,
    /// The first day.
    started_on: Date,
    /// The last day; absent while it goes on.
    ended_on: Option<Date>,
    /// Where the client went on to.
    placement: Option<Placement>,
    /// The day on which to ask where the client is a year on.
    follow_up_on: Option<Date>,
    /// Where the client was a year on.
    placement_after_year: Option<Placement>,
    /// The kind of body that referred the client.
    referring_body: Option<ReferringBody>,
    /// Which body and who there, in words.
    referrer: String,
    /// The day of the referral.
    referred_on: Option<Date>,
    /// What the cover note says.
    cover_note: String,
}

impl From<Relationship> for RelationshipAnswer {
    fn from(stored: Relationship) -> Self {
        Self {
            id: stored.id,
            version: stored.version,
            basis: stored.basis,
            started_on: stored.started_on,
            ended_on: stored.ending.map(|ending| ending.on),
            placement: stored.ending.map(|ending| ending.placement),
            follow_up_on: stored.follow_up_on,
            placement_after_year: stored.placement_after_year,
            referring_body: stored.referral.referring_body,
            referrer: stored.referral.referrer,
            referred_on: stored.referral.referred_on,
            cover_note: stored.referral.cover_note,
        }
    }
}

/// The relationships of a client.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Relationships {
    /// The latest first.
    relationships: Vec<RelationshipAnswer>,
}

pub(super) fn routes() -> Routes {
    const LIST: &str = "/clients/{client}/relationships";
    const ONE: &str = "/clients/{client}/relationships/{relationship}";
    let list = ApiDoc::new("A client's relationships").answers::<Relationships>();
    let create = ApiDoc::new("Begin a relationship")
        .takes::<RelationshipInput>()
        .creates();
    let show = ApiDoc::new("A relationship").answers::<RelationshipAnswer>();
    let correct = ApiDoc::new("Correct a relationship")
        .takes::<RelationshipInput>()
        .silent();
    let close = ApiDoc::new("End a relationship, or correct its end")
        .takes::<EndingInput>()
        .silent();
    let ask = ApiDoc::new("Keep where the client is a year on")
        .takes::<FollowUpInput>()
        .silent();
    Routes::new()
        .api(Method::GET, LIST, READ, list, all)
        .api(Method::POST, LIST, WRITE, create, post)
        .api(Method::GET, ONE, READ, show, one)
        .api(Method::PUT, ONE, WRITE, correct, put)
        .api(
            Method::PUT,
            "/clients/{client}/relationships/{relationship}/end",
            WRITE,
            close,
            put_end,
        )
        .api(
            Method::PUT,
            "/clients/{client}/relationships/{relationship}/follow-up",
            WRITE,
            ask,
            put_follow_up,
        )
}

async fn all(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let stored = store::all(&grant).await?;
    let relationships = stored.into_iter().map(RelationshipAnswer::from).collect();
    Ok(axum::Json(Relationships { relationships }).into_response())
}

async fn one(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let stored = store::one(&grant, id).await?;
    let tag = EntityTag(stored.version);
    Ok(tag.on(axum::Json(RelationshipAnswer::from(stored)).into_response()))
}

async fn post(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<RelationshipInput>,
) -> Answer {
    let id = begin::begin(&visit, client, &input).await?;
    let location = format!("/api/v1/clients/{client}/relationships/{id}");
    Ok(EntityTag(1).on((StatusCode::CREATED, [(header::LOCATION, location)]).into_response()))
}

async fn put(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<RelationshipInput>,
) -> Answer {
    change::apply(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}

async fn put_end(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<EndingInput>,
) -> Answer {
    end::close(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}

async fn put_follow_up(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<FollowUpInput>,
) -> Answer {
    follow_up::keep(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}
