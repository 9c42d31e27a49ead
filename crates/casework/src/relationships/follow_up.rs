//! Asking where the client is a year after the end (B1).

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::FollowUpInput,
    page::{self, Asked},
    rules, store,
};

/// Keeps the answer; `seen` is the version that it was given on.
pub(super) async fn keep(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &FollowUpInput,
) -> Answer<()> {
    let placement = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::at_version(&grant, id, seen).await?;
    if !rules::takes_follow_up(&stored) {
        return Err(DeskError::Refused("relationships-nothing-to-ask").into());
    }
    store::answer_follow_up(&grant, &stored, placement).await?;
    grant
        .commit("relationship-followed-up", json!({ "relationship": id }))
        .await?;
    Ok(())
}

pub(super) async fn form(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    page::ask(&visit, &reader, client, Asked::FollowUp(id)).await
}

pub(super) async fn answer(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = page::seen(&fields)?;
    match keep(&visit, client, id, seen, &fields.read()?).await {
        Ok(()) => Ok(flash(&page::address(client, id), "relationships-followed-up")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::FollowUp(id), fields, failure).await,
    }
}
