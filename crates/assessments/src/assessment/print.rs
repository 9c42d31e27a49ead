//! An assessment on paper: scores and change in words, charts with their descriptions, the answers side by side.

use polku_desk::{Client, DeskError, Read, SubjectId};
use polku_pages::format;
use polku_typeset::Template;
use polku_web::{Answer, AtDesk, Path, Query, Reader};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    form_view::answer_in_words,
    kept,
    model::{Answers, Assessment, State},
    rules,
    series::{Course, Whose, in_words, number, score_of},
    store, telling,
};
use crate::{
    instruments::{self, Definition, Item, Subscale, change},
    paper::{InLanguage, Paper, marking},
};
use polku_pages::Texts;

pub(super) async fn pdf(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<InLanguage>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let all = store::all(&grant).await?;
    let one = all.iter().find(|one| one.id == id).ok_or(DeskError::Hidden)?;
    if one.state == State::Open {
        return Err(DeskError::Hidden.into());
    }
    let editions = instruments::by_id(&visit).await?;
    let edition = editions.get(&one.edition).ok_or(DeskError::Stored("edition"))?;
    let previous = rules::previous(&all, one)
        .and_then(|earlier| Some((earlier, &editions.get(&earlier.edition)?.definition)));
    let texts = asked.texts(reader.texts);
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let course = Course {
        definition: &edition.definition,
        family: &edition.family,
        points: previous.into_iter().chain([(one, &edition.definition)]).collect(),
    };
    let charts = telling::drawn(texts, &course);
    let images: Vec<(String, Vec<u8>)> = charts
        .iter()
        .enumerate()
        .map(|(place, chart)| (format!("chart-{place}.svg"), chart.svg.clone().into_bytes()))
        .collect();
    let shown: Vec<Value> = charts
        .iter()
        .enumerate()
        .map(|(place, chart)| {
            json!({ "name": format!("chart-{place}.svg"), "alt": chart.description, "caption": chart.title })
        })
        .collect();
    let mut meta = vec![
        json!([texts.t("assessments-print-client"), name]),
        json!([
            texts.t("assessments-print-phase"),
            texts.t(&format!("assessments-phase-{}", one.phase))
        ]),
        json!([texts.t("assessments-dated"), format::date(one.dated)]),
        json!([texts.t("assessments-print-worker"), one.by]),
    ];
    if one.state == State::Corrected {
        meta.push(json!([
            texts.t("assessments-print-state"),
            texts.t("assessments-state-corrected")
        ]));
    }
    let mut sections = vec![
        json!({ "title": texts.t("assessments-scores"), "table": scores(texts, &course), "images": shown }),
        json!({ "title": texts.t("assessments-answers"), "table": answers(texts, &edition.definition, one) }),
    ];
    if !one.answers.note.is_empty() {
        sections.push(json!({ "title": texts.t("assessments-note"), "paragraphs": [one.answers.note] }));
    }
    let paper = Paper {
        template: Template::Assessment,
        name: "assessments-one-title",
        file: "arviointi.pdf",
        data: json!({
            "heading": edition.definition.title.of(texts.locale()),
            "marking": marking(&visit, texts)?,
            "meta": meta,
            "sections": sections,
        }),
        images,
    };
    paper.answer(&visit, texts).await
}

fn scores(texts: Texts, course: &Course<'_>) -> Value {
    let answering = course.answering();
    let mut head = vec![texts.t("assessments-subscale")];
    for whose in &answering {
        head.push(whose.word(texts));
        if course.points.len() > 1 {
            head.push(texts.with("assessments-change-of", &[("who", whose.word(texts).into())]));
        }
    }
    let value = |place: usize, subscale: &Subscale, whose: Whose| {
        let (one, definition) = course.points.get(place)?;
        score_of(one, definition, &subscale.key, whose)?.value
    };
    let last = course.points.len().saturating_sub(1);
    let rows: Vec<Vec<String>> = course
        .definition
        .subscales
        .iter()
        .map(|subscale| {
            let mut cells = vec![subscale.title.of(texts.locale()).to_owned()];
            for whose in &answering {
                let now = value(last, subscale, *whose);
                cells.push(now.map_or_else(|| "–".to_owned(), |now| number(texts, now)));
                if last > 0 {
                    let changed = match (value(0, subscale, *whose), now) {
                        (Some(before), Some(now)) => in_words(texts, change(subscale, before, now)),
                        _ => "–".to_owned(),
                    };
                    cells.push(changed);
                }
            }
            cells
        })
        .collect();
    json!({ "head": head, "rows": rows, "row_heads": true })
}

fn answers(texts: Texts, definition: &Definition, one: &Assessment) -> Value {
    let mut head = vec![texts.t("assessments-question")];
    if definition.asks_worker() {
        head.push(texts.t("assessments-by-worker"));
    }
    if one.given().is_some() {
        head.push(texts.t("assessments-by-client"));
    }
    let of = |item: &Item, answers: &Answers| {
        answer_in_words(texts, definition, &item.key, answers).unwrap_or_else(|| "–".to_owned())
    };
    let row = |item: &Item| {
        let mut cells = vec![item.text.of(texts.locale()).to_owned()];
        if definition.asks_worker() {
            cells.push(of(item, &one.answers));
        }
        if let Some(given) = one.given() {
            cells.push(of(item, given));
        }
        cells
    };
    let rows: Vec<Vec<String>> = definition.items.iter().map(row).collect();
    json!({ "head": head, "rows": rows, "row_heads": true })
}
