//! What of the record a statement is drafted from.

use jiff::civil::Date;
use polku_assessments::telling::{self, ToldAssessment};
use polku_casework::told::{self, Told};
use polku_desk::{Client, Granted, Read};
use polku_pages::{Locale, Texts};
use polku_web::Answer;

use super::statement::Drawn;

/// As many pictures of assessments stand in a statement at most: a reader looks at few.
const MOST_PICTURES: usize = 4;

/// An assessment in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AssessmentLine {
    /// The day on which it was made.
    pub(crate) on: Option<Date>,
    /// Which instrument, and when on the way: `Työssä jaksaminen, alku`.
    pub(crate) name: String,
    /// Its results: each scale and whose answer, with its value and change.
    pub(crate) results: Vec<(String, String)>,
}

/// What of the record a statement is drafted from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// Periods, attendance, goals, diary, contacts.
    pub(crate) told: Told,
    /// Assessments, the earliest first.
    pub(crate) assessments: Vec<AssessmentLine>,
    /// Their course as pictures.
    pub(crate) pictures: Vec<Drawn>,
}

/// Reads what the record tells of the days, as far as the visitor's role may have it.
pub(crate) async fn gather(
    grant: &Granted<'_, Client, Read>,
    from: Date,
    until: Date,
    locale: Locale,
) -> Answer<Record> {
    let texts = Texts::new(locale);
    let assessments = telling::assessments(grant, texts).await?;
    let of_these = |one: &&ToldAssessment| one.dated >= from && one.dated <= until;
    let assessments: Vec<AssessmentLine> = assessments.iter().filter(of_these).map(line).collect();
    let pictures = if assessments.is_empty() {
        Vec::new()
    } else {
        telling::charts(grant, texts).await?
    };
    let drawn = pictures.into_iter().take(MOST_PICTURES).map(|chart| Drawn {
        title: chart.title,
        description: chart.description,
        svg: chart.svg,
    });
    Ok(Record {
        told: told::between(grant, from, until).await?,
        pictures: drawn.collect(),
        assessments,
    })
}

fn line(told: &ToldAssessment) -> AssessmentLine {
    let results = told.scores.iter().map(|score| {
        let scale = format!("{} ({})", score.subscale, score.who);
        let value = match &score.change {
            Some(change) => format!("{}, {change}", score.score),
            None => score.score.clone(),
        };
        (scale, value)
    });
    AssessmentLine {
        on: Some(told.dated),
        name: format!("{}, {}", told.instrument, told.phase_in_words),
        results: results.collect(),
    }
}
