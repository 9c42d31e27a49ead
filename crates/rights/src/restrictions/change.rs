//! Setting and lifting.

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, Failure};
use serde_json::json;

use super::{
    input::{LiftingInput, RestrictionInput},
    store,
};
use crate::requests::{change::invalid, kept};

/// Freezes a person's data, with the reason, in one write.
pub(super) async fn set(visit: &Visit, client: SubjectId, input: &RestrictionInput) -> Answer<()> {
    kept(visit)?;
    let (ground, words) = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    if store::in_force(&grant).await?.is_some() {
        return Err(invalid("ground", "restrictions-already"));
    }
    let id = store::set(&grant, None, ground, &words).await?;
    grant
        .commit("restriction-set", json!({ "restriction": id, "ground": ground }))
        .await?;
    Ok(())
}

/// Lifts the restriction in force.
///
/// # Errors
/// [`DeskError::Conflict`] when none is in force any more.
pub(super) async fn lift(visit: &Visit, client: SubjectId, input: &LiftingInput) -> Answer<()> {
    kept(visit)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let restriction = store::in_force(&grant).await?.ok_or(DeskError::Conflict)?;
    let (told_on, words) = input
        .check(restriction.words.clone(), visit.today())
        .map_err(Failure::Invalid)?;
    store::lift(&grant, &restriction, told_on, &words).await?;
    grant
        .commit("restriction-lifted", json!({ "restriction": restriction.id }))
        .await?;
    Ok(())
}
