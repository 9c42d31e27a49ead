//! All assessments of a client: what is open, then each instrument with its change over time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Paper, Row, Table, Tag, TagKind, rows},
    format, html,
};

use super::{
    change::address,
    model::{Assessment, OwnState, State},
    result_view::changed,
    rules,
    series::{Course, score_of},
};
use crate::instruments::{Edition, EditionId, Subscale};

/// The page.
pub(super) fn list(
    texts: Texts,
    client: SubjectId,
    assessments: &[Assessment],
    editions: &BTreeMap<EditionId, Edition>,
    today: Date,
) -> Markup {
    if assessments.is_empty() {
        let first = Button::link(
            format!("/clients/{client}/assessments/new"),
            texts.t("assessments-first"),
        )
        .main();
        return Paper::bare().with(Empty::new(texts.t("assessments-empty")).first_step(first));
    }
    let open: Vec<&Assessment> = assessments
        .iter()
        .filter(|one| one.state == State::Open)
        .collect();
    html! {
        div.stack {
            @if !open.is_empty() {
                (Paper::new(texts.t("assessments-under-way"))
                    .with(rows(open.iter().rev().map(|one| row(texts, client, one, editions, today)))))
            }
            @for course in courses(assessments, editions) { (of_instrument(texts, client, &course, today, editions)) }
            (corrected(texts, client, assessments, editions, today))
        }
    }
}

/// Each instrument's complete assessments over time, the one assessed by latest first.
pub(super) fn courses<'a>(
    assessments: &'a [Assessment],
    editions: &'a BTreeMap<EditionId, Edition>,
) -> Vec<Course<'a>> {
    let mut families: Vec<&str> = Vec::new();
    for one in assessments.iter().rev() {
        if !families.contains(&one.family.as_str()) {
            families.push(&one.family);
        }
    }
    let course = |family: &'a str| {
        let points: Vec<_> = rules::in_time(assessments, family)
            .into_iter()
            .filter_map(|one| Some((one, &editions.get(&one.edition)?.definition)))
            .collect();
        let (_, definition) = *points.last()?;
        Some(Course {
            definition,
            family,
            points,
        })
    };
    families.into_iter().filter_map(course).collect()
}

fn of_instrument(
    texts: Texts,
    client: SubjectId,
    course: &Course<'_>,
    today: Date,
    editions: &BTreeMap<EditionId, Edition>,
) -> Markup {
    let many = course.points.len() > 1;
    Paper::new(course.definition.title.of(texts.locale())).id(course.family).with(html! {
        @if !course.definition.subscales.is_empty() {
            div.inside {
                (course.radar(texts).render(texts))
            }
            @if many {
                div.inside {
                    h3 { (texts.t("assessments-over-time")) }
                    div.charts {
                        @for subscale in &course.definition.subscales { (course.line(texts, subscale).render(texts)) }
                    }
                }
                (changes(texts, course))
            }
        }
        (rows(course.points.iter().rev().map(|(one, _)| row(texts, client, one, editions, today))))
    })
}

/// From the first to the latest, in words.
fn changes(texts: Texts, course: &Course<'_>) -> Markup {
    let (Some((first, first_definition)), Some((last, last_definition))) =
        (course.points.first(), course.points.last())
    else {
        return html! {};
    };
    let answering = course.answering();
    let mut columns = vec![Column::new(texts.t("assessments-subscale"))];
    columns.extend(
        answering.iter().map(|whose| {
            Column::new(texts.with("assessments-change-of", &[("who", whose.word(texts).into())]))
        }),
    );
    let row = |subscale: &Subscale| {
        let mut cells = vec![html! { (subscale.title.of(texts.locale())) }];
        for whose in &answering {
            let value = |one, definition| {
                score_of(one, definition, &subscale.key, *whose).and_then(|score| score.value)
            };
            cells.push(changed(
                texts,
                subscale,
                value(first, first_definition),
                value(last, last_definition),
            ));
        }
        cells
    };
    let caption = texts.with(
        "assessments-changes-between",
        &[
            ("first", format::date(first.dated).into()),
            ("last", format::date(last.dated).into()),
        ],
    );
    html! {
        div.inside { h3 { (caption) } }
        (Table::new(format!("changes-{}", course.family), caption.as_str(), columns)
            .caption_unseen().cards().rows(course.definition.subscales.iter().map(row)))
    }
}

fn corrected(
    texts: Texts,
    client: SubjectId,
    assessments: &[Assessment],
    editions: &BTreeMap<EditionId, Edition>,
    today: Date,
) -> Markup {
    let corrected: Vec<&Assessment> = assessments
        .iter()
        .filter(|one| one.state == State::Corrected)
        .collect();
    html! {
        @if !corrected.is_empty() {
            (Paper::new(texts.t("assessments-corrected-ones"))
                .with(rows(corrected.iter().rev().map(|one| row(texts, client, one, editions, today)))))
        }
    }
}

fn row(
    texts: Texts,
    client: SubjectId,
    one: &Assessment,
    editions: &BTreeMap<EditionId, Edition>,
    today: Date,
) -> Row {
    let title = editions
        .get(&one.edition)
        .map_or("", |edition| edition.definition.title.of(texts.locale()));
    let phase = texts.t(&format!("assessments-phase-{}", one.phase));
    let own = one.own.as_ref().map(|own| match own.state {
        OwnState::Asked => Tag::due(texts.t("assessments-own-asked")),
        OwnState::Given => Tag::good(texts.t("assessments-own-given")),
    });
    let state = match one.state {
        State::Open => Some(Tag::draft(texts.t("assessments-state-open"))),
        State::Corrected => Some(Tag::new(TagKind::Over, texts.t("assessments-state-corrected"))),
        State::Complete => None,
    };
    Row::link(address(client, one.id), format!("{title}, {phase}"))
        .words(html! { @if let Some(state) = &state { (state) " " } @if let Some(own) = &own { (own) } })
        .aside(format!(
            "{} · {}",
            format::near_date(texts, one.dated, today),
            one.by
        ))
}
