//! What is done to decisions: entered, told to the client, replaced.

use polku_casework::keeping;
use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_profile::Activity;
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::{DecisionInput, NoticeInput},
    kept, rules, store,
};

/// Enters a decision; answers its id.
pub(super) async fn make(visit: &Visit, client: SubjectId, input: &DecisionInput) -> Answer<Uuid> {
    let new = input
        .check(&*visit.profile()?, visit.today())
        .map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    keeping::allowed(visit, Activity::Decide)?;
    kept(&grant)?;
    let replaced = match new.replaces {
        Some(id) => Some(store::one(&grant, id).await?),
        None => None,
    };
    if let Some(replaced) = &replaced {
        rules::may_replace(replaced).map_err(|key| {
            Failure::Invalid(vec![InvalidField {
                field: "replaces",
                key,
            }])
        })?;
    }
    let id = store::insert(&grant, &new, replaced.as_ref()).await?;
    visit.will_create(format!("{API}{}", address(client, id)), 1);
    grant
        .commit("decision-entered", json!({ "decision": id }))
        .await?;
    Ok(id)
}

/// Enters that the client was told.
pub(super) async fn notify(visit: &Visit, client: SubjectId, id: Uuid, input: &NoticeInput) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    keeping::allowed(visit, Activity::Decide)?;
    kept(&grant)?;
    let decision = store::one(&grant, id).await?;
    let notice = input.check(&decision, visit.today()).map_err(Failure::Invalid)?;
    store::notify(&grant, &decision, notice)
        .await
        .map_err(|error| match error {
            DeskError::Conflict => Failure::Invalid(vec![InvalidField {
                field: "by",
                key: "decisions-notified-already",
            }]),
            other => other.into(),
        })?;
    grant.commit("decision-told", json!({ "decision": id })).await?;
    Ok(())
}

/// Where a decision is found.
pub(super) fn address(client: SubjectId, decision: Uuid) -> String {
    format!("/clients/{client}/decisions/{decision}")
}
