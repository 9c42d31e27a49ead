//! Changes of basic data, for pages and programs alike.

use polku_desk::{Client, SubjectId, Visit};
use polku_web::{Answer, InvalidField};
use serde_json::json;

use crate::clients::{
    check::{self, Against, Stage},
    input::BasicsInput,
    store,
};

/// What came of a change.
#[derive(Debug)]
pub(in crate::clients) enum Saved {
    /// Stored, at this version.
    Done(i64),
    /// Something is to be mended first.
    ToMend(Vec<InvalidField>),
    /// Somebody else stored something since the version that was seen.
    ChangedMeanwhile,
}

/// Stores what was typed on top of the version that was seen.
pub(in crate::clients) async fn save(
    visit: &Visit,
    client: SubjectId,
    input: &BasicsInput,
    seen: i64,
) -> Answer<Saved> {
    let profile = visit.profile()?;
    let mut grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::basics(&grant).await?;
    if stored.versions.sum() != seen {
        return Ok(Saved::ChangedMeanwhile);
    }
    let against = Against {
        profile: &profile,
        stored: &stored,
        stage: Stage::Later,
        addresses: visit.visitor().privileges.address,
        today: visit.today(),
    };
    let checked = match check::check(input, against) {
        Ok(checked) => checked,
        Err(invalid) => return Ok(Saved::ToMend(invalid)),
    };
    store::save(&mut grant, &checked, &stored).await?;
    let version = store::basics(&grant).await?.versions.sum();
    grant
        .commit(
            "basics-changed",
            json!({ "fields": store::names(&checked.changed) }),
        )
        .await?;
    Ok(Saved::Done(version))
}
