//! Parties over the API: each change answers all of them as they are then.

use axum::Json;
use jiff::civil::Date;
use polku_desk::AccountId;
use polku_web::{Answer, AtDesk, JsonBody, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    input::{MemberInput, PartyInput},
    kept,
    store::{self, PartyKind},
};

/// A provider or unit.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PartyBody {
    /// Its id.
    id: Uuid,
    /// What it is.
    kind: PartyKind,
    /// Its name.
    name: String,
    /// Who works there.
    members: Vec<MemberBody>,
}

/// Somebody who works there.
#[derive(Debug, Serialize, JsonSchema)]
struct MemberBody {
    /// The id of the membership.
    id: Uuid,
    /// The worker's account.
    account: AccountId,
    /// The worker's name.
    name: String,
    /// Since when.
    from: Date,
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<PartyBody>>> {
    kept(&visit)?;
    now(&visit).await
}

pub(super) async fn add(
    visit: AtDesk,
    JsonBody(input): JsonBody<PartyInput>,
) -> Answer<Json<Vec<PartyBody>>> {
    change::add(&visit, &input).await?;
    now(&visit).await
}

pub(super) async fn add_member(
    visit: AtDesk,
    Path(party): Path<Uuid>,
    JsonBody(input): JsonBody<MemberInput>,
) -> Answer<Json<Vec<PartyBody>>> {
    change::add_member(&visit, party, &input).await?;
    now(&visit).await
}

pub(super) async fn end_member(
    visit: AtDesk,
    Path((party, member)): Path<(Uuid, Uuid)>,
) -> Answer<Json<Vec<PartyBody>>> {
    change::end_member(&visit, party, member).await?;
    now(&visit).await
}

async fn now(visit: &AtDesk) -> Answer<Json<Vec<PartyBody>>> {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let body = |party: store::Party| PartyBody {
        id: party.id,
        kind: party.kind,
        name: party.name,
        members: party
            .members
            .into_iter()
            .map(|member| MemberBody {
                id: member.id,
                account: member.account,
                name: member.name,
                from: member.from,
            })
            .collect(),
    };
    Ok(Json(store::all(visit).await?.into_iter().map(body).collect()))
}
