//! What is done to the inventory, by pages and programs alike.

use polku_desk::{DeskError, Visit};
use polku_web::{API, Answer, Failure, InvalidField};
use uuid::Uuid;

use super::{
    input::ProcessorInput,
    processor::{Described, Processor},
    store,
};

/// Writes an entry; answers its id.
pub(super) async fn write(visit: &Visit, input: &ProcessorInput) -> Answer<Uuid> {
    let described = input
        .check(&*visit.profile()?, visit.today())
        .map_err(Failure::Invalid)?;
    completes_one(&store::all(visit).await?, &described, None)?;
    let id = visit.new_id();
    visit.will_create(format!("{API}/processors/{id}"), 1);
    store::insert(visit, id, &described).await?;
    Ok(id)
}

/// Writes an entry anew.
pub(super) async fn rewrite(visit: &Visit, id: Uuid, seen: i64, input: &ProcessorInput) -> Answer<()> {
    let known = store::all(visit).await?;
    if !known.iter().any(|one| one.id == id) {
        return Err(DeskError::Hidden.into());
    }
    let described = input
        .check(&*visit.profile()?, visit.today())
        .map_err(Failure::Invalid)?;
    completes_one(&known, &described, Some(id))?;
    Ok(store::update(visit, id, seen, &described).await?)
}

/// Ends an entry.
pub(super) async fn end(visit: &Visit, id: Uuid) -> Answer<()> {
    store::one(visit, id).await?;
    Ok(store::end(visit, id).await?)
}

/// An entry of the profile is completed once.
fn completes_one(known: &[Processor], described: &Described, own: Option<Uuid>) -> Answer<()> {
    let taken = |one: &&Processor| {
        described.profile_key.is_some()
            && one.described.profile_key == described.profile_key
            && one.described.kind == described.kind
            && Some(one.id) != own
    };
    match known.iter().find(taken) {
        None => Ok(()),
        Some(_) => Err(Failure::Invalid(vec![InvalidField {
            field: "name",
            key: "processors-known-already",
        }])),
    }
}
