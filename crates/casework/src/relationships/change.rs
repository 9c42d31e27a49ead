//! Correcting what a relationship rests on and how the client came.

use polku_desk::{Client, SubjectId, Visit};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::RelationshipInput,
    page::{self, Asked},
    relationship::{NewRelationship, Relationship},
    rules, store,
};

/// Corrects a relationship; `seen` is the version that the change was made on.
pub(super) async fn apply(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &RelationshipInput,
) -> Answer<()> {
    let today = visit.today();
    let new = input.check(today, &*visit.profile()?).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::at_version(&grant, id, seen).await?;
    if let Some(ending) = stored.ending {
        rules::may_end(new.started_on, ending.on, today).map_err(|key| page::invalid("started_on", key))?;
    }
    store::correct(&grant, &stored, &new).await?;
    let fields = changed_fields(&stored, &new);
    grant
        .commit(
            "relationship-changed",
            json!({ "relationship": id, "fields": fields }),
        )
        .await?;
    Ok(())
}

/// Names what changed, for the log: never the values.
fn changed_fields(before: &Relationship, after: &NewRelationship) -> Vec<&'static str> {
    let (was, is) = (&before.referral, &after.referral);
    let differs = [
        ("basis", before.basis != after.basis),
        ("started_on", before.started_on != after.started_on),
        ("referring_body", was.referring_body != is.referring_body),
        ("referrer", was.referrer != is.referrer),
        ("referred_on", was.referred_on != is.referred_on),
        ("cover_note", was.cover_note != is.cover_note),
    ];
    differs
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| name)
        .collect()
}

pub(super) async fn form(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    page::ask(&visit, &reader, client, Asked::Edit(id)).await
}

pub(super) async fn change(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = page::seen(&fields)?;
    match apply(&visit, client, id, seen, &fields.read()?).await {
        Ok(()) => Ok(flash(&page::address(client, id), "relationships-saved")),
        Err(failure) => page::mend(&visit, &reader, client, Asked::Edit(id), fields, failure).await,
    }
}
