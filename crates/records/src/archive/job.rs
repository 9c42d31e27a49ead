//! Makes the packages that were asked for, by the right of whoever asked.

use polku_desk::{
    Client, Desk, DeskError, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, rules::ARCHIVED},
    jobs::{Job, JobState},
};
use polku_web::{Answer, Failure};
use serde_json::json;

use super::{gather, store};

/// The kind of job; its target is a client, of whom all packages are made that wait.
pub(super) const KIND: &str = "patient-archive";

/// What a package is made of: the very list of the rules.
const SPEC: AccessSpec = AccessSpec::people(Action::Transfer, ARCHIVED);

/// Makes them.
pub(super) async fn work(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let client = SubjectId(job.target.ok_or(DeskError::Stored("a job without its client"))?);
    let visit = desk.visit(visitor, SPEC, KIND).await?;
    let waiting = {
        let grant = visit.open_for_archive::<Client>(client).await?;
        let packages = store::all(&grant).await?;
        packages
            .into_iter()
            .filter(|package| package.state == store::State::Asked)
            .collect::<Vec<_>>()
    };
    for package in &waiting {
        make(&visit, client, package).await?;
    }
    visit.settle().await?;
    desk.finish_job(job, JobState::Done, "archive-job-done").await?;
    Ok(())
}

async fn make(visit: &Visit, client: SubjectId, package: &store::Package) -> Answer<()> {
    let (gathered, counted) = {
        let grant = visit.open_for_archive::<Client>(client).await?;
        gather::gather(&grant).await?
    };
    let made = aside(move || gathered.pack()).await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let mut arriving = grant.receive_for(package.owner)?.begin().await?;
    arriving.write(&made.bytes).await?;
    let stored = grant.keep(arriving.finish().await?).await?;
    store::made(&grant, package, counted, &made.sha256, &stored).await?;
    grant
        .commit(
            "archive-package-made",
            json!({ "package": package.id, "sha256": made.sha256 }),
        )
        .await?;
    Ok(())
}

/// Work of a processor, away from those who wait for answers.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Failure::Internal(error.to_string()))?
}
