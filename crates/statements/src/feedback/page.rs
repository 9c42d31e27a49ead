//! The pages of feedback: what the client fills in on the worker's screen, and what whoever leads the service reads.

use polku_desk::{Client, Read, SubjectId};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Notice, Pagination, Paper, Tag},
    form::{Choice, Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    given::{FeedbackInput, Given, QUESTIONS},
    store,
};
use polku_casework::keeping;

/// On a page.
const PAGE: i64 = 20;

/// From where a list goes on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: Option<i64>,
}

/// The form, worded to the client.
pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    keeping::kept(&visit, RecordKind::Feedback)?;
    let form = form(reader.texts, client, &FormState::new());
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    Ok(reader.page(
        "service-feedback-new-title",
        &heading(reader.texts, client, name),
        form,
    ))
}

pub(super) async fn give(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: FeedbackInput = fields.read()?;
    match take_down(&visit, client, &input).await {
        Ok(_) => Ok(flash(&format!("/clients/{client}"), "service-feedback-given")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let name = visit.name_of(grant.subject()).unwrap_or_default();
            let state = fields.with_errors(&reader, &invalid);
            let form = form(reader.texts, client, &state);
            Ok(reader.page_to_mend(
                "service-feedback-new-title",
                &[],
                &heading(reader.texts, client, name),
                form,
            ))
        }
        Err(failure) => Err(failure),
    }
}

/// Takes feedback down; answers its id.
pub(super) async fn take_down(visit: &AtDesk, client: SubjectId, input: &FeedbackInput) -> Answer<Uuid> {
    keeping::kept(visit, RecordKind::Feedback)?;
    let words = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let id = store::insert(&grant, &words).await?;
    grant
        .commit("service-feedback-given", json!({ "feedback": id }))
        .await?;
    Ok(id)
}

/// Notes that it was seen.
pub(super) async fn mark_seen(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<()> {
    keeping::kept(visit, RecordKind::Feedback)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    store::seen(&grant, id).await?;
    grant
        .commit("service-feedback-seen", json!({ "feedback": id }))
        .await?;
    Ok(())
}

pub(super) async fn seen(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    mark_seen(&visit, client, id).await?;
    Ok(flash("/feedback", "service-feedback-marked-seen"))
}

/// What clients said.
pub(super) async fn list(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    keeping::kept(&visit, RecordKind::Feedback)?;
    let texts = reader.texts;
    let from = asked.from.unwrap_or(0).clamp(0, 100_000);
    let mut given = store::latest(&visit, from, PAGE + 1).await?;
    let is_more = given.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    given.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let unseen = store::unseen(&visit).await?;
    let pages = Pagination {
        newer: (from > 0).then(|| format!("/feedback?from={}", (from - PAGE).max(0))),
        older: is_more.then(|| format!("/feedback?from={}", from + PAGE)),
        position: texts.with("service-feedback-unseen-count", &[("count", unseen.into())]),
    };
    let body = html! {
        @if given.is_empty() { (Paper::bare().with(Empty::new(texts.t("service-feedback-none")))) }
        @else {
            div.stack {
                @for one in &given { (paper(texts, one)) }
                (pages.render(texts))
            }
        }
    };
    let heading = Heading::new(texts.t("service-feedback-title"))
        .subtitle(texts.with("service-feedback-unseen-count", &[("count", unseen.into())]));
    Ok(reader.page("service-feedback-title", &heading, body))
}

fn paper(texts: Texts, one: &Given) -> Markup {
    let answers = QUESTIONS.iter().zip(&one.words.answers);
    html! {
        (Paper::new(&one.name)
            .note(html! { (format::date(one.on)) " " @if one.seen_at.is_none() { (Tag::due(texts.t("service-feedback-unseen"))) } })
            .with_inside(html! {
                dl.fact-list {
                    @for (question, answer) in answers {
                        @if let Some(answer) = answer {
                            div { dt { (texts.t(&format!("service-feedback-ask-{question}"))) } dd { (answer) " / 5" } }
                        }
                    }
                }
                @if !one.words.good.is_empty() { h3 { (texts.t("service-feedback-good")) } p.said-text { (one.words.good) } }
                @if !one.words.better.is_empty() { h3 { (texts.t("service-feedback-better")) } p.said-text { (one.words.better) } }
                @if one.seen_at.is_none() {
                    form method="post" action={ "/clients/" (one.client) "/feedback/" (one.id) "/seen" } {
                        (Button::submit(texts.t("service-feedback-mark-seen")).tiny().about(&one.name))
                    }
                }
            }))
    }
}

fn form(texts: Texts, client: SubjectId, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/feedback");
    let form = Form::post(texts, &action, state);
    let scale = || (1..=5).map(|step: u8| Choice::new(step.to_string(), scale_word(texts, step)));
    let labels: Vec<String> = QUESTIONS
        .iter()
        .map(|question| texts.t(&format!("service-feedback-ask-{question}")))
        .collect();
    html! {
        div.stack {
            (Notice::info(texts.t("service-feedback-to-client")))
            (Paper::bare().with_inside(form.with(html! {
                @for (question, label) in QUESTIONS.iter().zip(&labels) {
                    (form.radios(question, label, scale()).side_by_side().optional())
                }
                (form.textarea("good", texts.t("service-feedback-good")).lines(3).optional())
                (form.textarea("better", texts.t("service-feedback-better")).lines(3).optional())
                p.actions { (Button::submit(texts.t("service-feedback-give")).main()) }
            })))
        }
    }
}

/// The ends of the scale in words.
fn scale_word(texts: Texts, step: u8) -> String {
    match step {
        1 => texts.t("service-feedback-scale-least"),
        5 => texts.t("service-feedback-scale-most"),
        _ => step.to_string(),
    }
}

fn heading(texts: Texts, client: SubjectId, name: String) -> Heading {
    Heading::new(texts.t("service-feedback-new-title")).back(format!("/clients/{client}"), name)
}
