//! Whom a row means: the people of the file first, then those of the register whom the visitor may see.

use std::collections::HashMap;

use polku_desk::SubjectId;
use polku_profile::Field;
use polku_values::words::fold;

use super::{
    cell,
    survey::{Who, code_if_any},
};
use crate::import::{
    columns::{Meaning, SheetPlan},
    reading::RawRow,
};

/// How somebody stands before the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Standing {
    /// To be taken in, under an id that is theirs already.
    New(SubjectId),
    /// In the register.
    Known(SubjectId),
    /// Their own row was kept out.
    Refused {
        /// Which row.
        row: u32,
    },
}

/// How a row names a client.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Reference {
    /// By identity code.
    Code(String),
    /// By the old system's number.
    Number(String),
    /// By name, folded.
    Name(String),
}

impl std::fmt::Debug for Reference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Reference")
    }
}

/// Everyone who can be meant.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    people: Vec<Standing>,
    by: HashMap<Reference, Meant>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    One(usize),
    Several,
}

impl Directory {
    /// Enters somebody of the file's own rows of clients.
    pub(crate) fn enter(&mut self, who: &Who, standing: Standing) {
        let place = self.people.len();
        self.people.push(standing);
        let codes = who.code.iter().cloned().map(Reference::Code);
        let numbers = who.number.iter().cloned().map(Reference::Number);
        let names = [who.folded_name(), who.folded_turned()].map(Reference::Name);
        for reference in codes.chain(numbers).chain(names) {
            self.note(reference, place);
        }
    }

    /// Enters what the register knows of a reference that nobody in the file answers to.
    pub(crate) fn enter_known(&mut self, reference: &Reference, holders: &[SubjectId]) {
        for holder in holders {
            let place = self.people.len();
            self.people.push(Standing::Known(*holder));
            self.note(reference.clone(), place);
        }
    }

    fn note(&mut self, reference: Reference, place: usize) {
        let standing = self.people[place];
        let people = &self.people;
        self.by
            .entry(reference)
            .and_modify(|known| {
                if !matches!(known, Meant::One(one) if people[*one] == standing) {
                    *known = Meant::Several;
                }
            })
            .or_insert(Meant::One(place));
    }

    /// Whether nobody answers to a reference.
    pub(crate) fn lacks(&self, reference: &Reference) -> bool {
        !self.by.contains_key(reference)
    }

    /// Whom a row means.
    ///
    /// # Errors
    /// The key of the text that says why nobody is meant for certain, and the row that was kept out, if that is why.
    pub(crate) fn resolve(&self, references: &[Reference]) -> Result<Standing, (&'static str, Option<u32>)> {
        let mut meant: Option<usize> = None;
        let mut doubt = None;
        for reference in references {
            match self.by.get(reference) {
                Some(Meant::One(place)) => {
                    if meant.is_some_and(|known| self.people[known] != self.people[*place]) {
                        return Err(("import-who-disagrees", None));
                    }
                    meant = Some(*place);
                }
                Some(Meant::Several) => doubt = Some(reference),
                None => {}
            }
        }
        match (meant.map(|place| self.people[place]), doubt) {
            (Some(Standing::Refused { row }), _) => Err(("import-who-refused", Some(row))),
            (Some(standing), _) => Ok(standing),
            (None, Some(Reference::Name(_))) => Err(("import-who-several", None)),
            (None, Some(_)) => Err(("import-who-number-twice", None)),
            (None, None) => Err(("import-who-unknown", None)),
        }
    }
}

/// How a row of attendance or diary names its client.
pub(crate) fn references(row: &RawRow, plan: &SheetPlan) -> Vec<Reference> {
    let text_of = |meaning| plan.column_of(meaning).map_or("", |column| row.cell(column));
    let mut references = Vec::new();
    references.extend(code_if_any(text_of(Meaning::Field(Field::IdentityCode))).map(Reference::Code));
    references.extend(cell::number(text_of(Meaning::Number)).map(Reference::Number));
    references.extend(named(text_of(Meaning::FullName)));
    let either = text_of(Meaning::Who);
    if let Some(code) = code_if_any(either) {
        references.push(Reference::Code(code));
    } else if either.contains(|letter: char| letter.is_ascii_digit()) {
        references.extend(cell::number(either).map(Reference::Number));
    } else {
        references.extend(named(either));
    }
    references
}

fn named(name: &str) -> Option<Reference> {
    let folded = fold(name);
    (!folded.is_empty()).then_some(Reference::Name(folded))
}
