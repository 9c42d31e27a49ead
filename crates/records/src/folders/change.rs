//! What is done to folders: entered, taken, brought back, destroyed.

use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write};
use polku_web::{Answer, Failure};
use serde_json::json;
use uuid::Uuid;

use super::{
    folder::{Folder, State},
    input::{FolderInput, TakingInput},
    rules, store,
};
use crate::places;

/// Enters a folder.
pub(super) async fn add(visit: &Visit, client: SubjectId, input: &FolderInput) -> Answer<Uuid> {
    let places: Vec<Uuid> = places::store::all(visit)
        .await?
        .into_iter()
        .map(|place| place.id)
        .collect();
    let new = input
        .check(&*visit.profile()?, &places, visit.today().year())
        .map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let id = store::insert(&grant, &new).await?;
    grant
        .commit("paper-folder-added", json!({ "folder": id }))
        .await?;
    Ok(id)
}

/// Somebody takes a folder.
pub(super) async fn take(visit: &Visit, client: SubjectId, id: Uuid, input: &TakingInput) -> Answer<()> {
    let workers = places::store::workers(visit).await?;
    let (taker, words) = input.check(visit.account(), &workers).map_err(Failure::Invalid)?;
    let (grant, folder) = opened(visit, client, id).await?;
    rules::may_take(folder.state).map_err(DeskError::Refused)?;
    store::change(&grant, &folder, State::Taken).await?;
    store::lend(&grant, &folder, taker, &words).await?;
    Ok(grant
        .commit("paper-folder-taken", json!({ "folder": id, "by": taker }))
        .await?)
}

/// A folder came back.
pub(super) async fn give_back(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let (grant, folder) = opened(visit, client, id).await?;
    rules::may_return(folder.state).map_err(DeskError::Refused)?;
    store::change(&grant, &folder, State::InPlace).await?;
    store::give_back(&grant, &folder).await?;
    Ok(grant
        .commit("paper-folder-returned", json!({ "folder": id }))
        .await?)
}

/// A folder was destroyed.
pub(super) async fn destroyed(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let (grant, folder) = opened(visit, client, id).await?;
    rules::may_destroy(folder.state).map_err(DeskError::Refused)?;
    store::change(&grant, &folder, State::Destroyed).await?;
    Ok(grant
        .commit("paper-folder-destroyed", json!({ "folder": id }))
        .await?)
}

async fn opened(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<(Granted<'_, Client, Write>, Folder)> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let folder = store::one(&grant, id).await?;
    Ok((grant, folder))
}
