//! Oversight for programs.

use axum::Json;
use jiff::Timestamp;
use polku_desk::{
    AccountId, Client, EntryId, Read, SubjectId,
    access::{Action, Basis, Purpose},
    audit::{Actor, Outcome, Trace},
};
use polku_web::{
    Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, JsonBody, Path, Query, Response, StatusCode,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    finding::{Finding, FindingInput},
    looks::{ON_A_PAGE, Position},
    store::{self, Emergency},
};

/// The most looks in one answer.
const MOST: usize = 500;

/// An emergency access.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EmergencyAccess {
    /// Which.
    emergency: Uuid,
    /// Whom it opened.
    client: SubjectId,
    /// Who opened it.
    account: AccountId,
    /// The same, as colleagues know the worker.
    worker: String,
    /// When it was opened.
    granted_at: Timestamp,
    /// When it closes.
    expires_at: Timestamp,
    /// The stated reason; only of one that is asked for by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// When it was reviewed.
    reviewed_at: Option<Timestamp>,
    /// What the review found.
    finding: Option<Finding>,
}

/// A page of looks.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Looks {
    /// The looks, the latest first.
    looks: Vec<Look>,
    /// Give it as `before` to get older ones; none when there are no more.
    next: Option<EntryId>,
}

/// An entry of the log about a person.
#[derive(Debug, Serialize, JsonSchema)]
struct Look {
    entry: EntryId,
    at: Timestamp,
    /// Whose account; none when the program itself acted.
    account: Option<AccountId>,
    /// As colleagues know the worker, or the part of the program.
    who: String,
    action: Action,
    purpose: Purpose,
    basis: Basis,
    /// `allowed`, or `denied:` and why.
    outcome: String,
    role: String,
    data: Vec<String>,
    route: String,
    /// What was done, of a change.
    what: String,
    /// The register's purpose by its key, as it was that day.
    legal_purpose: Option<String>,
    /// The legal basis by its key: see `/legal-bases`.
    legal_basis: Option<String>,
}

impl EmergencyAccess {
    fn of(emergency: Emergency, reason: Option<String>) -> Self {
        Self {
            emergency: emergency.id,
            client: emergency.client,
            account: emergency.account,
            worker: emergency.worker,
            granted_at: emergency.granted_at,
            expires_at: emergency.expires_at,
            reason,
            reviewed_at: emergency.reviewed.map(|(at, _)| at),
            finding: emergency.reviewed.map(|(_, finding)| finding),
        }
    }
}

impl From<Trace> for Look {
    fn from(trace: Trace) -> Self {
        let told = trace.told.unwrap_or_default();
        let (account, who) = match trace.actor {
            Actor::Worker(account, name) => (Some(account), name),
            Actor::Program(part) => (None, part),
        };
        Self {
            entry: trace.id,
            at: trace.at,
            account,
            who,
            action: trace.action,
            purpose: trace.purpose,
            basis: trace.basis,
            outcome: Outcome::name(trace.outcome),
            role: told.role,
            data: told.data,
            route: told.route,
            what: told.what,
            legal_purpose: told.legal.as_ref().map(|legal| legal.purpose.clone()),
            legal_basis: told.legal.map(|legal| legal.basis),
        }
    }
}

/// `GET /emergency-accesses`
pub(super) async fn waiting(visit: AtDesk) -> Answer<Json<Vec<EmergencyAccess>>> {
    let waiting = store::waiting(&visit).await?;
    let shown = waiting
        .into_iter()
        .map(|(emergency, _)| EmergencyAccess::of(emergency, None));
    Ok(Json(shown.collect()))
}

/// `GET /clients/{client}/emergency-accesses/{emergency}`
pub(super) async fn one(
    visit: AtDesk,
    Path((client, emergency)): Path<(SubjectId, Uuid)>,
) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(client).await?;
    let (emergency, reason) = store::one(&grant, emergency).await?;
    let tag = EntityTag(emergency.version);
    Ok(tag.on(Json(EmergencyAccess::of(emergency, Some(reason.reason))).into_response()))
}

/// `PUT /clients/{client}/emergency-accesses/{emergency}/finding`
pub(super) async fn review(
    visit: AtDesk,
    Path((client, emergency)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<FindingInput>,
) -> Answer<Response> {
    let (finding, note) = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    store::review(grant, emergency, seen, finding, note).await?;
    Ok(EntityTag(seen + 1).on(StatusCode::NO_CONTENT.into_response()))
}

/// `GET /clients/{client}/looks`
pub(super) async fn looks(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    Query(position): Query<Position>,
) -> Answer<Json<Looks>> {
    let limit = position.limit.unwrap_or(ON_A_PAGE).clamp(1, MOST);
    let grant = visit.open::<Client, Read>(client).await?;
    let traces = grant.traces(position.before, limit).await?;
    let next = (traces.len() == limit)
        .then(|| traces.last().map(|last| last.id))
        .flatten();
    Ok(Json(Looks {
        looks: traces.into_iter().map(Look::from).collect(),
        next,
    }))
}
