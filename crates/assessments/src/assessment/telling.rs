//! A client's assessments for other rooms: what a statement tells of them, in the words of its language.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Operation, access::Resource};
use polku_pages::Texts;
use polku_profile::RecordKind;
use polku_web::Answer;
use uuid::Uuid;

use super::{
    form_view::answer_in_words,
    list_view::courses,
    model::{Phase, State},
    rules,
    series::{Course, Whose, in_words, number, score_of},
    store,
};
use crate::instruments::{self, Subscale, change};

/// An assessment as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldAssessment {
    /// Which.
    pub id: Uuid,
    /// The instrument's name.
    pub instrument: String,
    /// When on the way.
    pub phase: Phase,
    /// The same in words.
    pub phase_in_words: String,
    /// On which day.
    pub dated: Date,
    /// The scores.
    pub scores: Vec<ToldScore>,
    /// What was answered to open questions: question, whose answer, answer.
    pub said: Vec<(String, String, String)>,
}

/// A score as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldScore {
    /// What was measured.
    pub subscale: String,
    /// Whose answers, in words.
    pub who: String,
    /// The score: `3,7 (1–5)`.
    pub score: String,
    /// Its change since the assessment before: `+0,7, parempi`.
    pub change: Option<String>,
}

/// An instrument's course as pictures: SVG files with words instead of sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldChart {
    /// What it shows, in a few words.
    pub title: String,
    /// What a reader who does not see it is told.
    pub description: String,
    /// The picture.
    pub svg: String,
}

/// The complete assessments, the earliest first. Nothing where the role has none or the register keeps none. The grant
/// must include [`Resource::Assessments`], and [`Resource::SelfAssessment`] for what clients answered.
///
/// # Errors
/// When the database fails.
pub async fn assessments<O: Operation>(
    grant: &Granted<'_, Client, O>,
    texts: Texts,
) -> Answer<Vec<ToldAssessment>> {
    if !may(grant)? {
        return Ok(Vec::new());
    }
    let all = store::all(grant).await?;
    let editions = instruments::by_id(grant.visit()).await?;
    let locale = texts.locale();
    let mut told = Vec::new();
    for one in all.iter().filter(|one| one.state == State::Complete) {
        let Some(edition) = editions.get(&one.edition) else {
            continue;
        };
        let definition = &edition.definition;
        let previous = rules::previous(&all, one)
            .and_then(|earlier| Some((earlier, &editions.get(&earlier.edition)?.definition)));
        let score = |subscale: &Subscale, whose: Whose| {
            let score = score_of(one, definition, &subscale.key, whose)?;
            let value = score.value?;
            let before = previous.and_then(|(earlier, definition)| {
                score_of(earlier, definition, &subscale.key, whose).and_then(|score| score.value)
            });
            let range = format!("{}–{}", number(texts, score.lowest), number(texts, score.highest));
            Some(ToldScore {
                subscale: subscale.title.of(locale).to_owned(),
                who: whose.word(texts),
                score: format!("{} ({range})", number(texts, value)),
                change: before.map(|before| in_words(texts, change(subscale, before, value))),
            })
        };
        let scores = definition
            .subscales
            .iter()
            .flat_map(|subscale| [score(subscale, Whose::Worker), score(subscale, Whose::Client)])
            .flatten()
            .collect();
        let open_ones = definition.items.iter().filter(|item| item.scale.is_none());
        let said = open_ones
            .flat_map(|item| {
                let of = |answers, whose: Whose| {
                    let answer = answer_in_words(texts, definition, &item.key, answers)?;
                    Some((item.text.of(locale).to_owned(), whose.word(texts), answer))
                };
                [
                    of(&one.answers, Whose::Worker),
                    one.given().and_then(|given| of(given, Whose::Client)),
                ]
            })
            .flatten()
            .collect();
        told.push(ToldAssessment {
            id: one.id,
            instrument: definition.title.of(locale).to_owned(),
            phase: one.phase,
            phase_in_words: texts.t(&format!("assessments-phase-{}", one.phase)),
            dated: one.dated,
            scores,
            said,
        });
    }
    Ok(told)
}

/// The course of each instrument as pictures: a radar, and a line for each subscale that was measured more than once.
///
/// # Errors
/// When the database fails.
pub async fn charts<O: Operation>(grant: &Granted<'_, Client, O>, texts: Texts) -> Answer<Vec<ToldChart>> {
    if !may(grant)? {
        return Ok(Vec::new());
    }
    let all = store::all(grant).await?;
    let editions = instruments::by_id(grant.visit()).await?;
    Ok(courses(&all, &editions)
        .iter()
        .flat_map(|course| drawn(texts, course))
        .collect())
}

/// The pictures of an instrument's course.
pub(super) fn drawn(texts: Texts, course: &Course<'_>) -> Vec<ToldChart> {
    let instrument = course.definition.title.of(texts.locale());
    let mut charts = Vec::new();
    let radar = course.radar(texts);
    if radar.is_drawn() {
        charts.push(ToldChart {
            title: texts.with("assessments-radar-title", &[("instrument", instrument.into())]),
            description: texts.t("assessments-radar-what"),
            svg: radar.standalone(),
        });
    }
    if course.points.len() > 1 {
        for subscale in &course.definition.subscales {
            let name = subscale.title.of(texts.locale());
            let description = course.described(texts, subscale);
            // What was never answered has no course to show.
            if description.is_empty() {
                continue;
            }
            charts.push(ToldChart {
                title: format!("{instrument}: {name}"),
                description,
                svg: course.line(texts, subscale).standalone(),
            });
        }
    }
    charts
}

fn may<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<bool> {
    let keeps = polku_casework::keeping::keeps(grant.visit(), RecordKind::Assessment)?;
    Ok(keeps && grant.may(Resource::Assessments))
}
