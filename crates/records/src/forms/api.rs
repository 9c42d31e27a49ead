//! Forms over the API: each change answers those that are left.

use axum::Json;
use jiff::civil::Date;
use polku_web::{Answer, AtDesk, JsonBody, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, FormInput},
    destroy_by, kept, store,
};

/// A form that is not destroyed yet.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FormBody {
    /// Its id.
    id: Uuid,
    /// The number that is written on it.
    mark: String,
    /// The place in which it lies.
    place: Uuid,
    /// When it came.
    received_on: Date,
    /// Who received it.
    receiver: String,
    /// When its data was entered.
    entered_on: Option<Date>,
    /// By when it is to be destroyed.
    destroy_by: Option<Date>,
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<FormBody>>> {
    kept(&visit)?;
    now(&visit).await
}

pub(super) async fn add(visit: AtDesk, JsonBody(input): JsonBody<FormInput>) -> Answer<Json<Vec<FormBody>>> {
    change::add(&visit, &input).await?;
    now(&visit).await
}

pub(super) async fn entered(visit: AtDesk, Path(form): Path<Uuid>) -> Answer<Json<Vec<FormBody>>> {
    change::entered(&visit, form).await?;
    now(&visit).await
}

pub(super) async fn destroyed(visit: AtDesk, Path(form): Path<Uuid>) -> Answer<Json<Vec<FormBody>>> {
    change::destroyed(&visit, form).await?;
    now(&visit).await
}

async fn now(visit: &AtDesk) -> Answer<Json<Vec<FormBody>>> {
    visit.settle().await?;
    let profile = visit.profile()?;
    let body = |form: store::PaperForm| FormBody {
        destroy_by: form.entered_on.and_then(|day| destroy_by(&profile, day)),
        id: form.id,
        mark: form.mark,
        place: form.place,
        received_on: form.received_on,
        receiver: form.receiver,
        entered_on: form.entered_on,
    };
    Ok(Json(store::left(visit).await?.into_iter().map(body).collect()))
}
