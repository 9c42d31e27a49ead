//! Opening over the API.

use axum::Json;
use jiff::Timestamp;
use polku_desk::{
    Client, Read, SubjectId,
    portal::{HandedOver, Identified, PortalAccess},
};
use polku_web::{
    API, Answer, AtDesk, Failure, IntoResponse, InvalidField, JsonBody, Path, StatusCode, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    kept,
    page::{closed, opened, renewed},
};

/// An access.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AccessBody {
    /// Its id.
    id: Uuid,
    /// The name under which the client signs in with codes.
    name: String,
    /// How the worker knew the client.
    identified: Identified,
    /// When it was opened.
    opened_at: Timestamp,
    /// By whom.
    opened_by: String,
    /// When it was closed; null while it is open.
    closed_at: Option<Timestamp>,
    /// By whom.
    closed_by: Option<String>,
    /// How many codes are left.
    codes_left: i64,
    /// Until when the first code waits; null once it was used.
    first_code_until: Option<Timestamp>,
    /// When the client was last there, as far as a session still tells.
    last_seen_at: Option<Timestamp>,
}

impl From<PortalAccess> for AccessBody {
    fn from(access: PortalAccess) -> Self {
        Self {
            id: access.id,
            name: access.name,
            identified: access.identified,
            opened_at: access.opened_at,
            opened_by: access.opened_by,
            closed_at: access.closed_at,
            closed_by: access.closed_by,
            codes_left: access.codes_left,
            first_code_until: access.first_code_until,
            last_seen_at: access.last_seen_at,
        }
    }
}

/// What is said when the portal is opened.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct OpeningInput {
    /// How the worker knew the client: `known`, `document` or `electronic`.
    identified: String,
}

/// What the client is given, once.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct HandedOverBody {
    /// The name.
    name: String,
    /// The first code.
    code: String,
    /// Until when it waits.
    until: Timestamp,
}

impl From<HandedOver> for HandedOverBody {
    fn from(handed: HandedOver) -> Self {
        Self {
            name: handed.name,
            code: handed.code,
            until: handed.until,
        }
    }
}

pub(super) async fn show(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<AccessBody>>> {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let accesses = grant.portal_accesses().await?;
    Ok(Json(accesses.into_iter().map(AccessBody::from).collect()))
}

pub(super) async fn open(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<OpeningInput>,
) -> Answer {
    let identified = input.identified.parse().map_err(|_| {
        Failure::Invalid(vec![InvalidField {
            field: "identified",
            key: "portal-identified-missing",
        }])
    })?;
    let handed = HandedOverBody::from(opened(&visit, client, identified).await?);
    let location = [(header::LOCATION, format!("{API}/clients/{client}/portal"))];
    Ok((StatusCode::CREATED, location, Json(handed)).into_response())
}

pub(super) async fn renew(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<HandedOverBody>> {
    Ok(Json(renewed(&visit, client).await?.into()))
}

pub(super) async fn close(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    closed(&visit, client).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
