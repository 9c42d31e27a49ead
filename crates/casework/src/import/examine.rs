//! Walks a whole file once it is known who is who. Pure: what the register said stands in the roll.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_values::Mark;

use super::{
    checking::{
        At, Finding, Rules, attendance,
        client::{self, NewClient},
        diary::{self, OldEntry},
        directory::{Directory, Reference, Standing, references},
    },
    columns::{Meaning, Plan, SheetKind},
    file::{PlannedSheet, SourceFile},
    roll::Surveyed,
};

/// Somebody who comes in.
#[derive(Debug)]
pub(crate) struct Newcomer {
    /// The id that they get.
    pub(crate) subject: SubjectId,
    /// Where they stand in the file.
    pub(crate) at: At,
    /// Everything that the file tells of them.
    pub(crate) client: NewClient,
    /// What is said of the row.
    pub(crate) findings: Vec<Finding>,
}

/// A row of another sheet, about a client who is there or comes in.
#[derive(Debug)]
pub(crate) struct Told<T> {
    /// Where it stands in the file.
    pub(crate) at: At,
    /// Whom it is about; none when the row is kept out.
    pub(crate) about: Option<Standing>,
    /// What it says; nothing when the row is kept out.
    pub(crate) content: Option<T>,
    /// What is said of the row.
    pub(crate) findings: Vec<Finding>,
}

/// Reads some newcomers in full.
pub(crate) fn newcomers(
    file: &SourceFile,
    plan: &Plan,
    some: &[(Surveyed, SubjectId)],
    rules: &Rules,
) -> Vec<Newcomer> {
    let sheets: Vec<PlannedSheet<'_>> = file.sheets(plan, SheetKind::Clients).collect();
    let sheet_of = |place: usize| sheets.iter().find(|sheet| sheet.place == place);
    let newcomer = |(surveyed, subject): &(Surveyed, SubjectId)| {
        let sheet = sheet_of(surveyed.sheet)?;
        let at = At {
            sheet: surveyed.sheet,
            row: surveyed.row,
        };
        let row = &sheet.rows[surveyed.place];
        let (client, findings) = client::read(row, sheet.header, sheet.plan, &surveyed.who, at, rules);
        Some(Newcomer {
            subject: *subject,
            at,
            client,
            findings,
        })
    };
    some.iter().filter_map(newcomer).collect()
}

/// What the rows of attendance and diary call their clients, each once, where nobody of the file is meant.
pub(crate) fn unanswered(file: &SourceFile, plan: &Plan, directory: &Directory) -> Vec<Reference> {
    let mut asked = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for kind in [SheetKind::Attendance, SheetKind::Diary] {
        for sheet in file.sheets(plan, kind) {
            for reference in sheet.rows.iter().flat_map(|row| references(row, sheet.plan)) {
                if directory.lacks(&reference) && seen.insert(reference.clone()) {
                    asked.push(reference);
                }
            }
        }
    }
    asked
}

/// Every row of attendance.
pub(crate) fn attendance(
    file: &SourceFile,
    plan: &Plan,
    directory: &Directory,
    rules: &Rules,
) -> Vec<Told<Vec<(Date, Mark)>>> {
    let mut told = Vec::new();
    for sheet in file.sheets(plan, SheetKind::Attendance) {
        let days = file.days(sheet.place);
        for row in sheet.rows {
            let at = At {
                sheet: sheet.place,
                row: row.number,
            };
            let read = attendance::read(row, sheet.plan, &days, at, rules);
            let about = match directory.resolve(&references(row, sheet.plan)) {
                Ok(standing) => standing,
                Err(reason) => {
                    told.push(kept_out(at, unknown(&sheet, at, reason)));
                    continue;
                }
            };
            let mut findings = read.findings;
            let content = if read.marks.is_empty() {
                findings.push(at.refused(None, "import-no-marks"));
                None
            } else {
                Some(read.marks)
            };
            told.push(Told {
                at,
                about: content.as_ref().map(|_| about),
                content,
                findings,
            });
        }
    }
    told
}

/// Every row of diaries.
pub(crate) fn diary(
    file: &SourceFile,
    plan: &Plan,
    directory: &Directory,
    rules: &Rules,
) -> Vec<Told<OldEntry>> {
    let mut told = Vec::new();
    for sheet in file.sheets(plan, SheetKind::Diary) {
        for row in sheet.rows {
            let at = At {
                sheet: sheet.place,
                row: row.number,
            };
            let about = directory.resolve(&references(row, sheet.plan));
            told.push(match (about, diary::read(row, sheet.plan, at, rules)) {
                (Ok(standing), Ok(entry)) => Told {
                    at,
                    about: Some(standing),
                    content: Some(entry),
                    findings: Vec::new(),
                },
                (Err(reason), _) => kept_out(at, unknown(&sheet, at, reason)),
                (_, Err(finding)) => kept_out(at, finding),
            });
        }
    }
    told
}

fn kept_out<T>(at: At, finding: Finding) -> Told<T> {
    Told {
        at,
        about: None,
        content: None,
        findings: vec![finding],
    }
}

fn unknown(sheet: &PlannedSheet<'_>, at: At, (key, other): (&'static str, Option<u32>)) -> Finding {
    let column = [Meaning::Who, Meaning::FullName, Meaning::Number]
        .into_iter()
        .find_map(|meaning| sheet.plan.column_of(meaning));
    Finding {
        other,
        ..at.refused(column, key)
    }
}
