//! What is done to assessments: begun, saved, completed, corrected, thrown away.

use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write};
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::{AnswersInput, BeginInput, WrongAnswer},
    kept,
    model::{Answers, Assessment, State},
    rules, store,
};
use crate::instruments::{self, Edition, Standing};

/// Where an assessment is found.
pub(crate) fn address(client: SubjectId, assessment: Uuid) -> String {
    format!("/clients/{client}/assessments/{assessment}")
}

/// What is wanted with the answers that were sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// They are kept; the assessment stays open.
    Keep,
    /// The assessment is complete.
    Complete(OldEdition),
}

/// Whether it is known and wanted that an edition is not offered any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OldEdition {
    /// Nobody has said so.
    Unasked,
    /// It is to be completed by it all the same.
    Accepted,
}

/// What became of the answers.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// They are kept, at this version.
    Kept(i64),
    /// The assessment is complete.
    Completed,
    /// They are kept, at this version, and something stands in the way of completing: the key of what to say.
    NotYet(i64, &'static str),
    /// They do not fit the questions; nothing was stored.
    Wrong(Vec<WrongAnswer>),
}

/// Begins an assessment; answers its id.
pub(super) async fn begin(visit: &Visit, client: SubjectId, input: &BeginInput) -> Answer<Uuid> {
    let begun = input.check(visit.today()).map_err(Failure::Invalid)?;
    let edition = match instruments::edition(visit, &begun.edition).await {
        Err(DeskError::Hidden) => return Err(wrong("edition", "assessments-edition-missing")),
        other => other?,
    };
    rules::begin(edition.standing).map_err(|key| wrong("edition", key))?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let new = Assessment {
        id: visit.new_id(),
        owner: grant.subject(),
        version: 1,
        edition: edition.id,
        family: edition.family,
        phase: begun.phase,
        dated: begun.dated,
        state: State::Open,
        corrects: None,
        by: String::new(),
        completed_at: None,
        answers: Answers::default(),
        own: None,
    };
    store::insert(&grant, &new).await?;
    visit.will_create(format!("{API}{}", address(client, new.id)), 1);
    grant
        .commit(
            "assessment-begun",
            json!({ "assessment": new.id, "edition": new.edition }),
        )
        .await?;
    Ok(new.id)
}

/// Stores answers. What fits is kept even when the assessment cannot be completed yet, so that nothing is lost.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or is complete by now.
pub(super) async fn save(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &AnswersInput,
    wanted: Wanted,
) -> Answer<Outcome> {
    let (grant, mut assessment, edition) = open(visit, client, id).await?;
    if assessment.state != State::Open || assessment.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let dated = input
        .day(assessment.dated, visit.today())
        .map_err(Failure::Invalid)?;
    let answers = match input.check(&edition.definition) {
        Ok(answers) => answers,
        Err(wrong) => return Ok(Outcome::Wrong(wrong)),
    };
    (assessment.dated, assessment.answers) = (dated, answers);
    let hindrance = hindrance(&assessment, &edition, wanted);
    let what = match (wanted, hindrance) {
        (Wanted::Complete(_), None) => {
            assessment.state = State::Complete;
            assessment.completed_at = Some(visit.now());
            "assessment-completed"
        }
        _ => "assessment-saved",
    };
    store::update(&grant, &assessment).await?;
    if assessment.state == State::Complete
        && let Some(earlier) = assessment.corrects
    {
        let earlier = store::one(&grant, earlier).await?;
        store::corrected(&grant, &earlier).await?;
    }
    grant.commit(what, json!({ "assessment": id })).await?;
    let version = assessment.version + 1;
    Ok(match (wanted, hindrance) {
        (Wanted::Keep, _) => Outcome::Kept(version),
        (Wanted::Complete(_), Some(key)) => Outcome::NotYet(version, key),
        (Wanted::Complete(_), None) => Outcome::Completed,
    })
}

/// What stands in the way of completing.
fn hindrance(assessment: &Assessment, edition: &Edition, wanted: Wanted) -> Option<&'static str> {
    if edition.standing == Standing::Withdrawn && wanted == Wanted::Complete(OldEdition::Unasked) {
        return Some("assessments-edition-gone");
    }
    rules::complete(&edition.definition, &assessment.answers, assessment.given()).err()
}

/// Begins another assessment that corrects a complete one, with its answers; answers its id.
pub(super) async fn correct(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<Uuid> {
    let (grant, assessment, _) = open(visit, client, id).await?;
    if assessment.state != State::Complete {
        return Err(DeskError::Conflict.into());
    }
    let all = store::all(&grant).await?;
    let under_way = all
        .iter()
        .find(|one| one.state == State::Open && one.corrects == Some(id));
    if let Some(begun) = under_way {
        return Ok(begun.id);
    }
    let new = Assessment {
        id: visit.new_id(),
        version: 1,
        state: State::Open,
        corrects: Some(id),
        completed_at: None,
        own: None,
        ..assessment.clone()
    };
    store::insert(&grant, &new).await?;
    // What the client gave is the client's: it stands beside the corrected answers as it was given.
    if let Some(given) = assessment.given() {
        crate::own::store::take_in(&grant, &new, given).await?;
    }
    visit.will_create(format!("{API}{}", address(client, new.id)), 1);
    grant
        .commit(
            "assessment-correction-begun",
            json!({ "assessment": new.id, "corrects": id }),
        )
        .await?;
    Ok(new.id)
}

/// Throws an open assessment away. What the client has given is not thrown away.
pub(super) async fn discard(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let (grant, assessment, _) = open(visit, client, id).await?;
    if assessment.state != State::Open {
        return Err(DeskError::Conflict.into());
    }
    if assessment.given().is_some() {
        return Err(DeskError::Refused("assessments-client-has-answered").into());
    }
    store::discard(&grant, &assessment).await?;
    grant
        .commit("assessment-discarded", json!({ "assessment": id }))
        .await?;
    Ok(())
}

/// An assessment for changing, with its edition.
pub(crate) async fn open(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
) -> Answer<(Granted<'_, Client, Write>, Assessment, Edition)> {
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let assessment = store::one(&grant, id).await?;
    let edition = instruments::edition(visit, &assessment.edition).await?;
    Ok((grant, assessment, edition))
}

fn wrong(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
