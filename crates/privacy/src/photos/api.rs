//! Photographs over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, DeskError, Read, SubjectId};
use polku_documents::pictures::{self, SentFile};
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IntoResponse, InvalidField, JsonBody, Path, Reader, Response,
    StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, address, looking},
    input::{ConsentInput, PhotoInput, UseInput},
    kept, page,
    photo::{Photo, Pictured, Use},
    rules::Standing,
    store,
};
use crate::consents::consent::{Manner, Through};

/// A photograph.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PhotoBody {
    /// Its id.
    id: SubjectId,
    /// Where it stands today.
    standing: Standing,
    /// What it shows.
    title: String,
    /// Where it was taken.
    place: String,
    /// When.
    taken_on: Option<Date>,
    /// For what it is needed.
    need: String,
    /// The last day on which it is needed.
    needed_until: Option<Date>,
    /// How many people can be recognised in it.
    people: i64,
    /// How many of them consent today.
    consenting: i64,
    /// How many withdrew.
    withdrawn: i64,
    /// Where it is used, and where it was; only of a single photograph.
    uses: Vec<UseBody>,
    /// Those in it who are no clients; only of a single photograph.
    others: Vec<PicturedBody>,
}

/// A use.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct UseBody {
    /// Its id.
    id: Uuid,
    /// The place.
    place: String,
    /// Since when.
    used_on: Date,
    /// When it was taken down.
    taken_down_at: Option<Timestamp>,
}

/// A consent to a photograph.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PicturedBody {
    /// Its id.
    id: Uuid,
    /// The photograph.
    photo: SubjectId,
    /// What the photograph showed.
    title: String,
    /// The name of somebody who is no client.
    name: String,
    /// Their phone.
    phone: String,
    /// How it was given.
    manner: Manner,
    /// The date on the paper.
    signed_on: Option<Date>,
    /// Its last day.
    valid_until: Option<Date>,
    /// When it was recorded.
    recorded_at: Timestamp,
    /// Who recorded it.
    recorded_by: String,
    /// When it was withdrawn.
    withdrawn_at: Option<Timestamp>,
    /// Who withdrew it: a worker who recorded it, or the client in the portal.
    withdrawn_through: Option<Through>,
    /// The edition of the text that was read; 0 came with the product.
    edition: i64,
}

/// A photograph that came in.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AddedBody {
    /// Its id.
    id: SubjectId,
}

impl PicturedBody {
    fn of(one: Pictured) -> Self {
        Self {
            id: one.id,
            photo: one.photo,
            title: one.words.title,
            name: one.words.name,
            phone: one.words.phone,
            manner: one.manner,
            signed_on: one.signed_on,
            valid_until: one.valid_until,
            recorded_at: one.recorded_at,
            recorded_by: one.recorded_by,
            withdrawn_at: one.withdrawn.map(|(at, _)| at),
            withdrawn_through: one.withdrawn.map(|(_, through)| through),
            edition: one.words.edition,
        }
    }
}

impl UseBody {
    pub(super) fn of(one: Use) -> Self {
        Self {
            id: one.id,
            place: one.words.place,
            used_on: one.used_on,
            taken_down_at: one.taken_down.map(|(at, _)| at),
        }
    }
}

