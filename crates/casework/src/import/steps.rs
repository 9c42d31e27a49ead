//! The steps of an import, as its pages, its API and the command line take them: arrive, decide, check, bring in, give up.

use std::sync::Arc;

use polku_desk::{DeskError, ImportChange, ImportRun, ImportState, Kept, Visit, ids::ImportId};
use polku_web::{API, Answer, Failure, InvalidField};

use super::{
    about::About,
    columns::{Plan, PlanProblem},
    file::SourceFile,
    job::{BRING, CHECK},
    preparation::aside,
    report::Report,
    store,
};

/// The most characters of the old system's name.
pub(crate) const LONGEST_SYSTEM: usize = 100;

/// The states in which a main user can still give an import up.
const OPEN: &[ImportState] = &[
    ImportState::Uploaded,
    ImportState::Checking,
    ImportState::Checked,
    ImportState::Staging,
];

/// Keeps a file, sealed, with a plan as one would likely decide or as was decided for such files before.
///
/// # Errors
/// [`Failure::Invalid`] of `file` or `system`, in words, when there is nothing to import.
pub(crate) async fn arrive(visit: &Visit, system: &str, bytes: Vec<u8>) -> Answer<ImportId> {
    let system = system.trim().to_owned();
    check_system(&system)?;
    let today = visit.today();
    let bytes = Arc::new(zeroize::Zeroizing::new(bytes));
    let read = {
        let bytes = Arc::clone(&bytes);
        aside(move || SourceFile::read(&bytes, today)).await?
    };
    let outline = read.map_err(|reason| invalid("file", reason.key()))?.outline;
    let plan = store::remembered_plan(visit, &outline, &system).await?;
    let about = About {
        outline,
        plan,
        tally: Vec::new(),
    };
    let run = ImportId(visit.new_id());
    visit.will_create(format!("{API}/imports/{run}"), 2);
    visit.begin_import(run, &about.to_bytes()?).await?;
    visit.keep(run, Kept::File, &bytes).await?;
    let change = ImportChange {
        seen: 1,
        from: &[ImportState::Arriving],
        to: ImportState::Uploaded,
        about: None,
        job: None,
    };
    visit.change_import(run, change).await?;
    Ok(run)
}

/// Whether the old system's name can be one: by it clients are known again.
fn check_system(system: &str) -> Answer<()> {
    match system.chars().count() {
        0 => Err(invalid("system", "import-system-missing")),
        length if length > LONGEST_SYSTEM => Err(invalid("system", "import-system-long")),
        _ => Ok(()),
    }
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}

/// What is to be decided otherwise before a file can be checked.
pub(crate) fn problems(visit: &Visit, about: &About, plan: &Plan) -> Answer<Vec<PlanProblem>> {
    Ok(plan.problems(&about.outline, &*visit.profile()?, visit.today()))
}

/// Keeps what was decided, remembers it for the next file of the kind, and has the file checked by it. The plan has no
/// [`problems`].
pub(crate) async fn decide(visit: &Visit, run: &ImportRun, seen: i64, plan: Plan) -> Answer<()> {
    let next = Next {
        state: ImportState::Checking,
        job: Some(CHECK),
    };
    change_plan(visit, run, seen, plan, next).await
}

/// The same for the command line, which checks or brings in at once. Answers the run as it is then.
pub(super) async fn decide_here(
    visit: &Visit,
    run: &ImportRun,
    plan: Plan,
    state: ImportState,
) -> Answer<ImportRun> {
    let next = Next { state, job: None };
    change_plan(visit, run, run.version, plan, next).await?;
    Ok(visit.import(run.id).await?)
}

/// What comes after a decision.
#[derive(Clone, Copy)]
struct Next {
    state: ImportState,
    job: Option<&'static str>,
}

async fn change_plan(visit: &Visit, run: &ImportRun, seen: i64, plan: Plan, next: Next) -> Answer<()> {
    let about = About {
        plan,
        tally: Vec::new(),
        ..About::of(run)?
    };
    let change = ImportChange {
        seen,
        from: &[ImportState::Uploaded, ImportState::Checked],
        to: next.state,
        about: Some(&about.to_bytes()?),
        job: next.job,
    };
    visit.change_import(run.id, change).await?;
    Ok(store::remember_plan(visit, &about.outline, &about.plan).await?)
}

/// Has a checked file brought in.
///
/// # Errors
/// [`DeskError::Conflict`] when it was not checked as it was seen, [`DeskError::Refused`] when another import is under
/// way.
pub(crate) async fn start(visit: &Visit, run: ImportId, seen: i64) -> Answer<()> {
    let change = ImportChange {
        seen,
        from: &[ImportState::Checked],
        to: ImportState::Staging,
        about: None,
        job: Some(BRING),
    };
    visit.change_import(run, change).await?;
    Ok(())
}

/// Gives an import up: nothing of it comes into the register. What was staged already is taken back by the job that
/// stages it, which sees that it was given up.
///
/// # Errors
/// [`DeskError::Conflict`] when it is in the register already.
pub(crate) async fn give_up(visit: &Visit, run: &ImportRun, seen: i64) -> Answer<()> {
    let change = ImportChange {
        seen,
        from: OPEN,
        to: ImportState::Discarded,
        about: None,
        job: None,
    };
    visit.change_import(run.id, change).await?;
    visit.drop_file(run.id).await?;
    Ok(())
}

/// What was found in a file; nothing while it was not checked.
pub(crate) async fn report(visit: &Visit, run: &ImportRun) -> Answer<Option<Report>> {
    let told = matches!(
        run.state,
        ImportState::Checked | ImportState::Staging | ImportState::Published
    );
    if !told {
        return Ok(None);
    }
    let Some(bytes) = visit.kept(run.id, Kept::Report).await? else {
        return Ok(None);
    };
    let report = aside(move || Report::from_bytes(&bytes)).await?;
    Ok(Some(report.map_err(DeskError::from)?))
}
