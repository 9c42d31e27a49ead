//! An import from the command line: the same steps one after the other, in the name of a main user.

use polku_desk::{Desk, ImportState, Visit, Visitor};
use polku_pages::Texts;
use polku_web::Answer;

use super::{
    about::About,
    bringing::Told,
    columns::{Meaning, Plan, asks_necessity},
    job::{self, SPEC},
    report::SheetTally,
    steps, words,
};

/// What a command asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The old system, by whose numbers clients are known again.
    pub system: String,
    /// Why the special-category fields of the file are necessary (A4), where nobody decided that on the page.
    pub necessity: Option<String>,
    /// Whether the rows are brought in or only told of.
    pub purpose: Purpose,
}

/// What a file is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To tell what would come in.
    Rehearse,
    /// To bring it in.
    Bring,
}

/// How a file was answered.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It has to be decided otherwise first: sentences that say what.
    Undecided(Vec<String>),
    /// What became, or would become, of its rows.
    Told(Summary),
}

/// What became of a file's rows.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Line by line for each sheet.
    pub sheets: Vec<SheetSummary>,
    /// The report as CSV.
    pub report: Vec<u8>,
}

/// What became of a sheet's rows.
#[derive(Clone, Debug)]
pub struct SheetSummary {
    /// What the sheet is called.
    pub name: String,
    /// Rows below the header.
    pub rows: usize,
    /// Rows that come in.
    pub imported: usize,
    /// Rows that were in the register already.
    pub known: usize,
    /// Rows that are kept out.
    pub refused: usize,
}

/// Reads a file in the name of a main user and tells of it, or brings it in. `told` hears how far it is.
///
/// # Errors
/// Why the file is not read, what the desk refuses, or that the database failed; then nothing of it is in the register.
pub async fn import_file(
    desk: &Desk,
    visitor: Visitor,
    asked: &Asked,
    bytes: Vec<u8>,
    texts: Texts,
    told: Told,
) -> Answer<Outcome> {
    let visit = desk.visit(visitor, SPEC, "polku import").await?;
    let id = steps::arrive(&visit, &asked.system, bytes).await?;
    let answered = carry_on(&visit, id, asked, texts, &told).await;
    visit.settle().await?;
    let left = visit.import(id).await?;
    if left.state != ImportState::Published {
        steps::give_up(&visit, &left, left.version).await?;
        visit.unstage(id).await?;
    }
    answered
}

async fn carry_on(
    visit: &Visit,
    id: polku_desk::ids::ImportId,
    asked: &Asked,
    texts: Texts,
    told: &Told,
) -> Answer<Outcome> {
    let run = visit.import(id).await?;
    let mut about = About::of(&run)?;
    if let Some(necessity) = &asked.necessity {
        state_necessity(&mut about.plan, necessity);
    }
    let problems = steps::problems(visit, &about, &about.plan)?;
    if !problems.is_empty() {
        let said = problems
            .iter()
            .map(|problem| words::problem(texts, &about.outline, problem));
        return Ok(Outcome::Undecided(said.collect()));
    }
    let outline = about.outline.clone();
    let report = match asked.purpose {
        Purpose::Rehearse => {
            let run = steps::decide_here(visit, &run, about.plan, ImportState::Checking).await?;
            job::check_run(visit, &run, told).await?
        }
        Purpose::Bring => {
            let run = steps::decide_here(visit, &run, about.plan, ImportState::Staging).await?;
            job::bring_run(visit, &run, told).await?
        }
    };
    let sheets = report.sheets.iter().enumerate();
    let summary = Summary {
        sheets: sheets
            .filter(|(_, tally)| tally.rows > 0)
            .map(|(place, tally)| summary(words::sheet_name(texts, &outline, place), *tally))
            .collect(),
        report: words::csv(texts, &outline, &report)?,
    };
    Ok(Outcome::Told(summary))
}

fn summary(name: String, tally: SheetTally) -> SheetSummary {
    SheetSummary {
        name,
        rows: tally.rows,
        imported: tally.imported,
        known: tally.known,
        refused: tally.refused,
    }
}

/// States why special-category fields are necessary where nothing is stated yet.
fn state_necessity(plan: &mut Plan, necessity: &str) {
    for sheet in &mut plan.sheets {
        for meaning in &sheet.columns {
            if let Meaning::Field(field) = meaning
                && asks_necessity(*field)
            {
                let stated = sheet.necessity.entry(field.key().to_owned()).or_default();
                if stated.trim().is_empty() {
                    necessity.clone_into(stated);
                }
            }
        }
    }
}
