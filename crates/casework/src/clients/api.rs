//! A client's basic data for programs: what the register's profile has, and the role may see.

use std::collections::BTreeMap;

use axum::Json;
use polku_desk::{Client, Read, SubjectId};
use polku_profile::{Field, Kind, Profile};
use polku_values::{IdentityCode, dates::age_on};
use polku_web::{
    Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, JsonBody, Path, Response, StatusCode,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    basics::change::{self, Saved},
    check,
    input::{BasicsInput, TypedValue},
    record::{Basics, Origin},
    store,
};

/// A client's basic data. What it says can be sent back with `PUT`.
#[derive(Serialize, JsonSchema)]
pub(super) struct ClientDocument {
    /// The client's id.
    id: SubjectId,
    /// In full years today.
    age: Option<u8>,
    /// Whether the identity code is artificial or temporary, and belongs to no one in the population register.
    artificial_code: bool,
    /// The register's fields that hold something. A protected address is not among them.
    fields: BTreeMap<&'static str, FieldDocument>,
}

/// What one field holds.
#[derive(Serialize, JsonSchema)]
struct FieldDocument {
    /// The value; codes of lists, dates as `2026-02-01`, several for phones and codes.
    value: TypedValue,
    /// Where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    /// Why it is necessary.
    #[serde(skip_serializing_if = "String::is_empty")]
    necessity: String,
}

impl ClientDocument {
    fn of(client: SubjectId, basics: &Basics, profile: &Profile, today: jiff::civil::Date) -> Self {
        let mut fields = BTreeMap::new();
        for field in check::editable(profile, basics.special.is_some()) {
            if let Some(document) = FieldDocument::of(field, basics) {
                fields.insert(field.key(), document);
            }
        }
        let code = basics
            .identity
            .codes
            .first()
            .and_then(|code| IdentityCode::parse(code).ok());
        Self {
            id: client,
            age: basics
                .identity
                .known_birth_date()
                .and_then(|born| age_on(born, today)),
            artificial_code: code.is_some_and(|code| code.is_artificial()),
            fields,
        }
    }
}

impl FieldDocument {
    fn of(field: Field, basics: &Basics) -> Option<Self> {
        let mut values = basics.values(field);
        let item = basics.item(field);
        let value = match field.kind() {
            _ if values.is_empty() => return None,
            Kind::Phones | Kind::IdentityCodes => TypedValue::Many(values),
            _ => TypedValue::One(values.swap_remove(0)),
        };
        Some(Self {
            value,
            origin: item
                .map(|item| item.origin.clone())
                .filter(|origin| *origin != Origin::default()),
            necessity: item.map(|item| item.necessity.clone()).unwrap_or_default(),
        })
    }
}

/// A client's basic data.
pub(super) async fn show(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(client).await?;
    let basics = store::basics(&grant).await?;
    let profile = visit.profile()?;
    let document = ClientDocument::of(grant.subject(), &basics, &profile, visit.today());
    Ok(EntityTag(basics.versions.sum()).on(Json(document).into_response()))
}

/// Changes a client's basic data.
pub(super) async fn change(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<BasicsInput>,
) -> Answer<Response> {
    match change::save(&visit, client, &input, seen).await? {
        Saved::Done(version) => Ok(EntityTag(version).on(StatusCode::NO_CONTENT.into_response())),
        Saved::ToMend(invalid) => Err(Failure::Invalid(invalid)),
        Saved::ChangedMeanwhile => Err(Failure::Precondition(StatusCode::PRECONDITION_FAILED)),
    }
}
