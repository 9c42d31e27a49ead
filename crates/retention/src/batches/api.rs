//! Retention and batches over the API.

use axum::Json;
use jiff::Timestamp;
use polku_desk::SubjectId;
use polku_web::{API, Answer, AtDesk, EntityTag, IntoResponse, JsonBody, Path, Response, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    change::{self, BatchInput, TakeOutInput},
    due,
    store::{self, Batch, BatchState, LineState},
};
use crate::certificates::CertifiedSum;

/// What is due, and the batches.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DueBody {
    /// By class and year.
    due: Vec<DueLineBody>,
    /// The latest batches.
    batches: Vec<BatchHead>,
    /// By how many hours the clock had jumped when destruction stopped; none while it goes on.
    clock_jumped_hours: Option<i64>,
}

/// A class and year that is due.
#[derive(Debug, Serialize, JsonSchema)]
struct DueLineBody {
    /// The key of the class.
    class: String,
    /// The year in which its time was over.
    year: i16,
    /// How many people it concerns.
    people: i64,
    /// How many records whose own time is over.
    records: i64,
}

/// A batch without its lines.
#[derive(Debug, Serialize, JsonSchema)]
struct BatchHead {
    /// Its id.
    id: Uuid,
    /// How many times it was stored.
    version: i64,
    /// How far it is.
    state: BatchState,
    /// Who proposed it.
    proposed_by: String,
    /// When it was proposed.
    proposed_at: Timestamp,
    /// Who approved it.
    approved_by: Option<String>,
    /// When it was approved.
    approved_at: Option<Timestamp>,
    /// When it was done.
    done_at: Option<Timestamp>,
}

/// A batch.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BatchBody {
    /// Who and when.
    #[serde(flatten)]
    head: BatchHead,
    /// Its lines. Those of people who are destroyed are gone.
    lines: Vec<LineBody>,
    /// What it came to so far.
    sums: Vec<CertifiedSum>,
}

/// A line of a batch.
#[derive(Debug, Serialize, JsonSchema)]
struct LineBody {
    /// Its id.
    id: Uuid,
    /// Whose.
    client: SubjectId,
    /// The key of the class.
    class: String,
    /// The year in which its time was over.
    year: i16,
    /// How many records there were when it was proposed.
    records: i64,
    /// What became of it.
    state: LineState,
    /// Why it was taken out.
    reason: String,
}

fn head(batch: Batch) -> BatchHead {
    BatchHead {
        id: batch.id,
        version: batch.version,
        state: batch.state,
        proposed_by: batch.proposer,
        proposed_at: batch.proposed_at,
        approved_by: batch.approver,
        approved_at: batch.approved_at,
        done_at: batch.done_at,
    }
}

pub(super) async fn due(visit: AtDesk) -> Answer<Json<DueBody>> {
    let due = due::lines(&due::all(&visit).await?);
    let line = |line: due::DueLine| DueLineBody {
        class: line.class,
        year: line.year,
        people: line.people,
        records: line.records,
    };
    let watch = visit.desk().clock_watch(visit.register()).await?;
    Ok(Json(DueBody {
        due: due.into_iter().map(line).collect(),
        batches: store::latest(&visit).await?.into_iter().map(head).collect(),
        clock_jumped_hours: watch.jumped.map(|jump| jump.as_hours()),
    }))
}

pub(super) async fn propose(visit: AtDesk, JsonBody(input): JsonBody<BatchInput>) -> Answer {
    let id = change::propose(&visit, &input).await?;
    let body = now(&visit, id).await?;
    let location = [(header::LOCATION, format!("{API}/retention/batches/{id}"))];
    Ok((StatusCode::CREATED, location, body).into_response())
}

pub(super) async fn show(visit: AtDesk, Path(batch): Path<Uuid>) -> Answer {
    now(&visit, batch).await
}

pub(super) async fn take_out(
    visit: AtDesk,
    Path((batch, line)): Path<(Uuid, Uuid)>,
    JsonBody(input): JsonBody<TakeOutInput>,
) -> Answer {
    change::take_out(&visit, batch, line, &input).await?;
    now(&visit, batch).await
}

pub(super) async fn approve(visit: AtDesk, Path(batch): Path<Uuid>) -> Answer {
    change::approve(&visit, batch).await?;
    now(&visit, batch).await
}

pub(super) async fn withdraw(visit: AtDesk, Path(batch): Path<Uuid>) -> Answer {
    change::withdraw(&visit, batch).await?;
    now(&visit, batch).await
}

pub(super) async fn confirm_clock(visit: AtDesk) -> Answer {
    change::confirm_clock(&visit).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn now(visit: &AtDesk, id: Uuid) -> Answer<Response> {
    // What was written is not in the snapshot that the checks read.
    visit.settle().await?;
    let batch = store::one(visit, id).await?;
    let line = |line: store::Line| LineBody {
        id: line.id,
        client: line.person,
        class: line.class,
        year: line.year,
        records: line.records,
        state: line.state,
        reason: line.words.reason,
    };
    let lines = store::lines(visit, id).await?.into_iter().map(line).collect();
    let (sums, _) = store::sums(visit, id).await?;
    let version = EntityTag(batch.version);
    let body = BatchBody {
        head: head(batch),
        lines,
        sums,
    };
    Ok(version.on(Json(body).into_response()))
}
