//! Consents over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{AccountId, Client, Granted, Read, SubjectId};
use polku_values::InterfaceLanguage;
use polku_web::{API, Answer, AtDesk, EntityTag, IntoResponse, JsonBody, Path, Reader, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, By, address},
    consent::{Consent, For, Identified, Kind, Manner, Through},
    input::{ConsentInput, WithdrawalInput},
    kept,
    rules::Standing,
    store,
};
use crate::parts::Part;

/// A consent.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConsentBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored.
    version: i64,
    /// To what.
    kind: Kind,
    /// The key of the purpose.
    purpose: String,
    /// The key of the recipient, when the register names it.
    recipient: Option<String>,
    /// The name of another body.
    body: Option<String>,
    /// The party to which the person is visible.
    party: Option<Uuid>,
    /// The worker to whom the person is visible.
    worker: Option<AccountId>,
    /// What may be given.
    what: Vec<Part>,
    /// How it stands now.
    standing: Standing,
    /// Its first day.
    valid_from: Date,
    /// Its last day; null until further notice.
    valid_until: Option<Date>,
    /// How it was given.
    manner: Manner,
    /// The date on the paper; what counts is when it was recorded.
    signed_on: Option<Date>,
    /// The scan of the paper.
    document: Option<Uuid>,
    /// When it was recorded.
    recorded_at: Timestamp,
    /// Who recorded it; null when the client gave it in the portal.
    recorded_by: Option<String>,
    /// Who consented, when it was not the client.
    given_by: String,
    /// How they were known.
    identified: Option<Identified>,
    /// The text that was read.
    text: String,
    /// Its edition; 0 is the text that comes with the product.
    edition: i64,
    /// The language in which it was read.
    language: Option<InterfaceLanguage>,
    /// When it was withdrawn.
    withdrawn_at: Option<Timestamp>,
    /// Who withdrew it.
    withdrawn_through: Option<Through>,
    /// The worker who recorded the withdrawal.
    withdrawn_by: Option<String>,
}

impl ConsentBody {
    pub(super) fn of(consent: Consent, now: Timestamp, today: Date) -> Self {
        let standing = consent.term.standing(now, today);
        let (given, term) = (consent.given, consent.term);
        let (mut recipient, mut body, mut party, mut worker) = (None, None, None, None);
        match given.to {
            For::Recipient(key) => recipient = Some(key),
            For::Body(name) => body = Some(name),
            For::Party(id) => party = Some(id),
            For::Worker(account) => worker = Some(account),
        }
        Self {
            id: consent.id,
            version: consent.version,
            kind: given.kind,
            purpose: given.purpose,
            recipient,
            body,
            party,
            worker,
            what: given.words.what,
            standing,
            valid_from: term.valid_from,
            valid_until: term.valid_until,
            manner: given.manner,
            signed_on: given.signed_on,
            document: given.document,
            recorded_at: term.recorded_at,
            recorded_by: consent.recorded_by,
            given_by: given.words.given_by,
            identified: given.words.identified,
            text: given.words.text,
            edition: given.words.edition,
            language: given.words.language,
            withdrawn_at: term.withdrawn_at,
            withdrawn_through: consent.withdrawn_through,
            withdrawn_by: consent.withdrawn_by,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<ConsentBody>>> {
    let grant = open(&visit, client).await?;
    let (now, today) = (visit.now(), visit.today());
    let consents = store::all(&grant).await?.into_iter();
    Ok(Json(
        consents
            .map(|consent| ConsentBody::of(consent, now, today))
            .collect(),
    ))
}

pub(super) async fn give(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<ConsentInput>,
) -> Answer {
    let id = change::give(&visit, reader.texts, client, &input, By::Worker).await?;
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let body = one(&visit, client, id).await?;
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let body = one(&visit, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

pub(super) async fn withdraw(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<WithdrawalInput>,
) -> Answer {
    change::withdraw(&visit, client, id, &input, By::Worker).await?;
    visit.settle().await?;
    let body = one(&visit, client, id).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

async fn one(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<ConsentBody> {
    let grant = open(visit, client).await?;
    let consent = store::one(&grant, id).await?;
    Ok(ConsentBody::of(consent, visit.now(), visit.today()))
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    kept(visit)?;
    Ok(visit.open::<Client, Read>(client).await?)
}
