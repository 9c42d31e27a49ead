//! The same for the client's own programs.

use axum::Json;
use jiff::civil::Date;
use polku_desk::{Client, Read};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, AtDesk, InPortal, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{Shown, all};
use crate::agreement::{api::SignatureBody, model::State};

/// An own agreement.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OwnBody {
    /// Its id.
    id: Uuid,
    /// How far it is; none is a draft.
    state: State,
    /// In which language it is.
    language: InterfaceLanguage,
    /// What it is called.
    title: String,
    /// What it says.
    text: String,
    /// The first day.
    starts_on: Date,
    /// The last day.
    ends_on: Option<Date>,
    /// The day on which it ended early.
    ended_on: Option<Date>,
    /// The hash of the file that is shown to those who sign.
    shown_sha256: String,
    /// Who has signed.
    signatures: Vec<SignatureBody>,
}

impl OwnBody {
    fn of(shown: Shown) -> Answer<Self> {
        let agreement = shown.agreement;
        Ok(Self {
            id: agreement.id,
            state: agreement.state,
            language: agreement.language,
            shown_sha256: shown.paper.hash()?.to_string(),
            title: shown.paper.words.title,
            text: shown.paper.words.text,
            starts_on: agreement.agreed.starts_on,
            ends_on: agreement.agreed.ends_on,
            ended_on: agreement.ended_on,
            signatures: shown.signatures.into_iter().map(SignatureBody::from).collect(),
        })
    }
}

pub(super) async fn list(visit: AtDesk, own: InPortal) -> Answer<Json<Vec<OwnBody>>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let mut bodies = Vec::new();
    for one in all(&grant).await? {
        bodies.push(OwnBody::of(Shown::of(&grant, one.id).await?)?);
    }
    Ok(Json(bodies))
}

pub(super) async fn show(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer<Json<OwnBody>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    Ok(Json(OwnBody::of(Shown::of(&grant, id).await?)?))
}
