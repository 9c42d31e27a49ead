//! A complete assessment: scores and their change, the worker's and the client's answers side by side.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Notice, Paper, Table, Tag, TagKind},
    form::FormState,
    format,
    frame::Heading,
    html,
};

use super::{
    change::address,
    form_view::answer_in_words,
    input::{AnswersInput, FIELD},
    model::{Answers, Assessment, State},
    series::{self, Course, in_words, is_reliable, number, score_of},
};
use crate::instruments::{Definition, Edition, Item, Subscale, change};

/// What the page of a complete assessment shows.
pub(super) struct Complete<'a> {
    pub(super) client: SubjectId,
    pub(super) assessment: &'a Assessment,
    pub(super) edition: &'a Edition,
    /// The one before, with the definition by which it was made.
    pub(super) previous: Option<(&'a Assessment, &'a Definition)>,
    /// The one that corrects it.
    pub(super) corrected_by: Option<&'a Assessment>,
    pub(super) today: Date,
}

pub(super) fn heading(texts: Texts, heading: Heading, shown: &Complete<'_>) -> Heading {
    let assessment = shown.assessment;
    let line = format!(
        "{} · {} · {} · {}",
        shown.edition.definition.title.of(texts.locale()),
        texts.t(&format!("assessments-phase-{}", assessment.phase)),
        format::date(assessment.dated),
        texts.with("instrument-edition", &[("number", shown.edition.number.into())]),
    );
    let heading = heading.subtitle(line);
    if assessment.state == State::Corrected {
        return heading.tag(Tag::new(TagKind::Over, texts.t("assessments-state-corrected")));
    }
    heading
        .action(html! {
            form method="post" action={ (address(shown.client, assessment.id)) "/correct" } {
                (Button::submit(texts.t("assessments-correct")))
            }
        })
        .action(Button::link(
            format!("{}/pdf", address(shown.client, assessment.id)),
            texts.t("assessments-pdf"),
        ))
}

