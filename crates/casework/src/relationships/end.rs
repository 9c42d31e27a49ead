//! Ending a relationship with its placement, or correcting how it ended.

use polku_desk::{Client, SubjectId, Visit};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::EndingInput,
    page::{self, Asked},
    store,
};

/// Ends a relationship; `seen` is the version that this was decided on.
pub(super) async fn close(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &EndingInput,
) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::at_version(&grant, id, seen).await?;
    let ending = input
        .check(stored.started_on, visit.today())
        .map_err(Failure::Invalid)?;
    store::end(&grant, &stored, ending, page::follow_up_of(visit, ending)?).await?;
    grant
        .commit("relationship-ended", json!({ "relationship": id }))
        .await?;
    Ok(())
}

pub(super) async fn form(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    page::ask(&visit, &reader, client, Asked::End(id)).await
}

pub(super) async fn end(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = page::seen(&fields)?;
    match close(&visit, client, id, seen, &fields.read()?).await {
        Ok(()) => Ok(flash(&page::address(client, id), "relationships-ended")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::End(id), fields, failure).await,
    }
}
