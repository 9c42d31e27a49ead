//! Feedback over the API.

use axum::Json;
use jiff::civil::Date;
use polku_casework::keeping;
use polku_desk::SubjectId;
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, IntoResponse, JsonBody, Path, Query, Response, StatusCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    given::{FeedbackInput, Given, QUESTIONS},
    page, store,
};

/// On a page at most.
const MOST: i64 = 200;

/// From where a list goes on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: Option<i64>,
    limit: Option<i64>,
}

/// What clients said.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FeedbackDocument {
    /// What is not seen first, then the latest.
    feedback: Vec<FeedbackBody>,
    /// How much is not seen.
    unseen: i64,
}

/// What a client said.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FeedbackBody {
    /// Its id.
    id: Uuid,
    /// Who said it.
    client: SubjectId,
    /// The day.
    given_on: Date,
    /// Whether it was seen.
    seen: bool,
    /// The answers from 1 to 5 by question; a question that was passed over is not there.
    answers: Vec<AnswerBody>,
    /// What was good.
    good: String,
    /// What should be otherwise.
    better: String,
}

/// An answer.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AnswerBody {
    /// `helped`, `heard`, `progress` or `recommend`.
    question: &'static str,
    /// From 1 to 5.
    answer: u8,
}

impl From<Given> for FeedbackBody {
    fn from(given: Given) -> Self {
        let answers = QUESTIONS.iter().zip(given.words.answers);
        Self {
            id: given.id,
            client: given.client,
            given_on: given.on,
            seen: given.seen_at.is_some(),
            answers: answers
                .filter_map(|(question, answer)| {
                    Some(AnswerBody {
                        question,
                        answer: answer?,
                    })
                })
                .collect(),
            good: given.words.good,
            better: given.words.better,
        }
    }
}

pub(super) async fn list(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Json<FeedbackDocument>> {
    keeping::kept(&visit, RecordKind::Feedback)?;
    let (from, limit) = (
        asked.from.unwrap_or(0).max(0),
        asked.limit.unwrap_or(MOST).clamp(1, MOST),
    );
    let given = store::latest(&visit, from, limit).await?;
    Ok(Json(FeedbackDocument {
        feedback: given.into_iter().map(FeedbackBody::from).collect(),
        unseen: store::unseen(&visit).await?,
    }))
}

pub(super) async fn give(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<FeedbackInput>,
) -> Answer {
    let id = page::take_down(&visit, client, &input).await?;
    // Whoever takes it down does not read it again: there is no address to look at.
    Ok((StatusCode::CREATED, Json(serde_json::json!({ "id": id }))).into_response())
}

pub(super) async fn seen(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer<Response> {
    page::mark_seen(&visit, client, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