impl Complete<'_> {
    pub(super) fn render(&self, texts: Texts) -> Markup {
        let definition = &self.edition.definition;
        html! {
            div.stack {
                @if let Some(other) = self.corrected_by {
                    (Notice::warning(texts.t("assessments-corrected-what")).more(html! {
                        p { a href=(address(self.client, other.id)) { (texts.t("assessments-open-correction")) } }
                    }))
                }
                @if !definition.subscales.is_empty() {
                    (Paper::new(texts.t("assessments-scores")).with(html! {
                        div.inside { (self.course().radar(texts).render(texts)) }
                        (self.scores(texts))
                        div.inside { p.quiet.small { (self.about_change(texts)) } }
                    }))
                }
                (Paper::new(texts.t("assessments-answers")).with(self.answers(texts)))
                @if !self.assessment.answers.note.is_empty() {
                    (Paper::new(texts.t("assessments-note")).with_inside(html! { p.said-text { (self.assessment.answers.note) } }))
                }
                p.quiet.small { (self.made(texts)) }
            }
        }
    }

    /// This assessment, after the one before.
    fn course(&self) -> Course<'_> {
        let definition = &self.edition.definition;
        Course {
            definition,
            family: &self.edition.family,
            points: self
                .previous
                .into_iter()
                .chain([(self.assessment, definition)])
                .collect(),
        }
    }

    fn scores(&self, texts: Texts) -> Table {
        let mut columns = vec![Column::new(texts.t("assessments-subscale"))];
        let answering = self.course().answering();
        for whose in &answering {
            columns.push(Column::number(whose.word(texts)));
            if self.previous.is_some() {
                columns.push(Column::new(
                    texts.with("assessments-change-of", &[("who", whose.word(texts).into())]),
                ));
            }
        }
        columns.push(Column::new(texts.t("assessments-range")));
        let row = |subscale: &Subscale| {
            let mut cells = vec![html! { (subscale.title.of(texts.locale())) }];
            let mut range = String::new();
            for whose in &answering {
                let now = score_of(self.assessment, &self.edition.definition, &subscale.key, *whose);
                if let Some(score) = &now {
                    range = format!("{}–{}", number(texts, score.lowest), number(texts, score.highest));
                }
                let value = now.and_then(|score| score.value);
                cells.push(html! { (value.map_or_else(|| "–".to_owned(), |value| number(texts, value))) });
                if let Some((previous, definition)) = self.previous {
                    let before =
                        score_of(previous, definition, &subscale.key, *whose).and_then(|score| score.value);
                    cells.push(changed(texts, subscale, before, value));
                }
            }
            cells.push(html! { span.quiet { (range) } });
            cells
        };
        Table::new("scores", texts.t("assessments-scores"), columns)
            .caption_unseen()
            .cards()
            .rows(self.edition.definition.subscales.iter().map(row))
    }

    /// What a change can be said to mean.
    fn about_change(&self, texts: Texts) -> String {
        let is_studied = self
            .edition
            .definition
            .subscales
            .iter()
            .any(|subscale| subscale.reliable.is_some());
        match (self.previous, is_studied) {
            (None, _) => texts.t("assessments-no-previous"),
            (Some((previous, _)), true) => texts.with(
                "assessments-change-reliable",
                &[("day", format::date(previous.dated).into())],
            ),
            (Some((previous, _)), false) => texts.with(
                "assessments-change-unstudied",
                &[("day", format::date(previous.dated).into())],
            ),
        }
    }

    fn answers(&self, texts: Texts) -> Table {
        let definition = &self.edition.definition;
        let given = self.assessment.given();
        let mut columns = vec![Column::new(texts.t("assessments-question"))];
        if definition.asks_worker() {
            columns.push(Column::new(texts.t("assessments-by-worker")));
        }
        if given.is_some() {
            columns.push(Column::new(texts.t("assessments-by-client")));
        }
        if let Some((previous, _)) = self.previous {
            columns.push(Column::new(texts.with(
                "assessments-earlier-on",
                &[("day", format::date(previous.dated).into())],
            )));
        }
        let of = |definition: &Definition, item: &Item, answers: &Answers| {
            answer_in_words(texts, definition, &item.key, answers)
        };
        let cell =
            |text: Option<String>| html! { span.said-text { (text.unwrap_or_else(|| "–".to_owned())) } };
        let row = |item: &Item| {
            let mut cells = vec![html! { (item.text.of(texts.locale())) }];
            if definition.asks_worker() {
                cells.push(cell(of(definition, item, &self.assessment.answers)));
            }
            if let Some(given) = given {
                cells.push(cell(of(definition, item, given)));
            }
            if let Some((previous, earlier)) = self.previous {
                let said = [
                    of(earlier, item, &previous.answers),
                    previous.given().and_then(|given| of(earlier, item, given)),
                ];
                let said: Vec<String> = said.into_iter().flatten().collect();
                cells.push(cell((!said.is_empty()).then(|| said.join(" / "))));
            }
            cells
        };
        Table::new("answers", texts.t("assessments-answers"), columns)
            .caption_unseen()
            .cards()
            .rows(definition.items.iter().map(row))
    }

    fn made(&self, texts: Texts) -> String {
        let mut made = texts.with(
            "assessments-made-by",
            &[("worker", self.assessment.by.as_str().into())],
        );
        if let Some(given_at) = self.assessment.own.as_ref().and_then(|own| own.given_at) {
            let when = format::near_time(texts, format::finnish_time(given_at), self.today);
            made.push(' ');
            made.push_str(&texts.with("assessments-client-gave", &[("when", when.into())]));
        }
        made
    }
}

/// A change as a cell: a reliable one with a tag of its own.
pub(super) fn changed(texts: Texts, subscale: &Subscale, before: Option<f64>, now: Option<f64>) -> Markup {
    let (Some(before), Some(now)) = (before, now) else {
        return html! { "–" };
    };
    let change = change(subscale, before, now);
    if is_reliable(change.verdict) {
        let kind = if change.verdict == crate::instruments::Verdict::ReliablyBetter {
            TagKind::Good
        } else {
            TagKind::Over
        };
        html! { (series::difference(texts, change.difference)) " " (Tag::new(kind, texts.t(&format!("assessments-change-{}", change.verdict)))) }
    } else {
        html! { (in_words(texts, change)) }
    }
}

/// What somebody typed too late, beside what is stored.
pub(super) fn typed(texts: Texts, definition: &Definition, stored: &Answers, form: &FormState) -> Markup {
    let input = AnswersInput::of_form(form);
    let columns = ["assessments-question", "assessments-typed", "assessments-stored"]
        .map(|key| Column::new(texts.t(key)));
    let row = |item: &Item| {
        let sent = input.answers.get(&item.key).map_or("–", String::as_str);
        let stored = answer_in_words(texts, definition, &item.key, stored).unwrap_or_else(|| "–".to_owned());
        vec![
            html! { (item.text.of(texts.locale())) },
            html! { span.said-text { (sent) } },
            html! { span.said-text { (stored) } },
        ]
    };
    Paper::new(texts.t("assessments-answers")).with(html! {
        (Table::new(FIELD, texts.t("assessments-answers"), columns).caption_unseen().cards().rows(definition.items.iter().map(row)))
        @if !input.note.is_empty() { div.inside { p.said-text { (input.note) } } }
    })
}
