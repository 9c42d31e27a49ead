//! Processors and systems over the API.

use axum::Json;
use jiff::civil::Date;
use polku_desk::Visit;
use polku_web::{API, Answer, AtDesk, EntityTag, IfMatch, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    input::ProcessorInput,
    processor::{Kind, Processor},
    rules::{self, Contract},
    store,
};

/// A processor or system.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ProcessorBody {
    /// Its id.
    id: Uuid,
    /// What it is.
    kind: Kind,
    /// The key of the profile's entry that this one completes.
    profile_key: Option<String>,
    /// Its name.
    name: String,
    /// For what.
    purpose: String,
    /// Which data.
    data: String,
    /// Who runs a system.
    run_by: String,
    /// Where.
    country: String,
    /// `eea`, `decision` or `safeguard`.
    adequacy: &'static str,
    /// The safeguard.
    safeguard: String,
    /// The contract's number or place.
    contract: String,
    /// Since when it holds.
    contract_from: Option<Date>,
    /// Until when.
    contract_until: Option<Date>,
    /// `not-needed`, `missing`, `ended`, `ending` or `holds`.
    contract_standing: &'static str,
    /// When it stopped processing.
    ended_on: Option<Date>,
}

impl ProcessorBody {
    fn of(one: Processor, today: Date) -> Self {
        let contract_standing = match rules::contract(&one.described, today) {
            Contract::NotNeeded => "not-needed",
            Contract::Missing => "missing",
            Contract::Ended(_) => "ended",
            Contract::Ending(_) => "ending",
            Contract::Holds => "holds",
        };
        let described = one.described;
        Self {
            id: one.id,
            kind: described.kind,
            profile_key: described.profile_key,
            name: described.name,
            purpose: described.purpose,
            data: described.data,
            run_by: described.run_by,
            country: described.country,
            adequacy: described.adequacy.key(),
            safeguard: described.safeguard,
            contract: described.contract,
            contract_from: described.contract_from,
            contract_until: described.contract_until,
            contract_standing,
            ended_on: one.ended_on,
        }
    }
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<ProcessorBody>>> {
    let all = store::all(&visit).await?.into_iter();
    Ok(Json(
        all.map(|one| ProcessorBody::of(one, visit.today())).collect(),
    ))
}

pub(super) async fn write(visit: AtDesk, JsonBody(input): JsonBody<ProcessorInput>) -> Answer {
    let id = change::write(&visit, &input).await?;
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let location = [(header::LOCATION, format!("{API}/processors/{id}"))];
    let (version, body) = body(&visit, id).await?;
    Ok(EntityTag(version).on((StatusCode::CREATED, location, body).into_response()))
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    let (version, body) = body(&visit, id).await?;
    Ok(EntityTag(version).on(body.into_response()))
}

pub(super) async fn rewrite(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<ProcessorInput>,
) -> Answer {
    change::rewrite(&visit, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    visit.settle().await?;
    let (version, body) = body(&visit, id).await?;
    Ok(EntityTag(version).on(body.into_response()))
}

pub(super) async fn end(visit: AtDesk, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    change::end(&visit, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn body(visit: &Visit, id: Uuid) -> Answer<(i64, Json<ProcessorBody>)> {
    let one = store::one(visit, id).await?;
    Ok((one.version, Json(ProcessorBody::of(one, visit.today()))))
}
