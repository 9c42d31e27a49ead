//! Changes of who answers, for pages and programs alike.

use polku_desk::{AccountId, Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::{CareEndInput, CareInput},
    rules, store,
};

/// What came of an ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// Somebody else's answering ended, or one's own on a day to come.
    StillHere,
    /// The worker does not answer for the client any more.
    OwnIsOver,
}

/// Lets a coach answer for a client.
///
/// # Errors
/// [`Failure::Invalid`] with what is to be mended.
pub(super) async fn begin(visit: &Visit, client: SubjectId, input: &CareInput) -> Answer<Uuid> {
    let coaches = store::coaches(visit).await?;
    let new = input.check(&coaches, visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let known = store::all(&grant).await?;
    rules::may_begin(&known, new.account, new.part, new.from, new.until)
        .map_err(|(field, key)| Failure::Invalid(vec![InvalidField { field, key }]))?;
    let id = store::begin(&grant, new.account, new.part, new.from, new.until).await?;
    let details = json!({ "account": new.account, "part": new.part });
    grant.commit("care-begun", details).await?;
    Ok(id)
}

/// Ends somebody's answering for a client.
///
/// # Errors
/// [`Failure::Invalid`] with what is to be mended.
pub(super) async fn end(
    visit: &Visit,
    client: SubjectId,
    engagement: Uuid,
    input: &CareEndInput,
) -> Answer<Ended> {
    let after = input.check(visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let known = store::all(&grant).await?;
    let one = known
        .iter()
        .find(|one| one.id == engagement)
        .ok_or(DeskError::Hidden)?;
    let end = rules::may_end(&known, one, after, visit.today(), visit.role())
        .map_err(|key| Failure::Invalid(vec![InvalidField { field: "until", key }]))?;
    store::end(&grant, one, end).await?;
    let (account, part) = (one.account, one.part);
    let is_over = is_own(visit, account) && matches!(end, rules::End::Until(day) if day < visit.today());
    grant
        .commit("care-ended", json!({ "account": account, "part": part }))
        .await?;
    Ok(if is_over {
        Ended::OwnIsOver
    } else {
        Ended::StillHere
    })
}

fn is_own(visit: &Visit, account: AccountId) -> bool {
    visit.account() == account
}
