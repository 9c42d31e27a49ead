//! Statements over the API.

use std::collections::BTreeMap;

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_values::InterfaceLanguage;
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, InvalidField, JsonBody, Path, Response,
    StatusCode, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    change::{self, address, texts_of},
    drafting::Drafting,
    input::{ContentInput, StatementInput},
    kept, rules,
    rules::Turn,
    statement::{Kind, LeftOut, Part, State, Statement, parts},
    store,
};
use crate::permit;

/// A statement.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StatementBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// Which kind it is.
    kind: Kind,
    /// How far it is.
    state: State,
    /// To whom it goes: the key of a recipient; null when it stays in the client's own file.
    recipient: Option<String>,
    /// The language of its headings.
    language: InterfaceLanguage,
    /// The first day that it covers.
    from: Date,
    /// The last day that it covers.
    until: Date,
    /// By which day it is to be signed.
    due_on: Option<Date>,
    /// The signed one that it takes the place of.
    corrects: Option<Uuid>,
    /// The one that takes its place.
    corrected_by: Option<Uuid>,
    /// Who wrote it last.
    written_by: String,
    /// When.
    written_at: Timestamp,
    /// Who signed it.
    signed_by: Option<String>,
    /// When.
    signed_at: Option<Timestamp>,
    /// What it says, in the order of the paper.
    sections: Vec<SectionBody>,
    /// The entries of the diary that are quoted.
    entries: Vec<Uuid>,
    /// What was left out when it was signed, and why.
    left_out: Vec<LeftOut>,
}

/// A section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SectionBody {
    /// Which.
    part: Part,
    /// What it says.
    text: String,
}

/// What the record gives.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RecordBody {
    /// The texts by section.
    sections: BTreeMap<Part, String>,
    /// The sections that the recipient may not have now, and why.
    left_out: Vec<LeftOut>,
}

/// What is to become of a statement.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct StateInput {
    /// `waiting` sends it for signing, `draft` returns it, `signed` signs it as it is at the version of If-Match.
    state: String,
}

impl From<Statement> for StatementBody {
    fn from(one: Statement) -> Self {
        let (signed_by, signed_at) = one
            .signature
            .map(|signature| (signature.name, signature.at))
            .unzip();
        let sections = one.content.sections.into_iter();
        Self {
            id: one.id,
            version: one.version,
            kind: one.about.kind,
            state: one.state,
            recipient: one.about.recipient,
            language: one.about.language,
            from: one.about.from,
            until: one.about.until,
            due_on: one.about.due_on,
            corrects: one.corrects,
            corrected_by: one.corrected_by.map(|(next, _)| next),
            written_by: one.author_name,
            written_at: one.written_at,
            signed_by,
            signed_at,
            sections: sections
                .map(|section| SectionBody {
                    part: section.part,
                    text: section.text,
                })
                .collect(),
            entries: one.content.entries,
            left_out: one.content.left_out,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<StatementBody>>> {
    let grant = open(&visit, client).await?;
    let statements = store::all(&grant).await?;
    Ok(Json(statements.into_iter().map(StatementBody::from).collect()))
}

pub(super) async fn create(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<StatementInput>,
) -> Answer {
    let id = change::create(&visit, client, &input).await?;
    created(&visit, client, id).await
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    now(&visit, client, id).await
}

pub(super) async fn save(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ContentInput>,
) -> Answer {
    change::save(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, client, id).await
}

pub(super) async fn record(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<RecordBody>> {
    let grant = open(&visit, client).await?;
    let stored = store::one(&grant, id).await?;
    let kind = stored.about.kind;
    let permit = permit::now(&grant, stored.about.recipient.as_deref()).await?;
    let record = change::record_of(&grant, &stored.about).await?;
    let parts = parts(kind, &*visit.profile()?);
    let drafting = Drafting {
        texts: texts_of(stored.about.language),
        record: &record,
        entries: &stored.content.entries,
    };
    let permitted = parts
        .iter()
        .filter(|part| permit.allows(part.matter(kind)).is_ok());
    Ok(Json(RecordBody {
        sections: permitted.map(|part| (*part, drafting.text(*part))).collect(),
        left_out: rules::left_out(kind, &parts, &permit),
    }))
}

pub(super) async fn state(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<StateInput>,
) -> Answer {
    let asked = match input.state.parse() {
        Ok(State::Draft) => Turn::Return,
        Ok(State::Waiting) => Turn::Send,
        Ok(State::Signed) => Turn::Sign,
        Err(_) => {
            let (field, key) = ("state", "statements-state-unknown");
            return Err(Failure::Invalid(vec![InvalidField { field, key }]));
        }
    };
    change::turn(&visit, client, id, seen, asked)
        .await
        .map_err(IfMatch::or_failed)?;
    now(&visit, client, id).await
}

pub(super) async fn correct(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let next = change::correct(&visit, client, id).await?;
    created(&visit, client, next).await
}

pub(super) async fn discard(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
) -> Answer<Response> {
    change::discard(&visit, client, id, seen)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn created(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer {
    let location = [(header::LOCATION, format!("{API}{}", address(client, id)))];
    let body = StatementBody::from(store::one(&open(visit, client).await?, id).await?);
    Ok(EntityTag(body.version).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

async fn now(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer {
    let body = StatementBody::from(store::one(&open(visit, client).await?, id).await?);
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}
