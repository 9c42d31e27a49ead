//! Imports for programs: how far they are, by token; their steps, as administration, only in a session that was proven anew.

use std::collections::BTreeMap;

use axum::Json;
use jiff::Timestamp;
use polku_desk::{DeskError, ImportRun, ImportState, Visit, ids::ImportId};
use polku_web::{
    API, Answer, ApiDoc, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, InvalidField, JsonBody, Method,
    Path, Query, Reader, Response, Routes, StatusCode, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    LOOK, STEP,
    about::About,
    checking::Weight,
    columns::{Meaning, Plan, SheetKind, SheetPlan},
    steps,
    upload::SentFile,
    view, words,
};

/// How many findings are told at most at once.
const MOST: usize = 1_000;
/// How many imports are listed.
const LISTED: i64 = 50;

/// The API of imports.
pub(super) fn routes() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/imports",
            LOOK,
            ApiDoc::new("The register's imports, the latest first").answers::<Vec<ImportBody>>(),
            list,
        )
        .api(
            Method::POST,
            "/imports",
            STEP,
            ApiDoc::new("Send a CSV or XLSX file as the whole body, and get a plan for its columns")
                .query(&["system"])
                .answers::<ImportBody>()
                .creates(),
            arrive,
        )
        .api(
            Method::GET,
            "/imports/{run}",
            LOOK,
            ApiDoc::new("An import: its plan, how far it is, and what became of its rows")
                .answers::<ImportBody>(),
            show,
        )
        .api(
            Method::PUT,
            "/imports/{run}/plan",
            STEP,
            ApiDoc::new("Decide what the columns mean, and have the file checked by that")
                .takes::<PlanBody>()
                .answers::<ImportBody>(),
            decide,
        )
        .api(
            Method::GET,
            "/imports/{run}/findings",
            LOOK,
            ApiDoc::new("What is said of the rows, in the order of the file")
                .query(&["after", "limit"])
                .answers::<FindingsBody>(),
            findings,
        )
        .with(ending())
}

fn ending() -> Routes {
    Routes::new()
        .api(
            Method::PUT,
            "/imports/{run}/start",
            STEP,
            ApiDoc::new("Bring a checked file in: all of it or nothing").answers::<ImportBody>(),
            start,
        )
        .api(
            Method::DELETE,
            "/imports/{run}",
            STEP,
            ApiDoc::new("Give an import up that is not in the register yet").silent(),
            give_up,
        )
}

/// An import.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ImportBody {
    /// Its id.
    id: ImportId,
    /// How many times it changed: for If-Match.
    version: i64,
    /// How far it is.
    state: ImportState,
    /// When it was begun.
    created_at: Timestamp,
    /// When its rows came to count.
    published_at: Option<Timestamp>,
    /// How far the job is that works on it.
    progress: Option<ProgressBody>,
    /// What was decided.
    plan: PlanBody,
    /// The sheets of the file with what became, or would become, of their rows.
    sheets: Vec<SheetBody>,
}

/// How far a job is.
#[derive(Debug, Serialize, JsonSchema)]
struct ProgressBody {
    /// So much is done…
    done: i64,
    /// …of so much; zero while it is not known.
    total: i64,
}

/// What was decided about a file.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct PlanBody {
    /// The old system, by whose numbers clients are known again.
    system: String,
    /// The key of one of the register's sources: who told what is in the file.
    told_by: String,
    /// A decision about each sheet, in order.
    sheets: Vec<SheetPlanBody>,
}

/// What was decided about a sheet.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct SheetPlanBody {
    /// What it holds.
    kind: SheetKind,
    /// What each column means: `skip`, `number`, `full-name`, `who`, `note`, `day`, `entry-date`, `entry-text`,
    /// `entry-author` or `field.` with the key of a field.
    columns: Vec<String>,
    /// Why each special-category field is necessary, by the field's key.
    #[serde(default)]
    necessity: BTreeMap<String, String>,
}

/// A sheet of a file.
#[derive(Debug, Serialize, JsonSchema)]
struct SheetBody {
    /// Its name; empty for a CSV.
    name: String,
    /// Its headings.
    headings: Vec<String>,
    /// How many rows stand below them.
    rows: usize,
    /// Rows that come in; nothing before the check.
    imported: Option<usize>,
    /// Rows that are in the register already.
    known: Option<usize>,
    /// Rows that are kept out.
    refused: Option<usize>,
    /// Marks of attendance that come in.
    marks: Option<usize>,
}

/// Some of what is said of the rows.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FindingsBody {
    /// In the order of the file.
    findings: Vec<FindingBody>,
    /// What to ask `after` for the next ones; nothing when these are the last.
    next: Option<usize>,
}

/// Something that is said of a row.
#[derive(Debug, Serialize, JsonSchema)]
struct FindingBody {
    /// The place of the sheet in the file, from 0.
    sheet: usize,
    /// The row, as a spreadsheet shows it.
    row: u32,
    /// The place of the column, from 0.
    column: Option<usize>,
    /// What it means for the row.
    weight: Weight,
    /// What is said, as a stable name.
    key: String,
    /// The same in words.
    text: String,
}

