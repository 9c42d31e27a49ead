//! What came of a file: how many rows of each sheet are imported, known or kept out, and everything to be said of them.

use std::{borrow::Cow, collections::HashMap};

use serde::{Deserialize, Serialize};

use super::{
    checking::{Finding, Weight},
    columns::SheetKind,
};

/// What became, or would become, of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// A tally for each sheet of the file.
    pub(crate) sheets: Vec<SheetTally>,
    /// What is to be said, by sheet and row.
    pub(crate) findings: Vec<Finding>,
}

/// How the rows of a sheet are accounted for: each is in exactly one of `imported`, `known` and `refused`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SheetTally {
    /// What the sheet holds.
    pub(crate) kind: SheetKind,
    /// Rows below the header that are not blank.
    pub(crate) rows: usize,
    /// Rows that come in.
    pub(crate) imported: usize,
    /// Rows whose content is in the register already.
    pub(crate) known: usize,
    /// Rows that are kept out.
    pub(crate) refused: usize,
    /// Of attendance: marks that come in.
    pub(crate) marks: usize,
}

impl Default for SheetTally {
    fn default() -> Self {
        Self {
            kind: SheetKind::Nothing,
            rows: 0,
            imported: 0,
            known: 0,
            refused: 0,
            marks: 0,
        }
    }
}

impl SheetTally {
    /// Counts a row once: as kept out or known when a finding says so, else as imported.
    pub(crate) fn count(&mut self, findings: &[Finding]) {
        self.rows += 1;
        let has = |weight| findings.iter().any(|finding| finding.weight == weight);
        if has(Weight::Refused) {
            self.refused += 1;
        } else if has(Weight::Known) {
            self.known += 1;
        } else {
            self.imported += 1;
        }
    }
}

impl Report {
    /// A report of no rows yet.
    pub(crate) fn new(kinds: impl Iterator<Item = SheetKind>) -> Self {
        let tally = |kind| SheetTally {
            kind,
            ..SheetTally::default()
        };
        Self {
            sheets: kinds.map(tally).collect(),
            findings: Vec::new(),
        }
    }

    /// Enters a row with all that is to be said of it.
    pub(crate) fn enter(&mut self, sheet: usize, findings: Vec<Finding>) {
        self.sheets[sheet].count(&findings);
        self.findings.extend(findings);
    }

    /// Puts findings in the order of the file.
    pub(crate) fn sort(&mut self) {
        self.findings
            .sort_by_key(|finding| (finding.sheet, finding.row, finding.column));
    }

    /// How many rows come in.
    pub(crate) fn imported(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.imported).sum()
    }

    /// The bytes in which it is kept: the same few keys are written once, since a large file has many findings.
    pub(crate) fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut keys: Vec<&str> = Vec::new();
        let findings = self.findings.iter().map(|finding| {
            let place = *places.entry(&finding.key).or_insert_with(|| {
                keys.push(&finding.key);
                keys.len() - 1
            });
            (
                finding.sheet,
                finding.row,
                finding.column,
                finding.weight,
                place,
                finding.other,
            )
        });
        let findings: Vec<StoredFinding> = findings.collect();
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        serde_json::to_vec(&Stored {
            sheets: self.sheets.clone(),
            keys,
            findings,
        })
    }

    /// The report of kept bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> serde_json::Result<Self> {
        let stored: Stored = serde_json::from_slice(bytes)?;
        let key_of = |place: usize| stored.keys.get(place).cloned().unwrap_or_default();
        let finding = |(sheet, row, column, weight, key, other): StoredFinding| Finding {
            sheet,
            row,
            column,
            weight,
            key: Cow::Owned(key_of(key)),
            other,
        };
        let findings = stored.findings.iter().copied().map(finding).collect();
        Ok(Self {
            sheets: stored.sheets,
            findings,
        })
    }
}

/// Sheet, row, column, weight, place of the key, another row.
type StoredFinding = (usize, u32, Option<usize>, Weight, usize, Option<u32>);

#[derive(Serialize, Deserialize)]
struct Stored {
    sheets: Vec<SheetTally>,
    keys: Vec<String>,
    findings: Vec<StoredFinding>,
}
