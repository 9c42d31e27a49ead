//! Changes of places and keys.

use polku_desk::{DeskError, Visit};
use polku_web::{Answer, Failure, InvalidField};
use uuid::Uuid;

use super::{
    input::{KeyInput, PlaceInput},
    store,
};
use crate::folders;

/// Adds a place.
pub(super) async fn add(visit: &Visit, input: &PlaceInput) -> Answer<()> {
    let new = input.check().map_err(Failure::Invalid)?;
    let is_same = |place: &store::Place| place.name.to_lowercase() == new.name.to_lowercase();
    if store::all(visit).await?.iter().any(is_same) {
        return Err(invalid("name", "paper-place-name-taken"));
    }
    Ok(store::insert(visit, new.kind, &new.name, &new.whereabouts).await?)
}

/// Closes a place in which nothing lies.
pub(super) async fn close(visit: &Visit, place: Uuid) -> Answer<()> {
    known(visit, place).await?;
    if store::forms_there(visit, place).await? > 0 || folders::store::any_in(visit, place).await? {
        return Err(DeskError::Refused("paper-place-not-empty").into());
    }
    Ok(store::close(visit, place).await?)
}

/// Gives somebody a key.
pub(super) async fn give_key(visit: &Visit, place: Uuid, input: &KeyInput) -> Answer<()> {
    let place = known(visit, place).await?;
    let account = input
        .check(&store::workers(visit).await?)
        .map_err(Failure::Invalid)?;
    if place.keys.iter().any(|key| key.account == account) {
        return Err(invalid("account", "paper-key-held-already"));
    }
    Ok(store::insert_key(visit, place.id, account).await?)
}

/// Takes a key back.
pub(super) async fn end_key(visit: &Visit, place: Uuid, key: Uuid) -> Answer<()> {
    Ok(store::end_key(visit, place, key).await?)
}

async fn known(visit: &Visit, place: Uuid) -> Answer<store::Place> {
    let mut places = store::all(visit).await?.into_iter();
    let known = places.find(|known| known.id == place);
    Ok(known.ok_or(DeskError::Hidden)?)
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
