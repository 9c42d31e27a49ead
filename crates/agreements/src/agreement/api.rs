//! Agreements over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId, Visit};
use polku_values::InterfaceLanguage;
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, InvalidField, JsonBody, Path, StatusCode,
    header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    address, change,
    input::{EndInput, NewInput, TermsInput},
    kept,
    model::{Agreement, State},
    rules::Step,
    store,
};
use crate::{
    signing::{
        Party, SignatureKind, Way,
        model::{Signature, Stage},
        store as signing,
    },
    templates::{TemplateId, placeholder::Values},
};

/// An agreement.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct AgreementBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// How far it is.
    state: State,
    /// From which template it was begun.
    template: TemplateId,
    /// In which language it is.
    language: InterfaceLanguage,
    /// What it is called.
    title: String,
    /// The first day.
    starts_on: Date,
    /// The last day.
    ends_on: Option<Date>,
    /// The day on which it ended early.
    ended_on: Option<Date>,
    /// Why.
    ended_because: String,
    /// What fills the fields that somebody may write.
    values: Values,
    /// The text with its fields.
    text: String,
    /// The signed one that it takes the place of.
    amends: Option<Uuid>,
    /// The one that takes its place.
    amended_by: Option<Uuid>,
    /// Who wrote it last.
    written_by: String,
    /// When.
    written_at: Timestamp,
    /// The hash of the file that is shown to those who sign; empty of a draft.
    shown_sha256: String,
    /// Who has signed.
    signatures: Vec<SignatureBody>,
}

/// A signature.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SignatureBody {
    /// Whose.
    party: Party,
    /// Which kind it is.
    kind: SignatureKind,
    /// By which way it was given.
    way: Way,
    /// The name.
    name: String,
    /// When.
    signed_at: Timestamp,
    /// The scanned paper.
    scan: Option<Uuid>,
}

/// What is to become of an agreement.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct StateInput {
    /// `proposed`, `draft` (taken back), `lapsed` (given up) or `ended`.
    state: String,
    /// Of one that ends: the last day, as people write it.
    on: String,
    /// Of one that ends: why.
    reason: String,
}

impl AgreementBody {
    fn of(one: Agreement, shown_sha256: String, signatures: Vec<Signature>) -> Self {
        let terms = one.agreed.terms;
        Self {
            id: one.id,
            version: one.version,
            state: one.state,
            template: one.template,
            language: one.language,
            title: terms.title,
            starts_on: one.agreed.starts_on,
            ends_on: one.agreed.ends_on,
            ended_on: one.ended_on,
            ended_because: terms.ended_because,
            values: terms.values,
            text: terms.text,
            amends: one.amends,
            amended_by: one.amended_by.map(|(next, _)| next),
            written_by: one.author_name,
            written_at: one.written_at,
            shown_sha256,
            signatures: signatures.into_iter().map(SignatureBody::from).collect(),
        }
    }
}

impl From<Signature> for SignatureBody {
    fn from(one: Signature) -> Self {
        Self {
            party: one.party,
            kind: one.kind,
            way: one.way,
            name: one.words.name,
            signed_at: one.at,
            scan: one.words.scan,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<AgreementBody>>> {
    let grant = open(&visit, client).await?;
    let mut bodies = Vec::new();
    for one in store::all(&grant).await? {
        bodies.push(body(&grant, one).await?);
    }
    Ok(Json(bodies))
}

pub(super) async fn begin(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<NewInput>,
) -> Answer {
    let id = change::begin(&visit, client, &input).await?;
    created(&visit, client, id).await
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    now(&visit, client, id).await
}

pub(super) async fn save(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<TermsInput>,
) -> Answer {
    change::save(&visit, client, id, seen, &input, None)
        .await
        .map_err(|why| IfMatch::or_failed(why.into()))?;
    now(&visit, client, id).await
}

pub(super) async fn state(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<StateInput>,
) -> Answer {
    let outcome = match input.state.parse() {
        Ok(State::Proposed) => change::propose(&visit, client, id, seen)
            .await
            .map_err(Failure::from),
        Ok(State::Draft) => change::turn_back(&visit, client, id, seen, Step::TakeBack).await,
        Ok(State::Lapsed) => change::turn_back(&visit, client, id, seen, Step::Lapse).await,
        Ok(State::Ended) => {
            let ending = EndInput {
                on: input.on,
                reason: input.reason,
            };
            change::end(&visit, client, id, seen, &ending).await
        }
        Ok(State::Signed | State::Replaced) | Err(_) => {
            let (field, key) = ("state", "agreements-state-unknown");
            Err(Failure::Invalid(vec![InvalidField { field, key }]))
        }
    };
    outcome.map_err(IfMatch::or_failed)?;
    now(&visit, client, id).await
}

pub(super) async fn amend(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let next = change::amend(&visit, client, id).await?;
    created(&visit, client, next).await
}

pub(super) async fn discard(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
) -> Answer<StatusCode> {
    change::discard(&visit, client, id, seen)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn created(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer {
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let grant = open(visit, client).await?;
    let body = body(&grant, store::one(&grant, id).await?).await?;
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

/// An agreement as it is now.
pub(crate) async fn now(visit: &Visit, client: SubjectId, id: Uuid) -> Answer {
    let grant = open(visit, client).await?;
    let body = body(&grant, store::one(&grant, id).await?).await?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

async fn body(grant: &Granted<'_, Client, Read>, one: Agreement) -> Answer<AgreementBody> {
    let paper = signing::paper(grant, one.id, Stage::Shown).await?;
    let shown = match &paper {
        Some(paper) => paper.hash()?.to_string(),
        None => String::new(),
    };
    let signatures = signing::signatures(grant, one.id).await?;
    Ok(AgreementBody::of(one, shown, signatures))
}

async fn open(visit: &Visit, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}
