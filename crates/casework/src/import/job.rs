//! The two jobs of an import: checking a file, and bringing it in.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use polku_desk::{
    Desk, DeskError, ImportChange, ImportRun, ImportState, Kept, Visit, Visitor,
    access::{AccessSpec, Action, Resource},
    ids::ImportId,
    jobs::{Job, JobState},
};
use polku_web::{Answer, Failure};

use super::{
    about::About,
    bringing::{self, Told},
    file::SourceFile,
    preparation::{aside, prepare},
    report::Report,
};

/// The kind of job that checks a file.
pub(crate) const CHECK: &str = "import-check";
/// The kind of job that brings a file in.
pub(crate) const BRING: &str = "import-bring";

/// What an import touches: whoever may import may write these about those whom the import takes in.
pub(crate) const SPEC: AccessSpec = AccessSpec::people(
    Action::Admit,
    &[
        Resource::Import,
        Resource::Identity,
        Resource::Basics,
        Resource::Special,
        Resource::Service,
        Resource::Care,
        Resource::Attendance,
        Resource::Diary,
    ],
);

/// How often a job says how far it is.
const TELLING: Duration = Duration::from_millis(700);

/// Checks the file of a run, and keeps what was found.
pub(crate) async fn check(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let visit = desk.visit(visitor, SPEC, CHECK).await?;
    let run = visit.import(target(job)?).await?;
    if run.state == ImportState::Checking {
        let (told, far) = listening();
        let step = async {
            let report = check_run(&visit, &run, &told).await?;
            keep_checked(&visit, &run, &report).await
        };
        let checked = reporting(desk, job, &far, step).await;
        unless_given_up(&visit, run.id, checked.map(drop)).await?;
    }
    Ok(desk.finish_job(job, JobState::Done, "import-job-checked").await?)
}

/// Brings the file of a run in. A run that a lost node has staged in part begins anew.
pub(crate) async fn bring(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let visit = desk.visit(visitor, SPEC, BRING).await?;
    let run = visit.import(target(job)?).await?;
    if run.state == ImportState::Staging {
        let (told, far) = listening();
        let brought = reporting(desk, job, &far, bring_run(&visit, &run, &told)).await;
        unless_given_up(&visit, run.id, brought.map(drop)).await?;
    }
    Ok(desk
        .finish_job(job, JobState::Done, "import-job-published")
        .await?)
}

/// A step of a run that its main user gave up meanwhile fails, as it should; then all that it staged is taken back.
async fn unless_given_up(visit: &Visit, run: ImportId, stepped: Answer<()>) -> Answer<()> {
    if stepped.is_err() && visit.import(run).await?.state == ImportState::Discarded {
        visit.unstage(run).await?;
        visit.drop_file(run).await?;
        return Ok(());
    }
    stepped
}

/// What would come in.
pub(super) async fn check_run(visit: &Visit, run: &ImportRun, told: &Told) -> Answer<Report> {
    let (file, about) = opened(visit, run).await?;
    let prepared = prepare(visit, file, Arc::new(about.plan)).await?;
    // What was read is in the log before it is told of.
    visit.settle().await?;
    bringing::rehearse(prepared, told).await
}

/// Keeps what was found, and takes the run to its next step.
pub(super) async fn keep_checked(visit: &Visit, run: &ImportRun, report: &Report) -> Answer<i64> {
    visit
        .keep(run.id, Kept::Report, &report.to_bytes().map_err(DeskError::from)?)
        .await?;
    let about = About {
        tally: report.sheets.clone(),
        ..About::of(run)?
    }
    .to_bytes()?;
    let change = ImportChange {
        seen: run.version,
        from: &[ImportState::Checking],
        to: ImportState::Checked,
        about: Some(&about),
        job: None,
    };
    Ok(visit.change_import(run.id, change).await?)
}

/// Stages and publishes.
pub(super) async fn bring_run(visit: &Visit, run: &ImportRun, told: &Told) -> Answer<Report> {
    visit.unstage(run.id).await?;
    let (file, about) = opened(visit, run).await?;
    let prepared = prepare(visit, file, Arc::new(about.plan.clone())).await?;
    visit.settle().await?;
    let report = bringing::stage(visit, run.id, prepared, told).await?;
    visit
        .keep(run.id, Kept::Report, &report.to_bytes().map_err(DeskError::from)?)
        .await?;
    let about = About {
        tally: report.sheets.clone(),
        ..about
    }
    .to_bytes()?;
    let change = ImportChange {
        seen: run.version,
        from: &[ImportState::Staging],
        to: ImportState::Staging,
        about: Some(&about),
        job: None,
    };
    visit.change_import(run.id, change).await?;
    visit.publish_import(run.id).await?;
    visit.drop_file(run.id).await?;
    Ok(report)
}

async fn opened(visit: &Visit, run: &ImportRun) -> Answer<(Arc<SourceFile>, About)> {
    let bytes = visit.kept(run.id, Kept::File).await?.ok_or(DeskError::Hidden)?;
    let today = visit.today();
    let file = aside(move || SourceFile::read(&bytes, today)).await?;
    let file =
        file.map_err(|reason| Failure::Internal(format!("a kept file is not read any more: {reason}")))?;
    Ok((Arc::new(file), About::of(run)?))
}

fn target(job: &Job) -> Answer<ImportId> {
    Ok(ImportId(
        job.target.ok_or(DeskError::Stored("a job without its import"))?,
    ))
}

/// How much is done, and of how much.
type Far = Arc<(AtomicUsize, AtomicUsize)>;

/// Hears how far a step is.
fn listening() -> (Told, Far) {
    let far = Far::default();
    let heard = Arc::clone(&far);
    let told: Told = Arc::new(move |done, total| {
        heard.0.store(done, Ordering::Relaxed);
        heard.1.store(total, Ordering::Relaxed);
    });
    (told, far)
}

/// Runs a long step and tells from time to time how far it is, which also keeps the job's claim.
async fn reporting<T>(desk: &Desk, job: &Job, far: &Far, step: impl Future<Output = Answer<T>>) -> Answer<T> {
    let number = |part: &AtomicUsize| i64::try_from(part.load(Ordering::Relaxed)).unwrap_or(i64::MAX);
    // Both go on side by side: a step that holds the writer must never wait for the one that reports on it.
    let reporter = async {
        loop {
            tokio::time::sleep(TELLING).await;
            if let Err(error) = desk.report_job(job, number(&far.0), number(&far.1)).await {
                return Err(Failure::from(error));
            }
        }
    };
    tokio::select! {
        done = step => done,
        failed = reporter => failed,
    }
}
