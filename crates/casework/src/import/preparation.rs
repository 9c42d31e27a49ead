//! All that is known before anything is written: who comes in, who is known, what each row says.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jiff::civil::Date;
use polku_desk::{ImportMark, SubjectId, Visit};
use polku_values::Mark;
use polku_web::{Answer, Failure};

use super::{
    acquaintance,
    checking::{Rules, diary::OldEntry, directory::Standing},
    columns::Plan,
    examine::{self, Told},
    file::SourceFile,
    report::Report,
    roll::{self, Roll, Surveyed},
    store,
};

/// A file ready to be told of or brought in.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) file: Arc<SourceFile>,
    pub(super) plan: Arc<Plan>,
    pub(super) rules: Arc<Rules>,
    /// Those who come in.
    pub(super) newcomers: Arc<Vec<(Surveyed, SubjectId)>>,
    /// Rows of attendance that come in.
    pub(super) attendance: Vec<(Standing, Vec<(Date, Mark)>)>,
    /// Entries that come in, with what each is known again by.
    pub(super) diary: Vec<(Standing, OldEntry, ImportMark)>,
    /// What is to be said so far: everything but the newcomers' own rows.
    pub(super) report: Report,
}

/// Runs what is pure and long apart from the threads that answer pages.
pub(super) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    tokio::task::spawn_blocking(work)
        .await
        // A panic's own message may quote a cell.
        .map_err(|_| Failure::Internal("an import's checks stopped".into()))
}

/// Reads a file's people, asks the register whom it knows, and reads all other rows.
pub(super) async fn prepare(visit: &Visit, file: Arc<SourceFile>, plan: Arc<Plan>) -> Answer<Prepared> {
    let rules = Arc::new(acquaintance::rules(visit, &plan).await?);
    let survey = {
        let (file, plan, rules) = (Arc::clone(&file), Arc::clone(&plan), Arc::clone(&rules));
        aside(move || roll::survey(&file, &plan, &rules)).await?
    };
    let answers = acquaintance::of_people(visit, &survey, &plan).await?;
    let mut roll = survey.settle(&answers, || SubjectId(visit.new_id()));
    meet_references(visit, &file, &plan, &mut roll).await?;
    let Roll {
        newcomers,
        findings,
        directory,
    } = roll;
    let (attendance, diary) = {
        let (file, plan, rules) = (Arc::clone(&file), Arc::clone(&plan), Arc::clone(&rules));
        aside(move || {
            let attendance = examine::attendance(&file, &plan, &directory, &rules);
            (attendance, examine::diary(&file, &plan, &directory, &rules))
        })
        .await?
    };
    let mut report = Report::new(plan.sheets.iter().map(|sheet| sheet.kind));
    for finding in findings {
        report.enter(finding.sheet, vec![finding]);
    }
    let attendance = new_marks(visit, attendance, &mut report).await?;
    let diary = new_entries(visit, diary, &mut report).await?;
    Ok(Prepared {
        file,
        plan,
        rules,
        newcomers: Arc::new(newcomers),
        attendance,
        diary,
        report,
    })
}

async fn meet_references(visit: &Visit, file: &SourceFile, plan: &Plan, roll: &mut Roll) -> Answer<()> {
    let asked = examine::unanswered(file, plan, &roll.directory);
    for (reference, holders) in acquaintance::of_references(visit, asked, plan).await? {
        roll.directory.enter_known(&reference, &holders);
    }
    Ok(())
}

