//! Training over the API.

use axum::Json;
use jiff::civil::Date;
use polku_desk::{AccountId, Visit, access::Role};
use polku_web::{API, Answer, AtDesk, IntoResponse, JsonBody, Path, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change,
    input::{InstructionInput, TrainingInput},
    rules::{self, Standing},
    store,
};

/// An instruction with where each worker stands who needs it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct InstructionBody {
    /// Its id.
    id: Uuid,
    /// Its name.
    title: String,
    /// Where it is found, or what it says in short.
    content: String,
    /// After so many months it is taught again.
    valid_months: Option<u16>,
    /// The roles that need it.
    roles: Vec<Role>,
    /// When it was ended.
    retired_on: Option<Date>,
    /// Those who need it.
    workers: Vec<WorkerBody>,
}

/// Where a worker stands.
#[derive(Debug, Serialize, JsonSchema)]
struct WorkerBody {
    /// The account.
    account: AccountId,
    /// The name.
    name: String,
    /// When it was taught last.
    taught_on: Option<Date>,
    /// The last day on which that counts.
    counts_until: Option<Date>,
    /// `missing`, `ran-out` or `counts`.
    standing: &'static str,
}

pub(super) async fn list(visit: AtDesk) -> Answer<Json<Vec<InstructionBody>>> {
    all(&visit).await
}

pub(super) async fn write(visit: AtDesk, JsonBody(input): JsonBody<InstructionInput>) -> Answer {
    let id = change::write(&visit, &input).await?;
    // What was written is not in the snapshot that was read.
    visit.settle().await?;
    let location = [(header::LOCATION, format!("{API}/instructions/{id}"))];
    Ok((StatusCode::CREATED, location, all(&visit).await?).into_response())
}

pub(super) async fn retire(visit: AtDesk, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    change::retire(&visit, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn teach(visit: AtDesk, JsonBody(input): JsonBody<TrainingInput>) -> Answer<StatusCode> {
    change::teach(&visit, &input).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn all(visit: &Visit) -> Answer<Json<Vec<InstructionBody>>> {
    let workers = store::workers(visit).await?;
    let taught = store::taught(visit).await?;
    let body = |one: store::Instruction| {
        let worker = |worker: &rules::Worker| {
            let standing = rules::standing(&one.needed, worker, &taught, visit.today())?;
            let (name, taught_on, counts_until) = match standing {
                Standing::Missing => ("missing", None, None),
                Standing::RanOut(until) => ("ran-out", None, Some(until)),
                Standing::Counts(on, until) => ("counts", Some(on), until),
            };
            Some(WorkerBody {
                account: worker.account,
                name: worker.name.clone(),
                taught_on,
                counts_until,
                standing: name,
            })
        };
        InstructionBody {
            workers: workers.iter().filter_map(worker).collect(),
            id: one.id,
            title: one.title,
            content: one.content,
            valid_months: one.needed.valid_months,
            roles: one.needed.roles,
            retired_on: one.retired_on,
        }
    };
    let instructions = store::instructions(visit).await?;
    Ok(Json(instructions.into_iter().map(body).collect()))
}
