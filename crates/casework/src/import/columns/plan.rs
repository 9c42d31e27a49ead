//! What the main user decides about a file: kinds, columns, source, necessity.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use polku_profile::{Channel, Field, Kind, Profile, RecordKind, SourceKind, SubjectKind};
use polku_values::words::fold;
use serde::{Deserialize, Serialize};

use super::{
    Meaning, Outline, SheetKind, SheetOutline,
    guess::{guessed_columns, guessed_kind, names_somebody},
};
use crate::clients::Origin;

/// How a file is to be imported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Plan {
    /// The old system, by whose numbers clients are known again.
    pub(crate) system: String,
    /// Who told what is in the file: the key of one of the register's sources (A5).
    pub(crate) told_by: String,
    /// A decision about each sheet of the outline.
    pub(crate) sheets: Vec<SheetPlan>,
}

/// How a sheet is to be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SheetPlan {
    /// What it holds.
    pub(crate) kind: SheetKind,
    /// What each column means.
    pub(crate) columns: Vec<Meaning>,
    /// Why each special-category field is necessary, by the field's key (A4).
    #[serde(default)]
    pub(crate) necessity: BTreeMap<String, String>,
}

/// Why a plan cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlanProblem {
    /// Of which sheet; none when it is about the whole file.
    pub(crate) sheet: Option<usize>,
    /// The key of the text that says what to do.
    pub(crate) key: &'static str,
    /// The column's heading or the field that it is about, for the text.
    pub(crate) column: Option<usize>,
}

impl Plan {
    /// What one would likely decide.
    pub(crate) fn guessed(outline: &Outline, profile: &Profile, system: &str, today: Date) -> Self {
        let told_by = profile
            .sources
            .iter()
            .find(|source| matches!(source.kind, SourceKind::OwnWork))
            .or(profile.sources.first());
        let sheets = outline.sheets.iter().map(|sheet| {
            let kind = Some(guessed_kind(sheet, today)).filter(|kind| keeps(profile, *kind));
            SheetPlan::guessed(sheet, kind.unwrap_or(SheetKind::Nothing), today)
        });
        Self {
            system: system.to_owned(),
            told_by: told_by.map(|source| source.key.clone()).unwrap_or_default(),
            sheets: sheets.collect(),
        }
    }

    /// All that has to be decided otherwise before anything can be imported.
    pub(crate) fn problems(&self, outline: &Outline, profile: &Profile, today: Date) -> Vec<PlanProblem> {
        let mut problems = Vec::new();
        let mut whole = |key| {
            problems.push(PlanProblem {
                sheet: None,
                key,
                column: None,
            });
        };
        if self.sheets.len() != outline.sheets.len() {
            whole("import-plan-sheets");
        }
        if self.sheets.iter().all(|sheet| sheet.kind == SheetKind::Nothing) {
            whole("import-plan-nothing");
        }
        if profile.source(&self.told_by).is_none() {
            whole("import-plan-source");
        }
        for (place, (plan, sheet)) in self.sheets.iter().zip(&outline.sheets).enumerate() {
            problems.extend(
                plan.problems(sheet, profile, today)
                    .into_iter()
                    .map(|(key, column)| PlanProblem {
                        sheet: Some(place),
                        key,
                        column,
                    }),
            );
        }
        problems
    }

    /// Where each imported piece of information came from (A5).
    pub(crate) fn origin(&self, profile: &Profile, today: Date) -> Origin {
        let channel = profile
            .channels
            .iter()
            .find(|channel| matches!(channel, Channel::File | Channel::Interface))
            .or(profile.channels.first());
        Origin {
            source: self.told_by.clone(),
            named: self.system.clone(),
            channel: channel
                .map(|channel| channel.key().to_owned())
                .unwrap_or_default(),
            entered_on: Some(today),
        }
    }
}

impl SheetPlan {
    /// What one would likely decide about a sheet of a kind.
    pub(crate) fn guessed(sheet: &SheetOutline, kind: SheetKind, today: Date) -> Self {
        Self {
            kind,
            columns: guessed_columns(sheet, kind, today),
            necessity: BTreeMap::new(),
        }
    }

