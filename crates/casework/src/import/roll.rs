//! The roll of a file's clients: who each row is, once the register was asked whom it knows.

use std::collections::HashMap;

use polku_desk::SubjectId;

use super::{
    checking::{
        At, Finding, Rules,
        directory::{Directory, Standing},
        survey::{self, KeptOut, Who},
    },
    columns::{Plan, SheetKind},
    file::{PlannedSheet, SourceFile},
};

/// A row of clients before the register was asked.
#[derive(Clone, Debug)]
pub(crate) struct Surveyed {
    /// Which sheet.
    pub(crate) sheet: usize,
    /// Which row below the header.
    pub(crate) place: usize,
    /// The row's number.
    pub(crate) row: u32,
    /// Who it tells of.
    pub(crate) who: Who,
}

/// Every row of clients that may come in, and the findings of those that do not.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// In the order of the file.
    pub(crate) rows: Vec<Surveyed>,
    /// Rows that are kept out, with who they tell of where that can be said.
    refused: Vec<KeptOut>,
}

/// What the register knows of somebody in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Acquaintance {
    /// Nobody.
    Stranger,
    /// Somebody with the same identity code.
    SameCode(SubjectId),
    /// Somebody who came by an earlier import under the same number or name.
    CameBefore(SubjectId),
    /// Somebody else came under the same number.
    NumberOfAnother,
}

/// Who comes in, who is known, and whom the rows of other sheets can mean.
#[derive(Debug, Default)]
pub(crate) struct Roll {
    /// Those who come in, with the ids that they get.
    pub(crate) newcomers: Vec<(Surveyed, SubjectId)>,
    /// What is said of the rows of all others: one finding each.
    pub(crate) findings: Vec<Finding>,
    /// Everyone who can be meant.
    pub(crate) directory: Directory,
}

/// Walks the sheets of clients. Of several rows about the same person the first counts.
pub(crate) fn survey(file: &SourceFile, plan: &Plan, rules: &Rules) -> Survey {
    let mut survey = Survey::default();
    let mut seen: HashMap<Sameness, u32> = HashMap::new();
    for sheet in file.sheets(plan, SheetKind::Clients) {
        for (place, row) in sheet.rows.iter().enumerate() {
            survey.take(&sheet, place, row.number, &mut seen, rules);
        }
    }
    survey
}

/// By what two rows of a file are the same person.
#[derive(PartialEq, Eq, Hash)]
enum Sameness {
    Code(String),
    /// Of those who have neither code nor number.
    Name(String, Option<jiff::civil::Date>),
}

impl Sameness {
    fn of(who: &Who) -> Option<Self> {
        match (&who.code, &who.number) {
            (Some(code), _) => Some(Self::Code(code.clone())),
            (None, None) => Some(Self::Name(who.folded_name(), who.birth_date)),
            (None, Some(_)) => None,
        }
    }
}

impl Survey {
    fn take(
        &mut self,
        sheet: &PlannedSheet<'_>,
        place: usize,
        row: u32,
        seen: &mut HashMap<Sameness, u32>,
        rules: &Rules,
    ) {
        let at = At {
            sheet: sheet.place,
            row,
        };
        let who = match survey::who(&sheet.rows[place], sheet.plan, at, rules) {
            Ok(who) => who,
            Err(kept_out) => return self.refused.push(*kept_out),
        };
        if let Some(sameness) = Sameness::of(&who) {
            let key = match sameness {
                Sameness::Code(_) => "import-same-code",
                Sameness::Name(..) => "import-same-name",
            };
            let first = *seen.entry(sameness).or_insert(row);
            if first != row {
                // Its number and name still lead to the person of the first row.
                return self.refused.push(KeptOut {
                    finding: at.refused(None, key).with_row(first),
                    who: None,
                });
            }
        }
        self.rows.push(Surveyed {
            sheet: sheet.place,
            place,
            row,
            who,
        });
    }

    /// Settles who comes in by what the register answered about each row, in order.
    pub(crate) fn settle(self, answers: &[Acquaintance], mut new_id: impl FnMut() -> SubjectId) -> Roll {
        let mut roll = Roll::default();
        for KeptOut { finding, who } in self.refused {
            if let Some(who) = who {
                roll.directory.enter(&who, Standing::Refused { row: finding.row });
            }
            roll.findings.push(finding);
        }
        for (surveyed, answer) in self.rows.into_iter().zip(answers) {
            let at = At {
                sheet: surveyed.sheet,
                row: surveyed.row,
            };
            let standing = match answer {
                Acquaintance::Stranger => Standing::New(new_id()),
                Acquaintance::SameCode(known) | Acquaintance::CameBefore(known) => Standing::Known(*known),
                Acquaintance::NumberOfAnother => Standing::Refused { row: surveyed.row },
            };
            roll.directory.enter(&surveyed.who, standing);
            match (standing, answer) {
                (Standing::New(id), _) => roll.newcomers.push((surveyed, id)),
                (Standing::Known(_), Acquaintance::SameCode(_)) => {
                    roll.findings.push(at.known("import-known-code"));
                }
                (Standing::Known(_), _) => roll.findings.push(at.known("import-known-number")),
                (Standing::Refused { .. }, _) => {
                    roll.findings.push(at.refused(None, "import-number-of-another"));
                }
            }
        }
        roll
    }
}
