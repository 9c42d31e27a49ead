//! Stories of rows, without a database: the register knows nobody, or whom a story says.

mod rows;
mod samples;

use std::collections::HashMap;

use jiff::civil::{Date, date};
use polku_desk::SubjectId;
use polku_profile::Profile;
use uuid::Uuid;

use super::{Finding, Rules, Weight};
use crate::import::{
    columns::Plan,
    examine::{self, Newcomer},
    file::SourceFile,
    report::Report,
    roll::{Acquaintance, survey},
};

const TODAY: Date = date(2026, 11, 23);

/// A file examined against a register that knows nobody.
struct Examined {
    newcomers: Vec<Newcomer>,
    report: Report,
    marks: usize,
    entries: usize,
}

fn rules(profile: &str) -> Rules {
    let profile = Profile::shipped(profile).expect("shipped");
    Rules {
        origin: Plan::default().origin(&profile, TODAY),
        profile,
        today: TODAY,
        workers: HashMap::new(),
    }
}

fn examine(bytes: &[u8], profile: &str) -> Examined {
    let file = SourceFile::read(bytes, TODAY).expect("reads");
    let rules = rules(profile);
    let plan = Plan::guessed(&file.outline, &rules.profile, "vanha", TODAY);
    examine_as(&file, &plan, &rules)
}

fn examine_as(file: &SourceFile, plan: &Plan, rules: &Rules) -> Examined {
    let survey = survey(file, plan, rules);
    let strangers = vec![Acquaintance::Stranger; survey.rows.len()];
    let mut next = 0;
    let roll = survey.settle(&strangers, || {
        next += 1;
        SubjectId(Uuid::from_u128(next))
    });
    let mut report = Report::new(plan.sheets.iter().map(|sheet| sheet.kind));
    for finding in &roll.findings {
        report.enter(finding.sheet, vec![finding.clone()]);
    }
    let newcomers = examine::newcomers(file, plan, &roll.newcomers, rules);
    for newcomer in &newcomers {
        report.enter(newcomer.at.sheet, newcomer.findings.clone());
    }
    let attendance = examine::attendance(file, plan, &roll.directory, rules);
    let marks = attendance
        .iter()
        .filter_map(|told| told.content.as_ref())
        .map(Vec::len)
        .sum();
    for told in attendance {
        report.enter(told.at.sheet, told.findings);
    }
    let diary = examine::diary(file, plan, &roll.directory, rules);
    let entries = diary.iter().filter(|told| told.content.is_some()).count();
    for told in diary {
        report.enter(told.at.sheet, told.findings);
    }
    report.sort();
    Examined {
        newcomers,
        report,
        marks,
        entries,
    }
}

impl Examined {
    /// How often each thing is said.
    fn said(&self) -> HashMap<&str, usize> {
        let mut said = HashMap::new();
        for finding in &self.report.findings {
            *said.entry(&*finding.key).or_default() += 1;
        }
        said
    }

    fn keys(&self) -> Vec<&str> {
        self.report.findings.iter().map(|finding| &*finding.key).collect()
    }

    fn refused(&self) -> Vec<&Finding> {
        self.report
            .findings
            .iter()
            .filter(|finding| finding.weight == Weight::Refused)
            .collect()
    }

    fn only(&self) -> &Newcomer {
        assert_eq!(self.newcomers.len(), 1, "{:?}", self.report);
        &self.newcomers[0]
    }
}