    /// The first column that means this.
    pub(crate) fn column_of(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|known| *known == meaning)
    }

    /// The columns that name fields which the register lacks: they are left out, and said so (A2).
    pub(crate) fn lacking(&self, profile: &Profile) -> Vec<usize> {
        let lacks =
            |meaning: &Meaning| matches!(meaning, Meaning::Field(field) if !can_import(profile, *field));
        let columns = self.columns.iter().enumerate();
        columns
            .filter(|(_, meaning)| lacks(meaning))
            .map(|(column, _)| column)
            .collect()
    }

    fn problems(
        &self,
        sheet: &SheetOutline,
        profile: &Profile,
        today: Date,
    ) -> Vec<(&'static str, Option<usize>)> {
        if self.kind == SheetKind::Nothing {
            return Vec::new();
        }
        let mut problems = Vec::new();
        if !keeps(profile, self.kind) {
            problems.push(("import-plan-kind", None));
        }
        if self.columns.len() != sheet.header.len() {
            problems.push(("import-plan-columns", None));
        }
        let mut seen = HashSet::new();
        for (column, meaning) in self.columns.iter().enumerate() {
            if !meaning.fits(self.kind) {
                problems.push(("import-plan-misfit", Some(column)));
            }
            if !seen.insert(*meaning) && !meaning.may_repeat() {
                problems.push(("import-plan-twice", Some(column)));
            }
            if self.lacks_necessity(*meaning, profile) {
                problems.push(("import-plan-necessity", Some(column)));
            }
        }
        problems.extend(self.missing(&seen, sheet, today).map(|key| (key, None)));
        problems
    }

    fn lacks_necessity(&self, meaning: Meaning, profile: &Profile) -> bool {
        matches!(meaning, Meaning::Field(field) if asks_necessity(field) && can_import(profile, field)
            && self.necessity_of(field).is_empty())
    }

    /// Why a special-category field is necessary, as the main user states for the whole column.
    pub(crate) fn necessity_of(&self, field: Field) -> &str {
        self.necessity.get(field.key()).map_or("", |stated| stated.trim())
    }

    fn missing(&self, columns: &HashSet<Meaning>, sheet: &SheetOutline, today: Date) -> Option<&'static str> {
        let has_days = || {
            sheet
                .days(today)
                .iter()
                .any(|(column, _)| self.columns.get(*column) == Some(&Meaning::Day))
        };
        match self.kind {
            SheetKind::Clients => {
                let has_name = columns.contains(&Meaning::FullName)
                    || columns.contains(&Meaning::Field(Field::LastName));
                (!has_name).then_some("import-plan-name")
            }
            SheetKind::Attendance | SheetKind::Diary if !names_somebody(columns) => Some("import-plan-who"),
            SheetKind::Attendance => (!has_days()).then_some("import-plan-days"),
            SheetKind::Diary => {
                let whole = columns.contains(&Meaning::EntryDate) && columns.contains(&Meaning::EntryText);
                (!whole).then_some("import-plan-entry")
            }
            SheetKind::Nothing => None,
        }
    }
}

impl SheetOutline {
    /// What the headings are remembered by: the same headings in the same order are the same kind of sheet.
    pub(crate) fn fingerprint(&self, today: Date) -> String {
        let days: HashSet<usize> = self.days(today).into_iter().map(|(column, _)| column).collect();
        let heading = |(column, heading): (usize, &String)| (!days.contains(&column)).then(|| fold(heading));
        let headings: Vec<String> = self.header.iter().enumerate().filter_map(heading).collect();
        headings.join("|")
    }
}

/// Whether each item of a field says why it is necessary (A4).
pub(crate) const fn asks_necessity(field: Field) -> bool {
    field.is_special() || field.asks_necessity()
}

/// Whether the register holds what a sheet of a kind brings.
pub(crate) fn keeps(profile: &Profile, kind: SheetKind) -> bool {
    match kind {
        SheetKind::Clients | SheetKind::Nothing => true,
        SheetKind::Attendance => profile.keeps(RecordKind::Attendance),
        SheetKind::Diary => profile.keeps(RecordKind::Diary),
    }
}

/// Whether an import can fill a field of this register.
pub(crate) fn can_import(profile: &Profile, field: Field) -> bool {
    profile.has(field)
        && field.subject() == SubjectKind::Client
        && !matches!(field.kind(), Kind::Picture | Kind::BusinessId)
}
