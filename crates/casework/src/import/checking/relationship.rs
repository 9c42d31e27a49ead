//! The client relationship of a row (B1): how it began, rests and ended, as far as the file says.

use jiff::civil::Date;
use polku_pages::format::date;
use polku_profile::Field;
use polku_values::{
    code_lists::CodeListError,
    service::{Measure, Placement, ReferringBody},
    words::{says_it_goes_on, says_there_is_none},
};

use super::{At, Finding, Rules, cell};
use crate::{
    clients::LONGEST_TEXT,
    import::{
        columns::{Meaning, SheetPlan, can_import},
        reading::RawRow,
    },
    relationships::{Ending, NewRelationship, Referral, may_begin},
};

/// A relationship to be, ended or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewService {
    /// How it began.
    pub(crate) began: NewRelationship,
    /// How it ended, when it has.
    pub(crate) ending: Option<Ending>,
    /// Where the client was a year after the end.
    pub(crate) placement_after_year: Option<Placement>,
}

/// Reads the relationship of a row; none when the file does not say when it began.
pub(super) fn read(
    row: &RawRow,
    header: &[String],
    plan: &SheetPlan,
    at: At,
    rules: &Rules,
) -> (Option<NewService>, Vec<Finding>) {
    let mut reading = Reading {
        row,
        header,
        plan,
        at,
        rules,
        findings: Vec::new(),
        notes: Vec::new(),
    };
    let service = reading.service();
    (service, reading.findings)
}

struct Reading<'a> {
    row: &'a RawRow,
    header: &'a [String],
    plan: &'a SheetPlan,
    at: At,
    rules: &'a Rules,
    findings: Vec<Finding>,
    /// Lines of the cover note.
    notes: Vec<String>,
}

