//! Adding an entry.

use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write};
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    entry::{Entry, Telling},
    input::EntryInput,
    kept, store,
};
use crate::{contacts, drafts, goals};

/// Adds an entry to a client's diary; its draft goes in the same write. Answers its id.
pub(super) async fn add(visit: &Visit, client: SubjectId, input: &EntryInput) -> Answer<Uuid> {
    let (grant, entry) = write(visit, client, input).await?;
    commit(grant, client, entry).await?;
    Ok(entry)
}

/// The same, answering the entry as it reads now. It is read in the write, of which the answer is a part.
pub(super) async fn add_and_read(visit: &Visit, client: SubjectId, input: &EntryInput) -> Answer<Entry> {
    let (grant, entry) = write(visit, client, input).await?;
    let added = store::one(&grant, entry).await?;
    commit(grant, client, entry).await?;
    Ok(added)
}

async fn write<'a>(
    visit: &'a Visit,
    client: SubjectId,
    input: &EntryInput,
) -> Answer<(Granted<'a, Client, Write>, Uuid)> {
    let telling = input.check(visit.today()).map_err(Failure::Invalid)?;
    let entry = visit.new_id();
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    check_links(&grant, &telling).await?;
    store::insert(&grant, entry, &telling).await?;
    if let Some(draft) = input.draft() {
        drafts::finish(&grant, draft).await?;
    }
    Ok((grant, entry))
}

async fn commit(grant: Granted<'_, Client, Write>, client: SubjectId, entry: Uuid) -> Answer<()> {
    let visit = grant.visit();
    visit.will_create(format!("{API}{}", address(client, entry)), 1);
    grant
        .commit("diary-entry-added", json!({ "entry": entry }))
        .await?;
    Ok(())
}

/// Refuses links to goals and contacts that are not this client's.
pub(super) async fn check_links(grant: &Granted<'_, Client, Write>, telling: &Telling) -> Answer<()> {
    goals::check_links(grant, &telling.wording.goals).await?;
    let Some(contact) = telling.contact else {
        return Ok(());
    };
    match contacts::one(grant, contact).await {
        Ok(_) => Ok(()),
        Err(DeskError::Hidden) => Err(Failure::Invalid(vec![InvalidField {
            field: "contact",
            key: "diary-link-unknown",
        }])),
        Err(error) => Err(error.into()),
    }
}

/// Where an entry is found.
pub(super) fn address(client: SubjectId, entry: Uuid) -> String {
    format!("/clients/{client}/diary/{entry}")
}