impl PhotoBody {
    fn of(photo: Photo, uses: Vec<Use>, others: Vec<Pictured>, today: Date) -> Self {
        Self {
            id: photo.subject,
            standing: photo.standing(today),
            title: photo.words.title,
            place: photo.words.place,
            taken_on: photo.taken_on,
            need: photo.words.need,
            needed_until: photo.facts.needed_until,
            people: photo.facts.people,
            consenting: photo.facts.consenting,
            withdrawn: photo.facts.withdrawn,
            uses: uses.into_iter().map(UseBody::of).collect(),
            others: others.into_iter().map(PicturedBody::of).collect(),
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<PhotoBody>>> {
    let all = store::all(&visit).await?;
    kept(&visit)?;
    let body = |photo| PhotoBody::of(photo, Vec::new(), Vec::new(), visit.today());
    Ok(Json(all.into_iter().map(body).collect()))
}

pub(super) async fn add(visit: AtDesk, sent: SentFile) -> Answer {
    kept(&visit)?;
    let (subject, reception) = visit.expect_unnamed().await?;
    let picture = pictures::receive_sent(sent, &reception).await?;
    let picture = picture.map_err(|key| Failure::Invalid(vec![InvalidField { field: "file", key }]))?;
    change::add(&visit, subject, picture, None).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(subject)))];
    let answer = (StatusCode::CREATED, location, Json(AddedBody { id: subject }));
    Ok(EntityTag(1).on(answer.into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(photo): Path<SubjectId>) -> Answer<Json<PhotoBody>> {
    now(&visit, photo).await
}

pub(super) async fn describe(
    visit: AtDesk,
    Path(photo): Path<SubjectId>,
    JsonBody(input): JsonBody<PhotoInput>,
) -> Answer<Json<PhotoBody>> {
    change::describe(&visit, photo, &input).await?;
    now(&visit, photo).await
}

pub(super) async fn file(visit: AtDesk, Path(photo): Path<SubjectId>) -> Answer<Response> {
    let file = page::for_use(&visit, photo).await?;
    file.map_err(|key| DeskError::Refused(key).into())
}

pub(super) async fn consent(
    visit: AtDesk,
    reader: Reader,
    Path(photo): Path<SubjectId>,
    JsonBody(input): JsonBody<ConsentInput>,
) -> Answer<Json<PhotoBody>> {
    change::consent(&visit, reader.texts, photo, &input).await?;
    now(&visit, photo).await
}

pub(super) async fn withdraw(
    visit: AtDesk,
    Path((photo, pictured)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<PhotoBody>> {
    change::withdraw(&visit, photo, pictured).await?;
    now(&visit, photo).await
}

pub(super) async fn add_use(
    visit: AtDesk,
    Path(photo): Path<SubjectId>,
    JsonBody(input): JsonBody<UseInput>,
) -> Answer<Json<PhotoBody>> {
    change::add_use(&visit, photo, &input).await?;
    now(&visit, photo).await
}

pub(super) async fn take_down(
    visit: AtDesk,
    Path((photo, place)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<PhotoBody>> {
    change::take_down(&visit, photo, place).await?;
    now(&visit, photo).await
}

pub(super) async fn destroy(visit: AtDesk, Path(photo): Path<SubjectId>) -> Answer<StatusCode> {
    change::destroy(&visit, photo).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn of_client(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
) -> Answer<Json<Vec<PicturedBody>>> {
    own(&visit, client).await
}

pub(super) async fn give(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<ConsentInput>,
) -> Answer<Json<Vec<PicturedBody>>> {
    change::give(&visit, reader.texts, client, &input).await?;
    own(&visit, client).await
}

pub(super) async fn withdraw_client(
    visit: AtDesk,
    Path((client, pictured)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<Vec<PicturedBody>>> {
    change::withdraw_client(&visit, client, pictured, Through::Worker).await?;
    own(&visit, client).await
}

async fn now(visit: &AtDesk, subject: SubjectId) -> Answer<Json<PhotoBody>> {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let grant = looking(visit, subject).await?;
    let photo = store::one(&grant).await?;
    let (uses, others) = (store::uses(&grant).await?, store::others(&grant).await?);
    Ok(Json(PhotoBody::of(photo, uses, others, visit.today())))
}

async fn own(visit: &AtDesk, client: SubjectId) -> Answer<Json<Vec<PicturedBody>>> {
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    kept(visit)?;
    let own = store::of_client(&grant).await?;
    Ok(Json(own.into_iter().map(PicturedBody::of).collect()))
}
