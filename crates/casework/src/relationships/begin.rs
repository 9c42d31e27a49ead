//! Beginning a relationship of a client who is in the register already; intake begins the first.

use polku_desk::{Client, SubjectId, Visit};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::RelationshipInput,
    page::{self, Asked},
    store,
};

/// Begins a relationship; answers its id.
pub(super) async fn begin(visit: &Visit, client: SubjectId, input: &RelationshipInput) -> Answer<Uuid> {
    let new = input
        .check(visit.today(), &*visit.profile()?)
        .map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let id = store::open(&grant, &new).await?;
    grant
        .commit("relationship-begun", json!({ "relationship": id }))
        .await?;
    Ok(id)
}

pub(super) async fn form(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    page::ask(&visit, &reader, client, Asked::New).await
}

pub(super) async fn create(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match begin(&visit, client, &fields.read()?).await {
        Ok(id) => Ok(flash(&page::address(client, id), "relationships-begun")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::New, fields, failure).await,
    }
}
