//! Finding a client: by any part of a name, misspelt or not, or by a complete code, phone or e-mail.
//!
//! What is typed is posted and goes into no address (A8). Somebody hidden changes neither an answer nor its order.

use axum::{Json, http::HeaderMap};
use polku_desk::{
    SubjectId, Visit,
    access::{AccessSpec, Action, Resource},
    lookup::Quality,
};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, found, rows},
    form::{Form, FormState},
    frame::Heading,
    html,
};
use polku_values::IdentityCode;
use polku_web::{Answer, ApiDoc, AtDesk, Fields, IntoResponse, JsonBody, Method, Reader, Response, Routes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::summary::{self, Summary};

/// What finding touches: names, and of a role that has it, groups and periods.
const FIND: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Identity, Resource::Service]);
/// As many are shown while one types.
const WHILE_TYPING: usize = 8;
/// As many are shown on a page, and told to a program that asks for no other number.
const ON_A_PAGE: usize = 20;
/// Fewer characters than this say nothing.
const SHORTEST: usize = 2;

/// The routes of finding.
pub(super) fn routes() -> Routes {
    let doc = ApiDoc::new("Find clients by name, code, phone or e-mail")
        .takes::<FindInput>()
        .answers::<FoundClients>();
    Routes::new()
        .page(Method::POST, "/find", FIND, page)
        .api(Method::POST, "/clients/find", FIND, doc, api)
}

/// What is looked for.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
struct FindInput {
    /// Any part of a name, or a complete identity code, phone number or e-mail address.
    text: String,
    /// How many at most, up to 50.
    #[serde(default)]
    limit: Option<usize>,
}

/// Who was found, the best first.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundClients {
    /// The clients.
    found: Vec<FoundClient>,
}

/// Somebody who was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundClient {
    /// Who.
    #[serde(flatten)]
    client: Summary,
    /// How well the text fits: `exact`, `prefix`, `part` or `spelling`.
    quality: &'static str,
}

async fn search(visit: &Visit, text: &str, limit: usize) -> Answer<Vec<(Summary, Quality)>> {
    let text = text.trim();
    if text.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let found = visit.find(text, limit).await?;
    let people: Vec<SubjectId> = found.iter().map(|found| found.subject).collect();
    let summaries = summary::of(visit, &people).await?;
    Ok(summaries
        .into_iter()
        .zip(found.into_iter().map(|found| found.quality))
        .collect())
}

async fn page(visit: AtDesk, reader: Reader, headers: HeaderMap, Fields(form): Fields) -> Answer {
    let text = form.value("q");
    let texts = reader.texts;
    if headers.contains_key("hx-request") {
        let people = search(&visit, text, WHILE_TYPING).await?;
        let people: Vec<_> = people.iter().map(|(summary, _)| summary.found(texts)).collect();
        return Ok(found(texts, &people).into_response());
    }
    let people = search(&visit, text, ON_A_PAGE).await?;
    let people: Vec<Summary> = people.into_iter().map(|(summary, _)| summary).collect();
    Ok(reader.page(
        "client-find-title",
        &Heading::new(texts.t("client-find-title")),
        view(texts, text, &people, visit.may_open_emergency()?),
    ))
}

async fn api(visit: AtDesk, JsonBody(input): JsonBody<FindInput>) -> Answer<Response> {
    let limit = input.limit.unwrap_or(ON_A_PAGE).clamp(1, 50);
    let found = search(&visit, &input.text, limit).await?;
    let found = found
        .into_iter()
        .map(|(client, quality)| FoundClient {
            client,
            quality: name_of(quality),
        })
        .collect();
    Ok(Json(FoundClients { found }).into_response())
}

const fn name_of(quality: Quality) -> &'static str {
    match quality {
        Quality::Exact => "exact",
        Quality::Prefix => "prefix",
        Quality::Part => "part",
        Quality::Spelling => "spelling",
    }
}

fn view(texts: Texts, text: &str, people: &[Summary], may_open_emergency: bool) -> Markup {
    let mut state = FormState::new();
    state.set("q", text);
    let form = Form::post(texts, "/find", &state);
    let again = form.with(html! {
        (form.text("q", texts.t("frame-find-label")).help(texts.t("client-find-help")).max_length(100))
        p { (Button::submit(texts.t("common-find")).main()) }
    });
    let row = |one: &Summary| {
        let words = html! { (one.detail(texts)) @if let Some(tag) = one.tag(texts) { " " (tag) } };
        Row::link(one.href(), &one.name).words(words)
    };
    html! {
        div.inside { (again) }
        @if text.trim().chars().count() < SHORTEST {
            (Empty::new(texts.t("client-find-short")))
        } @else if people.is_empty() {
            (nobody(texts, text, may_open_emergency))
        } @else {
            (Paper::new(texts.with("frame-found", &[("count", i64::try_from(people.len()).unwrap_or(0).into())]))
                .with(rows(people.iter().map(row))))
        }
    }
}

/// Whoever typed a complete code may have an emergency. The way there is the same whether or not the code is somebody's:
/// it tells nothing (A8).
fn nobody(texts: Texts, text: &str, may_open_emergency: bool) -> Empty {
    let empty = Empty::new(texts.t("client-find-none"));
    if may_open_emergency && IdentityCode::parse(text.trim()).is_ok() {
        empty.first_step(Button::link("/emergency", texts.t("client-find-emergency")))
    } else {
        empty
    }
}
