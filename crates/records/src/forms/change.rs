//! What becomes of forms.

use polku_desk::{DeskError, Visit};
use polku_web::{Answer, Failure, InvalidField};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{kept, store};
use crate::places;

/// A form that came.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct FormInput {
    /// The place in which it lies.
    pub(crate) place: String,
}

/// Enters that a form came; answers its number.
pub(super) async fn add(visit: &Visit, input: &FormInput) -> Answer<String> {
    kept(visit)?;
    let place: Option<Uuid> = input.place.parse().ok();
    let places = places::store::all(visit).await?;
    let place = place.filter(|place| places.iter().any(|known| known.id == *place));
    let place = place.ok_or_else(|| {
        Failure::Invalid(vec![InvalidField {
            field: "place",
            key: "paper-place-missing",
        }])
    })?;
    Ok(store::insert(visit, place).await?)
}

/// Its data was entered.
pub(super) async fn entered(visit: &Visit, form: Uuid) -> Answer<()> {
    known(visit, form).await?;
    Ok(store::enter(visit, form).await?)
}

/// It was destroyed; before entry only when its data is not to be entered at all, which the worker says by doing so.
pub(super) async fn destroyed(visit: &Visit, form: Uuid) -> Answer<()> {
    known(visit, form).await?;
    Ok(store::destroy(visit, form).await?)
}

async fn known(visit: &Visit, form: Uuid) -> Answer<()> {
    kept(visit)?;
    let is_known = store::left(visit).await?.iter().any(|known| known.id == form);
    if is_known {
        Ok(())
    } else {
        Err(DeskError::Hidden.into())
    }
}
