//! Folders over the API: each change answers all of the client's as they are then.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{Answer, AtDesk, JsonBody, Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    folder::State,
    input::{FolderInput, TakingInput},
    store,
};

/// A paper folder.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FolderBody {
    /// Its id.
    id: Uuid,
    /// The place in which it lies.
    place: Uuid,
    /// The key of its retention class.
    class: String,
    /// The first year of what is in it.
    from_year: i16,
    /// The last year; none while it still grows.
    until_year: Option<i16>,
    /// Where it is.
    state: State,
    /// When it was destroyed.
    destroyed_on: Option<Date>,
    /// What is in it.
    contents: String,
    /// Who took it, the latest first.
    loans: Vec<LoanBody>,
}

/// A time that somebody took a folder.
#[derive(Debug, Serialize, JsonSchema)]
struct LoanBody {
    /// Who.
    taker: String,
    /// When.
    taken_at: Timestamp,
    /// When it came back.
    returned_at: Option<Timestamp>,
    /// What for.
    what_for: String,
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<FolderBody>>> {
    now(&visit, client).await
}

pub(super) async fn add(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<FolderInput>,
) -> Answer<Json<Vec<FolderBody>>> {
    change::add(&visit, client, &input).await?;
    now(&visit, client).await
}

pub(super) async fn take(
    visit: AtDesk,
    Path((client, folder)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<TakingInput>,
) -> Answer<Json<Vec<FolderBody>>> {
    change::take(&visit, client, folder, &input).await?;
    now(&visit, client).await
}

pub(super) async fn give_back(
    visit: AtDesk,
    Path((client, folder)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<Vec<FolderBody>>> {
    change::give_back(&visit, client, folder).await?;
    now(&visit, client).await
}

pub(super) async fn destroyed(
    visit: AtDesk,
    Path((client, folder)): Path<(SubjectId, Uuid)>,
) -> Answer<Json<Vec<FolderBody>>> {
    change::destroyed(&visit, client, folder).await?;
    now(&visit, client).await
}

async fn now(visit: &AtDesk, client: SubjectId) -> Answer<Json<Vec<FolderBody>>> {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let loans = store::loans(&grant).await?;
    let body = |folder: super::folder::Folder| FolderBody {
        id: folder.id,
        place: folder.place,
        class: folder.class,
        from_year: folder.years.from,
        until_year: folder.years.until,
        state: folder.state,
        destroyed_on: folder.destroyed_on,
        contents: folder.words.contents,
        loans: loans
            .iter()
            .filter(|loan| loan.folder == folder.id)
            .map(|loan| LoanBody {
                taker: loan.taker.clone(),
                taken_at: loan.taken_at,
                returned_at: loan.returned_at,
                what_for: loan.words.what_for.clone(),
            })
            .collect(),
    };
    Ok(Json(store::all(&grant).await?.into_iter().map(body).collect()))
}
