//! What of the record a statement is drafted from.

use jiff::civil::Date;
use polku_casework::{
    joining::{Doing, inventory},
    told::{self, Told},
};
use polku_desk::{Client, Granted, Read};
use polku_pages::Locale;
use polku_web::Answer;

/// An assessment in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssessmentLine {
    /// The day on which it was made.
    pub on: Option<Date>,
    /// Which instrument, and which round of it: `Työssä jaksaminen, alku`.
    pub name: String,
    /// Its results: each scale with its value.
    pub results: Vec<(String, String)>,
}

/// Assessments of some days, told by the room that keeps them.
#[derive(Debug)]
pub struct AssessmentSource {
    /// Reads them, the earliest first, in words of a language; none where the role or the register has none.
    pub lines: for<'a> fn(
        &'a Granted<'a, Client, Read>,
        from: Date,
        until: Date,
        locale: Locale,
    ) -> Doing<'a, Vec<AssessmentLine>>,
}

inventory::collect!(AssessmentSource);

/// What of the record a statement is drafted from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// Periods, attendance, goals, diary, contacts.
    pub(crate) told: Told,
    /// Assessments, the earliest first.
    pub(crate) assessments: Vec<AssessmentLine>,
}

/// Reads what the record tells of the days, as far as the visitor's role may have it.
pub(crate) async fn gather(
    grant: &Granted<'_, Client, Read>,
    from: Date,
    until: Date,
    locale: Locale,
) -> Answer<Record> {
    let mut record = Record {
        told: told::between(grant, from, until).await?,
        assessments: Vec::new(),
    };
    for source in inventory::iter::<AssessmentSource> {
        record
            .assessments
            .extend((source.lines)(grant, from, until, locale).await?);
    }
    record.assessments.sort_by_key(|line| line.on);
    Ok(record)
}
