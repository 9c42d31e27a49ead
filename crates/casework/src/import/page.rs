//! The pages of an import: a file, its columns, what would come in, and how far it is.

use polku_desk::{DeskError, ImportRun, ImportState, Visit, ids::ImportId};
use polku_pages::{form::FormState, frame::Heading};
use polku_web::{
    Answer, AtDesk, Failure, Fields, IntoResponse, InvalidField, Path, Query, Reader, Response, flash,
    flash_warning, header, see_other,
};
use serde::Deserialize;

use super::{
    about::About,
    form::{self, Typed},
    report_view, steps,
    upload::SentForm,
    view, words,
};

/// How many imports the list shows.
const LISTED: i64 = 50;
/// The script that keeps a page about something under way up to date.
const SCRIPTS: &[&str] = &["js/under-way.js"];

/// The register's imports.
pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let mut runs = Vec::new();
    for run in visit.imports(LISTED).await? {
        let about = About::of(&run)?;
        runs.push((run, about));
    }
    let texts = reader.texts;
    Ok(reader.page(
        "import-title",
        &view::list_heading(texts),
        view::list(texts, &runs),
    ))
}

/// Asks for a file.
pub(super) async fn new(reader: Reader) -> Response {
    asking(&reader, &FormState::new())
}

fn asking(reader: &Reader, form: &FormState) -> Response {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("import-new")).back("/import", texts.t("import-back"));
    let body = view::new(texts, form);
    if form.has_errors() {
        reader.page_to_mend("import-title", &[], &heading, body)
    } else {
        reader.page("import-title", &heading, body)
    }
}

/// Takes a file in.
pub(super) async fn arrive(visit: AtDesk, reader: Reader, SentForm { form, file }: SentForm) -> Answer {
    let arrived = match file {
        Some(file) => steps::arrive(&visit, form.value("system"), file).await,
        None => Err(Failure::Invalid(vec![InvalidField {
            field: "file",
            key: "import-file-missing",
        }])),
    };
    match arrived {
        Ok(run) => Ok(see_other(&format!("/import/{run}/columns"))),
        Err(Failure::Invalid(invalid)) => Ok(asking(&reader, &Fields(form).with_errors(&reader, &invalid))),
        Err(other) => Err(other),
    }
}

/// Which part of a report is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// How many remarks precede it.
    from: usize,
    /// Which remarks: `refused`, `remark`, `known` or `all`.
    part: String,
}

/// One import, as far as it is.
pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<ImportId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let run = visit.import(id).await?;
    let about = About::of(&run)?;
    let texts = reader.texts;
    let heading = view::heading(texts, &run, &about);
    let progress = match run.job {
        Some(job) if view::is_under_way(run.state) => Some(visit.job_progress(job).await?),
        _ => None,
    };
    let report = match run.state {
        ImportState::Checked | ImportState::Published => steps::report(&visit, &run).await?,
        _ => None,
    };
    let page = report_view::Page {
        run: &run,
        about: &about,
        report: report.as_ref(),
        part: asked.part.parse().ok(),
        from: asked.from,
    };
    let body = view::run(texts, &page, progress.as_ref());
    Ok(reader.page_with("import-title", SCRIPTS, &heading, body))
}

/// Asks what the columns mean.
pub(super) async fn columns(visit: AtDesk, reader: Reader, Path(id): Path<ImportId>) -> Answer {
    let (run, about) = opened(&visit, id).await?;
    if !view::is_open_for_columns(run.state) {
        return Ok(see_other(&format!("/import/{id}")));
    }
    columns_page(&visit, &reader, &run, &about, &form::filled(&about.plan))
}

fn columns_page(visit: &Visit, reader: &Reader, run: &ImportRun, about: &About, form: &FormState) -> Answer {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("import-columns"))
        .subtitle(about.plan.system.clone())
        .back(format!("/import/{}", run.id), texts.t("import-title"));
    let body = view::columns(texts, &*visit.profile()?, run, about, form, visit.today());
    Ok(if form.has_errors() {
        reader.page_to_mend("import-title", &[], &heading, body)
    } else {
        reader.page("import-title", &heading, body)
    })
}

/// Decides what the columns mean, and has the file checked.
pub(super) async fn decide(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<ImportId>,
    Fields(sent): Fields,
) -> Answer {
    let (run, about) = opened(&visit, id).await?;
    let plan = match form::read(&sent, &about.outline, &about.plan, visit.today()) {
        Typed::Decided(plan) => plan,
        Typed::KindChanged(plan) => {
            let mut again = form::filled(&plan);
            again.error("", reader.texts.t("import-kind-changed"));
            return columns_page(&visit, &reader, &run, &About { plan, ..about }, &again);
        }
    };
    let problems = steps::problems(&visit, &about, &plan)?;
    if !problems.is_empty() {
        let again = form::with_problems(
            form::filled(&plan),
            reader.texts,
            &about.outline,
            &plan,
            &problems,
        );
        return columns_page(&visit, &reader, &run, &About { plan, ..about }, &again);
    }
    let decided = steps::decide(&visit, &run, seen(&sent)?, plan).await;
    gone_on(id, decided, || see_other(&format!("/import/{id}")))
}

/// Has a checked file brought in.
pub(super) async fn start(visit: AtDesk, Path(id): Path<ImportId>, Fields(sent): Fields) -> Answer {
    let started = steps::start(&visit, id, seen(&sent)?).await;
    gone_on(id, started, || see_other(&format!("/import/{id}")))
}

/// Gives an import up.
pub(super) async fn give_up(visit: AtDesk, Path(id): Path<ImportId>, Fields(sent): Fields) -> Answer {
    let run = visit.import(id).await?;
    let given_up = steps::give_up(&visit, &run, seen(&sent)?).await;
    gone_on(id, given_up, || flash("/import", "import-done-given-up"))
}

/// The whole report as a file.
pub(super) async fn report(visit: AtDesk, reader: Reader, Path(id): Path<ImportId>) -> Answer {
    let (run, about) = opened(&visit, id).await?;
    let report = steps::report(&visit, &run).await?.ok_or(DeskError::Hidden)?;
    let csv = words::csv(reader.texts, &about.outline, &report)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"import-report.csv\"",
        ),
    ];
    Ok((headers, csv).into_response())
}

async fn opened(visit: &Visit, id: ImportId) -> Answer<(ImportRun, About)> {
    let run = visit.import(id).await?;
    let about = About::of(&run)?;
    Ok((run, about))
}

fn seen(sent: &FormState) -> Answer<i64> {
    sent.value("version")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks its version"))
}

/// A step that somebody else took first, or that has to wait, leads back to how the import is now.
fn gone_on(id: ImportId, stepped: Answer<()>, next: impl FnOnce() -> Response) -> Answer {
    match stepped {
        Ok(()) => Ok(next()),
        Err(Failure::Desk(DeskError::Conflict)) => Ok(flash_warning(
            &format!("/import/{id}"),
            "import-changed-meanwhile",
        )),
        Err(Failure::Desk(DeskError::Refused(key))) => Ok(flash_warning(&format!("/import/{id}"), key)),
        Err(other) => Err(other),
    }
}
