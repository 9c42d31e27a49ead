//! Changes of parties.

use polku_desk::{DeskError, Visit};
use polku_web::{Answer, Failure, InvalidField};
use uuid::Uuid;

use super::{
    input::{MemberInput, PartyInput},
    kept, store,
};

/// Adds a party.
pub(super) async fn add(visit: &Visit, input: &PartyInput) -> Answer<()> {
    kept(visit)?;
    let (kind, name) = input.check().map_err(Failure::Invalid)?;
    let is_known = |party: &store::Party| party.name.to_lowercase() == name.to_lowercase();
    if store::all(visit).await?.iter().any(is_known) {
        return Err(invalid("name", "parties-name-taken"));
    }
    store::insert(visit, kind, &name).await?;
    Ok(())
}

/// Lets somebody see whom the party may see.
pub(super) async fn add_member(visit: &Visit, party: Uuid, input: &MemberInput) -> Answer<()> {
    kept(visit)?;
    let account = input
        .check(&store::workers(visit).await?)
        .map_err(Failure::Invalid)?;
    let parties = store::all(visit).await?;
    let known = parties
        .iter()
        .find(|known| known.id == party)
        .ok_or(DeskError::Hidden)?;
    if known.members.iter().any(|member| member.account == account) {
        return Err(invalid("account", "parties-member-already"));
    }
    Ok(store::insert_member(visit, party, account).await?)
}

/// Ends that at once.
pub(super) async fn end_member(visit: &Visit, party: Uuid, member: Uuid) -> Answer<()> {
    kept(visit)?;
    Ok(store::end_member(visit, party, member).await?)
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