/// Marks that are not in the register yet. A day that is marked already stays as it is.
async fn new_marks(
    visit: &Visit,
    told: Vec<Told<Vec<(Date, Mark)>>>,
    report: &mut Report,
) -> Answer<Vec<(Standing, Vec<(Date, Mark)>)>> {
    let known: HashSet<SubjectId> = told.iter().filter_map(|row| known(row.about)).collect();
    let known: Vec<SubjectId> = known.into_iter().collect();
    let mut marked: HashMap<Standing, HashSet<Date>> = store::marked_days(visit, &known)
        .await?
        .into_iter()
        .map(|(person, days)| (Standing::Known(person), days.into_iter().collect()))
        .collect();
    let mut new = Vec::new();
    for mut row in told {
        if let (Some(standing), Some(marks)) = (row.about, row.content) {
            // The same day in two rows of one person counts once as well.
            let days = marked.entry(standing).or_default();
            let marks: Vec<(Date, Mark)> = marks.into_iter().filter(|(day, _)| days.insert(*day)).collect();
            if marks.is_empty() {
                row.findings.push(row.at.known("import-marks-known"));
            } else {
                report.sheets[row.at.sheet].marks += marks.len();
                new.push((standing, marks));
            }
        }
        report.enter(row.at.sheet, row.findings);
    }
    Ok(new)
}

/// Entries that are not in the register yet.
async fn new_entries(
    visit: &Visit,
    told: Vec<Told<OldEntry>>,
    report: &mut Report,
) -> Answer<Vec<(Standing, OldEntry, ImportMark)>> {
    let marks = marks_of_entries(visit, &told).await?;
    let of_known: Vec<ImportMark> = told
        .iter()
        .zip(&marks)
        .filter(|(row, _)| known(row.about).is_some())
        .filter_map(|(_, mark)| *mark)
        .collect();
    let marked = visit.marked(&of_known).await?;
    let mut first: HashMap<ImportMark, u32> = HashMap::new();
    let mut new = Vec::new();
    for (mut row, mark) in told.into_iter().zip(marks) {
        if let (Some(standing), Some(entry), Some(mark)) = (row.about, row.content, mark) {
            let first = *first.entry(mark).or_insert(row.at.row);
            if marked.contains_key(&mark) {
                row.findings.push(row.at.known("import-entry-known"));
            } else if first == row.at.row {
                new.push((standing, entry, mark));
            } else {
                row.findings
                    .push(row.at.refused(None, "import-entry-twice").with_row(first));
            }
        }
        report.enter(row.at.sheet, row.findings);
    }
    Ok(new)
}

async fn marks_of_entries(visit: &Visit, told: &[Told<OldEntry>]) -> Answer<Vec<Option<ImportMark>>> {
    let entries: Vec<(SubjectId, String, &OldEntry)> = told
        .iter()
        .filter_map(|row| {
            let entry = row.content.as_ref()?;
            Some((whose(row.about?)?, entry.dated.to_string(), entry))
        })
        .collect();
    let parts: Vec<Vec<&[u8]>> = entries
        .iter()
        .map(|(client, dated, entry)| acquaintance::mark_of_entry(client, dated, entry))
        .collect();
    let mut marks = visit.import_marks(&parts).await?.into_iter();
    Ok(told
        .iter()
        .map(|row| row.content.as_ref().and_then(|_| marks.next()))
        .collect())
}

fn known(about: Option<Standing>) -> Option<SubjectId> {
    match about {
        Some(Standing::Known(person)) => Some(person),
        _ => None,
    }
}

fn whose(standing: Standing) -> Option<SubjectId> {
    match standing {
        Standing::New(person) | Standing::Known(person) => Some(person),
        Standing::Refused { .. } => None,
    }
}

impl Prepared {
    /// Reads the newcomers' own rows, so many at a time.
    pub(super) async fn newcomers(&self, from: usize, count: usize) -> Answer<Vec<examine::Newcomer>> {
        let (file, plan) = (Arc::clone(&self.file), Arc::clone(&self.plan));
        let (rules, newcomers) = (Arc::clone(&self.rules), Arc::clone(&self.newcomers));
        aside(move || {
            let until = newcomers.len().min(from + count);
            examine::newcomers(&file, &plan, &newcomers[from..until], &rules)
        })
        .await
    }

    /// How many steps bringing it in takes.
    pub(super) fn steps(&self) -> usize {
        self.newcomers.len() + self.attendance.len() + self.diary.len()
    }
}
