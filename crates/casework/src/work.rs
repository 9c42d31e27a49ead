//! The work that goes on after an answer: jobs are claimed one at a time and handed to the slice that queued them.
//!
//! To add a kind of job: a line in [`carry_out`], or from another room a [`JobKind`](crate::joining::JobKind).

use std::time::Duration;

use polku_desk::{
    Desk, Visitor,
    jobs::{Job, JobState, Lane},
};
use polku_web::Answer;
use tokio::task::JoinHandle;

use crate::{
    import,
    joining::{JobKind, inventory},
};

/// How long the worker rests when nothing waits.
const REST: Duration = Duration::from_millis(400);

/// The workers of a serving node, one for each lane; they end when this is dropped. A job under way is then rolled back
/// to its last commit, and taken up again by whoever claims it next.
#[derive(Debug)]
pub struct Work([JoinHandle<()>; 2]);

impl Drop for Work {
    fn drop(&mut self) {
        for worker in &self.0 {
            worker.abort();
        }
    }
}

/// Starts the node's workers.
#[must_use]
pub fn work(desk: &Desk) -> Work {
    let worker = |lane: Lane| {
        let desk = desk.clone();
        tokio::spawn(async move {
            loop {
                if !do_next_of(&desk, lane).await {
                    tokio::time::sleep(REST).await;
                }
            }
        })
    };
    Work([worker(Lane::Prompt), worker(Lane::Patient)])
}

/// Does the job that has waited longest, the patient ones last; answers whether there was one. Stories and the command
/// line, which have no worker, call it until it answers no.
pub async fn do_next(desk: &Desk) -> bool {
    do_next_of(desk, Lane::Prompt).await || do_next_of(desk, Lane::Patient).await
}

async fn do_next_of(desk: &Desk, lane: Lane) -> bool {
    match desk.claim_job(lane).await {
        Ok(Some((job, visitor))) => {
            if let Err(failure) = Box::pin(carry_out(desk, &job, visitor)).await {
                // The claim runs out and the job is tried again, three times at most.
                tracing::error!(%failure, kind = job.kind, "a job failed");
            }
            true
        }
        Ok(None) => false,
        Err(error) => {
            tracing::error!(%error, "no job could be claimed; it is tried again");
            false
        }
    }
}

/// Hands a job to the slice of its kind.
async fn carry_out(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    match job.kind.as_str() {
        import::CHECK => return import::check(desk, job, visitor).await,
        import::BRING => return Box::pin(import::bring(desk, job, visitor)).await,
        _ => {}
    }
    let mut joined = inventory::iter::<JobKind>.into_iter();
    if let Some(joined) = joined.find(|joined| joined.kind == job.kind) {
        return (joined.work)(desk, job, visitor).await;
    }
    tracing::warn!(kind = job.kind, account = %visitor.account, "a job of an unknown kind");
    Ok(desk.finish_job(job, JobState::Failed, "job-unknown").await?)
}