impl Reading<'_> {
    fn service(&mut self) -> Option<NewService> {
        self.take_notes();
        let started_on = self.started_on()?;
        let basis = self.basis();
        let referring_body = self.referring_body();
        let ending = self.ending(started_on);
        let placement_after_year = self.coded(Field::PlacementAfterYear, Placement::recognise);
        let referral = Referral {
            referring_body,
            cover_note: self.cover_note(),
            ..Referral::default()
        };
        Some(NewService {
            began: NewRelationship {
                basis,
                started_on,
                referral,
            },
            ending,
            placement_after_year: placement_after_year.filter(|_| ending.is_some()),
        })
    }

    /// The column of a field that the register has, with what stands in it.
    fn cell(&self, field: Field) -> Option<(usize, &str)> {
        let column = self.plan.column_of(Meaning::Field(field))?;
        can_import(&self.rules.profile, field).then(|| (column, self.row.cell(column)))
    }

    fn filled(&self, field: Field) -> Option<(usize, &str)> {
        self.cell(field).filter(|(_, text)| !says_there_is_none(text))
    }

    fn remark(&mut self, column: usize, key: &'static str) {
        self.findings.push(self.at.remark(Some(column), key));
    }

    /// Keeps a cell as words under its heading.
    fn note(&mut self, column: usize) {
        let row = self.row;
        self.note_words(column, row.cell(column));
    }

    fn note_words(&mut self, column: usize, text: &str) {
        let heading = self
            .header
            .get(column)
            .map_or("", String::as_str)
            .trim_end_matches([':', '!', ' ']);
        self.notes.push(if heading.is_empty() {
            text.to_owned()
        } else {
            format!("{heading}: {text}")
        });
    }

    fn take_notes(&mut self) {
        if let Some((_, text)) = self.filled(Field::CoverNote) {
            self.notes.push(text.to_owned());
        }
        for (column, meaning) in self.plan.columns.iter().enumerate() {
            if *meaning == Meaning::Note && !self.row.cell(column).is_empty() {
                self.note(column);
            }
        }
    }

    fn started_on(&mut self) -> Option<Date> {
        let (column, text) = self.cell(Field::RelationshipBegan)?;
        let today = self.rules.today;
        let read = if says_there_is_none(text) {
            Err(None)
        } else {
            cell::day(text, today)
                .and_then(|day| may_begin(day, today).map(|()| day))
                .map_err(Some)
        };
        match read {
            Ok(day) => return Some(day),
            Err(Some(key)) => self.remark(column, key),
            Err(None) => {}
        }
        // Without its first day a relationship cannot be; what the row says of it is told to be left out.
        self.remark(column, "import-relationship-without-start");
        if !self.notes.is_empty() {
            self.remark(column, "import-notes-left-out");
        }
        None
    }

    fn basis(&mut self) -> Measure {
        let column = self.cell(Field::RelationshipBasis).map(|(column, _)| column);
        match (self.coded(Field::RelationshipBasis, Measure::recognise), column) {
            (Some(basis), _) => basis,
            (None, Some(column)) => {
                if self.filled(Field::RelationshipBasis).is_some() {
                    self.note(column);
                } else {
                    self.remark(column, "import-basis-missing");
                }
                Measure::NoInformation
            }
            (None, None) => Measure::NoInformation,
        }
    }

    fn referring_body(&mut self) -> Option<ReferringBody> {
        let read = self.coded(Field::ReferringBody, ReferringBody::recognise);
        if read.is_none()
            && let Some((column, _)) = self.filled(Field::ReferringBody)
        {
            self.note(column);
        }
        read
    }

    /// A choice of a list; a remark when the cell says something else.
    fn coded<T>(&mut self, field: Field, recognise: fn(&str) -> Result<T, CodeListError>) -> Option<T> {
        let (column, read) = self
            .filled(field)
            .map(|(column, text)| (column, recognise(text)))?;
        match read {
            Ok(choice) => Some(choice),
            Err(error) => {
                self.remark(column, error.key());
                None
            }
        }
    }

    /// The end that has come. A day ahead is a plan, and plans are kept as words.
    fn ending(&mut self, started_on: Date) -> Option<Ending> {
        let Some((column, text)) = self
            .filled(Field::RelationshipEnded)
            .filter(|(_, text)| !says_it_goes_on(text))
        else {
            self.note_open_placement();
            return None;
        };
        let ended_on = match cell::day(text, self.rules.today) {
            Ok(day) => day,
            Err(key) => {
                self.remark(column, key);
                self.note(column);
                return self.without_end();
            }
        };
        if ended_on < started_on {
            self.remark(column, "date-range-end-before-start");
            self.note_words(column, &date(ended_on));
            return self.without_end();
        }
        if ended_on > self.rules.today {
            self.remark(column, "import-end-ahead");
            self.note_words(column, &date(ended_on));
            return self.without_end();
        }
        Some(Ending {
            on: ended_on,
            placement: self.placement(),
        })
    }

    /// The relationship goes on; what the file says of its end was kept as words.
    fn without_end(&mut self) -> Option<Ending> {
        self.note_open_placement();
        None
    }

    fn note_open_placement(&mut self) {
        if let Some((column, _)) = self.filled(Field::Placement) {
            self.note(column);
            self.remark(column, "import-placement-open");
        }
    }

    /// Where the client went on to. The statistics know "no information" as an answer, an empty field not.
    fn placement(&mut self) -> Placement {
        if let Some(placement) = self.coded(Field::Placement, Placement::recognise) {
            return placement;
        }
        if let Some((column, _)) = self.filled(Field::Placement) {
            self.note(column);
        } else if let Some((column, _)) = self.cell(Field::Placement) {
            self.remark(column, "import-placement-missing");
        }
        Placement::NoInformation
    }

    fn cover_note(&self) -> String {
        if !can_import(&self.rules.profile, Field::CoverNote) {
            return String::new();
        }
        let note = self.notes.join("\n");
        match note.char_indices().nth(LONGEST_TEXT) {
            Some((end, _)) => note[..end].to_owned(),
            None => note,
        }
    }
}
