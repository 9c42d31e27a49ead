//! Looks for programs.

use axum::Json;
use jiff::Timestamp;
use polku_desk::{
    AccountId, Client, EntryId, Read, SubjectId,
    access::{Action, Basis, Purpose, Role},
    audit::{self, ProvenLooks, Who},
};
use polku_web::{Answer, AtDesk, Path, Query};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::page::{ON_A_PAGE, Position, next};

/// The most looks in one answer.
const MOST: usize = 500;

/// A page of looks.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Looks {
    /// The looks, the latest first.
    looks: Vec<Look>,
    /// Give it as `before` to get older ones; none when there are no more.
    next: Option<EntryId>,
}

/// An entry of the log about a person, as far as the reader may know.
#[derive(Debug, Serialize, JsonSchema)]
struct Look {
    entry: EntryId,
    at: Timestamp,
    /// Whose account, where names are shown.
    account: Option<AccountId>,
    /// The worker's name, the worker's unit, or the part of the program; none where only the role is shown.
    who: Option<String>,
    role: Option<Role>,
    action: Action,
    purpose: Purpose,
    basis: Basis,
    /// `allowed`, or `denied:` and why.
    outcome: String,
    data: Vec<String>,
    /// The register's purpose by its key, as it was that day.
    legal_purpose: Option<String>,
    /// The legal basis by its key: see `/legal-bases`.
    legal_basis: Option<String>,
    /// The place in the log's tree; none while nothing proves it yet.
    place: Option<i64>,
    /// For the data protection officer: the address that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<String>,
    /// For the data protection officer: what was done, of a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<String>,
}

impl From<audit::Look> for Look {
    fn from(look: audit::Look) -> Self {
        let (account, who) = match look.who {
            Who::Named(account, name) => (Some(account), Some(name)),
            Who::Worker => (None, None),
            Who::OfUnit(name) | Who::Program(name) => (None, Some(name)),
        };
        let (legal_purpose, legal_basis) = look.legal.map(|legal| (legal.purpose, legal.basis)).unzip();
        let (route, what) = look.details.map(|told| (told.route, told.what)).unzip();
        Self {
            entry: look.entry,
            at: look.at,
            account,
            who,
            role: look.role,
            action: look.action,
            purpose: look.purpose,
            basis: look.basis,
            outcome: look.outcome.name(),
            data: look.data.unwrap_or_default(),
            legal_purpose,
            legal_basis,
            place: look.place,
            route,
            what,
        }
    }
}

/// `GET /clients/{client}/looks`
pub(super) async fn looks(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    Query(position): Query<Position>,
) -> Answer<Json<Looks>> {
    let limit = position.limit.unwrap_or(ON_A_PAGE).clamp(1, MOST);
    let grant = visit.open::<Client, Read>(client).await?;
    let looks = grant.looks(position.before, limit).await?;
    Ok(Json(Looks {
        next: next(&looks, limit),
        looks: looks.into_iter().map(Look::from).collect(),
    }))
}

/// `GET /clients/{client}/looks/proofs`
pub(super) async fn proofs(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    Query(position): Query<Position>,
) -> Answer<Json<ProvenLooks>> {
    let limit = position.limit.unwrap_or(ON_A_PAGE).clamp(1, MOST);
    let grant = visit.open::<Client, Read>(client).await?;
    let proven = grant.proven_looks(position.before, limit).await?;
    grant.shown(&json!({ "proofs": proven.looks.len() }));
    Ok(Json(proven))
}

/// `GET /clients/{client}/looks/{entry}/proof`
pub(super) async fn proof(
    visit: AtDesk,
    Path((client, entry)): Path<(SubjectId, EntryId)>,
) -> Answer<Json<ProvenLooks>> {
    let grant = visit.open::<Client, Read>(client).await?;
    let proven = grant.proven_look(entry).await?;
    grant.shown(&json!({ "proofs": 1 }));
    Ok(Json(proven))
}
