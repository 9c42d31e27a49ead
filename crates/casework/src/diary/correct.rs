//! Correcting an entry: the earlier wording stays (B5).

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    add::check_links,
    entry::{Entry, Telling},
    input::EntryInput,
    kept, rules, store,
};
use crate::drafts;

/// Adds a wording that counts from now on. `seen` is the number of the wording that was corrected; answers the new one's.
///
/// # Errors
/// [`DeskError::Conflict`] when it was corrected by somebody else since.
pub(super) async fn correct(
    visit: &Visit,
    client: SubjectId,
    entry: Uuid,
    seen: i64,
    input: &EntryInput,
) -> Answer<i64> {
    let telling = input.check(visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let stored = store::one(&grant, entry).await?;
    if stored.current.number != seen {
        return Err(DeskError::Conflict.into());
    }
    let number = next_number(&stored, &telling)?;
    check_links(&grant, &telling).await?;
    store::reword(&grant, &stored, number, &telling).await?;
    if let Some(draft) = input.draft() {
        drafts::finish(&grant, draft).await?;
    }
    let details = json!({ "entry": entry, "fields": changed(&stored, &telling) });
    grant.commit("diary-entry-corrected", details).await?;
    Ok(number)
}

fn next_number(stored: &Entry, telling: &Telling) -> Answer<i64> {
    rules::correct(&stored.current, telling).map_err(|key| {
        let field = if key == "diary-correction-same" {
            "text"
        } else {
            "reason"
        };
        Failure::Invalid(vec![InvalidField { field, key }])
    })
}

/// The names of what the correction changes, for the log.
fn changed(stored: &Entry, telling: &Telling) -> Vec<&'static str> {
    let was = &stored.current.says;
    [
        ("dated", was.dated != telling.dated),
        ("kind", was.kind != telling.kind),
        ("contact", was.contact != telling.contact),
        ("text", was.wording.text != telling.wording.text),
        ("goals", was.wording.goals != telling.wording.goals),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
    .collect()
}
