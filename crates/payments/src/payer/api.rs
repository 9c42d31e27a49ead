//! The payer for programs of a signed-in browser: no token comes here.

use axum::Json;
use polku_desk::DeskError;
use polku_web::{Answer, AtDesk, EntityTag, Failure, IfMatch, IfMatchOrNew, IntoResponse, JsonBody};
use schemars::JsonSchema;
use serde::Serialize;

use super::{input::PayerInput, paid, store};

/// Who pays allowances.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PayerBody {
    /// The organisation's name.
    name: String,
    /// Its account.
    account: String,
    /// The number by which its bank knows who sends.
    service_id: String,
    /// What stands on each client's statement.
    message: String,
}

pub(super) async fn show(visit: AtDesk) -> Answer {
    paid(&visit)?;
    now(&visit).await
}

pub(super) async fn save(
    visit: AtDesk,
    IfMatchOrNew(seen): IfMatchOrNew,
    JsonBody(input): JsonBody<PayerInput>,
) -> Answer {
    paid(&visit)?;
    let payer = input.check().map_err(Failure::Invalid)?;
    let saved = store::save(&visit, &payer, seen.unwrap_or(0)).await;
    saved.map_err(|error| IfMatch::or_failed(error.into()))?;
    now(&visit).await
}

async fn now(visit: &AtDesk) -> Answer {
    let stored = store::stored(visit).await?.ok_or(DeskError::Hidden)?;
    let body = PayerBody {
        name: stored.payer.name,
        account: stored.payer.account.as_str().to_owned(),
        service_id: stored.payer.service_id,
        message: stored.payer.message,
    };
    Ok(EntityTag(stored.version).on(Json(body).into_response()))
}
