//! Writing and publishing statement texts.

use polku_desk::{DeskError, Visit};
use polku_web::{API, Answer, Failure, InvalidField};
use uuid::Uuid;

use super::{
    super::{kept, rules},
    input::StatementInput,
    store::{self, State},
};

/// Writes a draft of the next edition; answers its id. There is one draft of a kind at a time.
pub(super) async fn write(visit: &Visit, input: &StatementInput) -> Answer<Uuid> {
    kept(visit)?;
    let (kind, texts) = input.check().map_err(Failure::Invalid)?;
    if !rules::takes(&*visit.profile()?, kind) {
        return Err(invalid("kind", "consents-kind-unknown"));
    }
    let is_draft = |statement: &store::Statement| statement.kind == kind && statement.state == State::Draft;
    if store::all(visit).await?.iter().any(is_draft) {
        return Err(invalid("kind", "consent-texts-draft-already"));
    }
    Ok(store::insert(visit, kind, &texts).await?)
}

/// Writes a draft anew.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody else wrote it first, [`Failure::Invalid`] when it is published.
pub(super) async fn rewrite(visit: &Visit, id: Uuid, seen: i64, input: &StatementInput) -> Answer<()> {
    kept(visit)?;
    let statement = store::one(visit, id).await?;
    if statement.state != State::Draft {
        return Err(invalid("text_fi", "consent-texts-published-stays"));
    }
    let input = StatementInput {
        kind: statement.kind.name().to_owned(),
        ..input.clone()
    };
    let (_, texts) = input.check().map_err(Failure::Invalid)?;
    Ok(store::rewrite(visit, id, seen, &texts).await?)
}

/// Publishes a draft.
pub(super) async fn publish(visit: &Visit, id: Uuid) -> Answer<()> {
    kept(visit)?;
    let statement = store::one(visit, id).await?;
    if statement.state != State::Draft {
        return Err(DeskError::Conflict.into());
    }
    Ok(store::publish(visit, &statement).await?)
}

/// Where an edition is found in the API.
pub(super) fn location(id: Uuid) -> String {
    format!("{API}/consent-statements/{id}")
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
