//! Packages over the API.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Read, SubjectId};
use polku_web::{Answer, AtDesk, Path, Query, Response};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change, over,
    page::Asked,
    store::{self, State},
};

/// A package.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PackageBody {
    /// Its id.
    id: Uuid,
    /// How far it is.
    state: State,
    /// Who asked for it.
    asked_by: String,
    /// When.
    asked_at: Timestamp,
    /// When it was made.
    made_at: Option<Timestamp>,
    /// How many records are in it.
    records: Option<u32>,
    /// How many documents are in it.
    documents: Option<u32>,
    /// How many documents are not, since nobody has looked through them for viruses.
    left_out: Option<u32>,
    /// The hash of the file.
    sha256: Option<String>,
    /// Who fetched it first.
    fetched_by: Option<String>,
    /// When.
    fetched_at: Option<Timestamp>,
}

/// A client whose time is over.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OverBody {
    /// The client.
    client: SubjectId,
    /// The last day of cooperation.
    ended_on: Date,
}

pub(super) async fn over(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Json<Vec<OverBody>>> {
    let profile = visit.profile()?;
    let class = over::classes(&profile).find(|class| class.key == asked.class);
    let people = match class.or_else(|| over::classes(&profile).next()) {
        Some(class) => over::of_class(&visit, class).await?,
        None => Vec::new(),
    };
    let body = |one: over::Over| OverBody {
        client: one.client,
        ended_on: one.ended_on,
    };
    Ok(Json(people.into_iter().map(body).collect()))
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<PackageBody>>> {
    now(&visit, client).await
}

pub(super) async fn ask(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<PackageBody>>> {
    change::ask(&visit, client).await?;
    now(&visit, client).await
}

pub(super) async fn fetch(
    visit: AtDesk,
    Path((client, package)): Path<(SubjectId, Uuid)>,
) -> Answer<Response> {
    change::fetch(&visit, client, package).await
}

async fn now(visit: &AtDesk, client: SubjectId) -> Answer<Json<Vec<PackageBody>>> {
    // What was written is not in the snapshot that was read before.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let body = |package: store::Package| {
        let made = package.made.as_ref();
        PackageBody {
            id: package.id,
            state: package.state,
            made_at: made.map(|made| made.at),
            records: made.map(|made| made.counted.records),
            documents: made.map(|made| made.counted.documents),
            left_out: made.map(|made| made.counted.left_out),
            sha256: made.map(|made| made.sha256.clone()),
            asked_by: package.asker,
            asked_at: package.asked_at,
            fetched_by: package.fetcher,
            fetched_at: package.fetched_at,
        }
    };
    Ok(Json(store::all(&grant).await?.into_iter().map(body).collect()))
}
