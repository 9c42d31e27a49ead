//! What is done to narratives: told, corrected.

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{input::NarrativeInput, kept, rules, store};

/// Tells a narrative; answers its id.
pub(super) async fn tell(visit: &Visit, client: SubjectId, input: &NarrativeInput) -> Answer<Uuid> {
    let telling = input.check(visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let id = store::insert(&grant, &telling).await?;
    visit.will_create(format!("{API}{}", address(client, id)), 1);
    grant
        .commit("narrative-added", json!({ "narrative": id }))
        .await?;
    Ok(id)
}

/// Adds a wording that counts from now on. `seen` is the number of the wording that was corrected.
///
/// # Errors
/// [`DeskError::Conflict`] when it was corrected by somebody else since.
pub(super) async fn correct(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &NarrativeInput,
) -> Answer<()> {
    let telling = input.check(visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let stored = store::one(&grant, id).await?;
    if stored.current.number != seen {
        return Err(DeskError::Conflict.into());
    }
    let number = rules::correct(&stored.current, &telling)
        .map_err(|(field, key)| Failure::Invalid(vec![InvalidField { field, key }]))?;
    store::reword(&grant, &stored, number, &telling).await?;
    grant
        .commit("narrative-corrected", json!({ "narrative": id }))
        .await?;
    Ok(())
}

/// Where a narrative is found.
pub(super) fn address(client: SubjectId, narrative: Uuid) -> String {
    format!("/clients/{client}/narratives/{narrative}")
}
