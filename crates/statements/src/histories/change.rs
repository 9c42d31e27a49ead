//! What is done to histories: added, mended, taken away.

use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write};
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{input::ItemInput, item::Item, kept, store};

/// Adds an item; answers its id.
pub(super) async fn add(visit: &Visit, client: SubjectId, input: &ItemInput) -> Answer<Uuid> {
    let words = input
        .check(&*visit.profile()?, visit.today())
        .map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let id = store::insert(&grant, &words).await?;
    visit.will_create(format!("{API}{}", address(client, id)), 1);
    grant
        .commit(
            "history-item-added",
            json!({ "item": id, "history": words.history }),
        )
        .await?;
    Ok(id)
}

/// Mends an item. It stays in its history: health does not become work.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen.
pub(super) async fn mend(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &ItemInput,
) -> Answer<()> {
    let words = input
        .check(&*visit.profile()?, visit.today())
        .map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let stored = at_version(&grant, id, seen).await?;
    if stored.words.history != words.history {
        let (field, key) = ("history", "histories-stays");
        return Err(Failure::Invalid(vec![InvalidField { field, key }]));
    }
    store::update(&grant, &stored, &words).await?;
    grant
        .commit(
            "history-item-changed",
            json!({ "item": id, "history": words.history }),
        )
        .await?;
    Ok(())
}

/// Takes an item away.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen.
pub(super) async fn remove(visit: &Visit, client: SubjectId, id: Uuid, seen: i64) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let stored = at_version(&grant, id, seen).await?;
    store::delete(&grant, &stored).await?;
    grant
        .commit(
            "history-item-removed",
            json!({ "item": id, "history": stored.words.history }),
        )
        .await?;
    Ok(())
}

/// Where an item is found.
pub(super) fn address(client: SubjectId, item: Uuid) -> String {
    format!("/clients/{client}/histories/{item}")
}

async fn at_version(grant: &Granted<'_, Client, Write>, id: Uuid, seen: i64) -> Answer<Item> {
    let stored = store::one(grant, id).await?;
    if stored.version == seen {
        Ok(stored)
    } else {
        Err(DeskError::Conflict.into())
    }
}
