//! Assessments over the API.

use std::collections::BTreeMap;

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, DeskError, Granted, Read, SubjectId};
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, InvalidField, JsonBody, Path, StatusCode,
    header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    change::{self, OldEdition, Outcome, Wanted, address},
    input::{AnswersInput, BeginInput, SKIP, to_mend},
    kept,
    model::{Answers, Assessment, OwnState, Phase, State, Way},
    rules,
    series::{Whose, score_of},
    store,
};
use crate::instruments::{self, Edition, EditionId, Subscale, Verdict, change as change_of};

/// An assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AssessmentBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored, for If-Match.
    version: i64,
    /// The edition of the instrument.
    edition: EditionId,
    /// The instrument that it is an edition of.
    family: String,
    /// When on the way.
    phase: Phase,
    /// On which day.
    dated: Date,
    /// How far it is.
    state: State,
    /// The assessment that it corrects.
    corrects: Option<Uuid>,
    /// Who began it.
    by: String,
    /// When it was completed.
    completed_at: Option<Timestamp>,
    /// The worker's answers, as they are sent.
    answers: AnswersInput,
    /// The client's part; null when the client was not asked.
    own: Option<OwnBody>,
    /// The scores, with their change since the assessment before.
    scores: Vec<ScoreBody>,
}

/// The client's part.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OwnBody {
    /// Whether the client has given it.
    state: OwnState,
    /// How the client was asked.
    way: Way,
    /// When the client was asked.
    asked_at: Timestamp,
    /// When the client gave it.
    given_at: Option<Timestamp>,
    /// The client's answers once they are given.
    answers: Option<AnswersInput>,
}

/// A score.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ScoreBody {
    /// Of which subscale.
    subscale: String,
    /// `worker` or `client`.
    by: &'static str,
    /// The score.
    value: f64,
    /// The lowest that can be.
    lowest: f64,
    /// The highest that can be.
    highest: f64,
    /// How many items were answered.
    answered: usize,
    /// Of how many.
    of: usize,
    /// The difference to the assessment before.
    change: Option<f64>,
    /// What the difference means.
    verdict: Option<Verdict>,
}

/// How to complete.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct CompletionInput {
    /// The version that was seen.
    version: i64,
    /// True to complete by an edition that is not offered any more.
    old_edition: bool,
}

fn as_sent(answers: &Answers) -> AnswersInput {
    let values = answers
        .values
        .iter()
        .map(|(key, value)| (key.clone(), value.to_string()));
    let texts = answers
        .texts
        .iter()
        .map(|(key, text)| (key.clone(), text.clone()));
    let skipped = answers.skipped.iter().map(|key| (key.clone(), SKIP.to_owned()));
    AnswersInput {
        answers: values.chain(texts).chain(skipped).collect::<BTreeMap<_, _>>(),
        note: answers.note.clone(),
        dated: String::new(),
    }
}

fn body(
    one: &Assessment,
    all: &[Assessment],
    editions: &BTreeMap<EditionId, Edition>,
) -> Answer<AssessmentBody> {
    let definition = &editions
        .get(&one.edition)
        .ok_or(DeskError::Stored("edition"))?
        .definition;
    let previous = rules::previous(all, one)
        .and_then(|earlier| Some((earlier, &editions.get(&earlier.edition)?.definition)));
    let score = |subscale: &Subscale, whose: Whose| {
        let score = score_of(one, definition, &subscale.key, whose)?;
        let value = score.value?;
        let before = previous.and_then(|(earlier, definition)| {
            score_of(earlier, definition, &subscale.key, whose).and_then(|score| score.value)
        });
        let change = before.map(|before| change_of(subscale, before, value));
        Some(ScoreBody {
            by: match whose {
                Whose::Worker => "worker",
                Whose::Client => "client",
            },
            subscale: score.subscale,
            value,
            lowest: score.lowest,
            highest: score.highest,
            answered: score.answered,
            of: score.of,
            change: change.map(|change| change.difference),
            verdict: change.map(|change| change.verdict),
        })
    };
    let scores = definition
        .subscales
        .iter()
        .flat_map(|subscale| [score(subscale, Whose::Worker), score(subscale, Whose::Client)])
        .flatten()
        .collect();
    Ok(AssessmentBody {
        id: one.id,
        version: one.version,
        edition: one.edition.clone(),
        family: one.family.clone(),
        phase: one.phase,
        dated: one.dated,
        state: one.state,
        corrects: one.corrects,
        by: one.by.clone(),
        completed_at: one.completed_at,
        answers: as_sent(&one.answers),
        own: one.own.as_ref().map(|own| OwnBody {
            state: own.state,
            way: own.way,
            asked_at: own.asked_at,
            given_at: own.given_at,
            answers: own.given().map(as_sent),
        }),
        scores,
    })
}

pub(super) async fn list(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<Vec<AssessmentBody>>> {
    let grant = open(&visit, client).await?;
    let all = store::all(&grant).await?;
    let editions = instruments::by_id(&visit).await?;
    let bodies = all.iter().map(|one| body(one, &all, &editions));
    Ok(Json(bodies.collect::<Answer<_>>()?))
}

pub(super) async fn begin(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<BeginInput>,
) -> Answer {
    let id = change::begin(&visit, client, &input).await?;
    made(&visit, client, id).await
}

pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    now(&visit, client, id).await
}

pub(super) async fn save(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<AnswersInput>,
) -> Answer {
    let outcome = change::save(&visit, client, id, seen, &input, Wanted::Keep)
        .await
        .map_err(IfMatch::or_failed)?;
    if let Outcome::Wrong(wrong) = outcome {
        return Err(Failure::Invalid(to_mend(&wrong)));
    }
    now(&visit, client, id).await
}

pub(super) async fn complete(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<CompletionInput>,
) -> Answer {
    let stored = store::one(&open(&visit, client).await?, id).await?;
    let old = if input.old_edition {
        OldEdition::Accepted
    } else {
        OldEdition::Unasked
    };
    let answers = as_sent(&stored.answers);
    let outcome = change::save(&visit, client, id, input.version, &answers, Wanted::Complete(old)).await?;
    match outcome {
        Outcome::NotYet(_, key) => Err(Failure::Invalid(vec![InvalidField {
            field: "answers",
            key,
        }])),
        Outcome::Wrong(wrong) => Err(Failure::Invalid(to_mend(&wrong))),
        Outcome::Kept(_) | Outcome::Completed => now(&visit, client, id).await,
    }
}

pub(super) async fn correct(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let new = change::correct(&visit, client, id).await?;
    made(&visit, client, new).await
}

pub(super) async fn discard(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer<StatusCode> {
    change::discard(&visit, client, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn made(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer {
    let mut response = now(visit, client, id).await?;
    *response.status_mut() = StatusCode::CREATED;
    let location = header::HeaderValue::from_str(&format!("{API}{}", address(client, id)));
    let location = location.map_err(|error| Failure::Internal(error.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// The assessment as it is after the change.
async fn now(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer {
    visit.settle().await?;
    let grant = open(visit, client).await?;
    let all = store::all(&grant).await?;
    let one = all.iter().find(|one| one.id == id).ok_or(DeskError::Hidden)?;
    let editions = instruments::by_id(visit).await?;
    let body = body(one, &all, &editions)?;
    Ok(EntityTag(body.version).on(Json(body).into_response()))
}

async fn open(visit: &AtDesk, client: SubjectId) -> Answer<Granted<'_, Client, Read>> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    Ok(grant)
}