impl From<&Plan> for PlanBody {
    fn from(plan: &Plan) -> Self {
        let sheet = |sheet: &SheetPlan| SheetPlanBody {
            kind: sheet.kind,
            columns: sheet.columns.iter().map(|meaning| meaning.key()).collect(),
            necessity: sheet.necessity.clone(),
        };
        Self {
            system: plan.system.clone(),
            told_by: plan.told_by.clone(),
            sheets: plan.sheets.iter().map(sheet).collect(),
        }
    }
}

impl PlanBody {
    fn read(self) -> Answer<Plan> {
        let mut sheets = Vec::with_capacity(self.sheets.len());
        for sheet in self.sheets {
            let columns: Option<Vec<Meaning>> =
                sheet.columns.iter().map(|key| Meaning::from_key(key)).collect();
            sheets.push(SheetPlan {
                kind: sheet.kind,
                columns: columns.ok_or(Failure::Unreadable("a column's meaning is not known"))?,
                necessity: sheet.necessity,
            });
        }
        Ok(Plan {
            system: self.system,
            told_by: self.told_by,
            sheets,
        })
    }
}

async fn list(visit: AtDesk) -> Answer<Json<Vec<ImportBody>>> {
    let mut bodies = Vec::new();
    for run in visit.imports(LISTED).await? {
        bodies.push(body(&visit, &run).await?);
    }
    Ok(Json(bodies))
}

async fn show(visit: AtDesk, Path(id): Path<ImportId>) -> Answer {
    told(&visit, id).await
}

#[derive(Debug, Deserialize)]
struct AskedSystem {
    system: String,
}

async fn arrive(visit: AtDesk, Query(from): Query<AskedSystem>, SentFile(file): SentFile) -> Answer {
    let id = steps::arrive(&visit, &from.system, file).await?;
    let run = visit.import(id).await?;
    let place = format!("{API}/imports/{id}");
    let answer = (
        StatusCode::CREATED,
        [(header::LOCATION, place)],
        Json(body(&visit, &run).await?),
    );
    Ok(EntityTag(run.version).on(answer.into_response()))
}

async fn decide(
    visit: AtDesk,
    Path(id): Path<ImportId>,
    IfMatch(seen): IfMatch,
    JsonBody(sent): JsonBody<PlanBody>,
) -> Answer {
    let run = visit.import(id).await?;
    let plan = sent.read()?;
    let problems = steps::problems(&visit, &About::of(&run)?, &plan)?;
    if !problems.is_empty() {
        let invalid = problems.iter().map(|problem| InvalidField {
            field: "sheets",
            key: problem.key,
        });
        return Err(Failure::Invalid(invalid.collect()));
    }
    steps::decide(&visit, &run, seen, plan)
        .await
        .map_err(IfMatch::or_failed)?;
    told(&visit, id).await
}

async fn start(visit: AtDesk, Path(id): Path<ImportId>, IfMatch(seen): IfMatch) -> Answer {
    steps::start(&visit, id, seen).await.map_err(IfMatch::or_failed)?;
    told(&visit, id).await
}

async fn give_up(visit: AtDesk, Path(id): Path<ImportId>, IfMatch(seen): IfMatch) -> Answer<Response> {
    let run = visit.import(id).await?;
    steps::give_up(&visit, &run, seen)
        .await
        .map_err(IfMatch::or_failed)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
struct AskedFindings {
    after: usize,
    limit: Option<usize>,
}

async fn findings(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<ImportId>,
    Query(asked): Query<AskedFindings>,
) -> Answer<Json<FindingsBody>> {
    let run = visit.import(id).await?;
    let report = steps::report(&visit, &run).await?.ok_or(DeskError::Hidden)?;
    let until = asked.after.saturating_add(asked.limit.unwrap_or(MOST).min(MOST));
    let some = report.findings.iter().skip(asked.after).take(until - asked.after);
    let findings = some.map(|finding| FindingBody {
        sheet: finding.sheet,
        row: finding.row,
        column: finding.column,
        weight: finding.weight,
        key: finding.key.to_string(),
        text: words::said(reader.texts, finding),
    });
    Ok(Json(FindingsBody {
        findings: findings.collect(),
        next: (until < report.findings.len()).then_some(until),
    }))
}

async fn told(visit: &Visit, id: ImportId) -> Answer {
    let run = visit.import(id).await?;
    Ok(EntityTag(run.version).on(Json(body(visit, &run).await?).into_response()))
}

async fn body(visit: &Visit, run: &ImportRun) -> Answer<ImportBody> {
    let about = About::of(run)?;
    let progress = match run.job {
        Some(job) if view::is_under_way(run.state) => Some(visit.job_progress(job).await?),
        _ => None,
    };
    let sheets = about.outline.sheets.iter().enumerate().map(|(place, sheet)| {
        let tally = about.tally.get(place);
        SheetBody {
            name: sheet.name.clone(),
            headings: sheet.header.clone(),
            rows: sheet.rows,
            imported: tally.map(|tally| tally.imported),
            known: tally.map(|tally| tally.known),
            refused: tally.map(|tally| tally.refused),
            marks: tally.map(|tally| tally.marks),
        }
    });
    Ok(ImportBody {
        id: run.id,
        version: run.version,
        state: run.state,
        created_at: run.created_at,
        published_at: run.published_at,
        progress: progress.map(|job| ProgressBody {
            done: job.done,
            total: job.total,
        }),
        plan: PlanBody::from(&about.plan),
        sheets: sheets.collect(),
    })
}
