//! Erasures over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{
    API, Answer, AtDesk, EntityTag, IntoResponse, JsonBody, Path, Query, Response, StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    erasure::{Erasure, ProposalInput, RefusalInput, State},
    page::Asked,
    store,
};
use crate::{
    file::{self, Part},
    rules::{ErasureGround, Stays},
};

/// What an erasure would take and leave.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PreviewBody {
    /// The ground for which it is.
    ground: ErasureGround,
    /// Records that had been joined with the person's own.
    joined: usize,
    /// Kinds of record, basic data first.
    parts: Vec<PartBody>,
}

/// A kind of record with its fate.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PartBody {
    /// The kind of record; none for basic data.
    kind: Option<String>,
    /// The key of the retention class.
    class: String,
    /// How many there are.
    number: u64,
    /// Why it stays; none when it goes.
    stays: Option<Stays>,
    /// The last day on which it stays, when that is known.
    until: Option<Date>,
}

/// An erasure.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ErasureBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored.
    version: i64,
    /// How far it is.
    state: State,
    /// The ground of GDPR 17.1.
    ground: ErasureGround,
    /// Why it is proposed.
    reasons: String,
    /// The request that it answers.
    request: Option<Uuid>,
    /// Who proposed it.
    proposed_by: String,
    /// When it was proposed.
    proposed_at: Timestamp,
    /// Who decided.
    decided_by: Option<String>,
    /// When it was decided.
    decided_at: Option<Timestamp>,
    /// The ground of a refusal.
    refusal: Option<String>,
}

pub(super) async fn preview(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer<Json<PreviewBody>> {
    let grant = visit.open::<Client, Read>(client).await?;
    let file = file::read(&grant).await?.with_holdings(&grant).await?;
    let ground = asked.ground();
    let part = |part: Part| PartBody {
        kind: part.kind.map(|kind| kind.key().to_owned()),
        class: part.class,
        number: part.number,
        until: part.stays.and_then(Stays::until),
        stays: part.stays,
    };
    let parts = file.parts(&*visit.profile()?, ground, visit.today());
    Ok(Json(PreviewBody {
        ground,
        joined: file.holdings.joined,
        parts: parts.into_iter().map(part).collect(),
    }))
}

pub(super) async fn propose(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<ProposalInput>,
) -> Answer {
    let id = change::propose(&visit, client, &input).await?;
    let body = now(&visit, client, id).await?;
    let location = [(header::LOCATION, format!("{API}/clients/{client}/erasures/{id}"))];
    Ok((StatusCode::CREATED, location, body).into_response())
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    now(&visit, client, id).await
}

pub(super) async fn approve(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    change::approve(&visit, client, id).await?;
    now(&visit, client, id).await
}

pub(super) async fn refuse(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<RefusalInput>,
) -> Answer {
    change::refuse(&visit, client, id, &input).await?;
    now(&visit, client, id).await
}

pub(super) async fn withdraw(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    change::withdraw(&visit, client, id).await?;
    now(&visit, client, id).await
}

async fn now(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<Response> {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let erasure = store::one(&grant, id).await?;
    let version = EntityTag(erasure.version);
    Ok(version.on(Json(body(erasure)).into_response()))
}

fn body(erasure: Erasure) -> ErasureBody {
    ErasureBody {
        id: erasure.id,
        version: erasure.version,
        state: erasure.state,
        ground: erasure.ground,
        reasons: erasure.words.reasons,
        request: erasure.request,
        proposed_by: erasure.proposer,
        proposed_at: erasure.proposed_at,
        decided_by: erasure.decider,
        decided_at: erasure.decided_at,
        refusal: Some(erasure.words.refusal).filter(|refusal| !refusal.is_empty()),
    }
}
