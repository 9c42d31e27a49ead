//! Proposing, approving, refusing, taking back.

use polku_desk::{
    Client, DeskError, SubjectId, Visit,
    access::{Action, Denial},
};
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    ERASE,
    erasure::{ErasureWords, ProposalInput, RefusalInput, State},
    store,
};
use crate::{
    file::{self, Going},
    rules::Hold,
};

/// Proposes an erasure; answers its id. What takes nothing is no proposal: it is told to the person as a refusal.
pub(super) async fn propose(visit: &Visit, client: SubjectId, input: &ProposalInput) -> Answer<Uuid> {
    let proposal = input.check().map_err(Failure::Invalid)?;
    let profile = visit.profile()?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let is_under_way =
        |erasure: &super::erasure::Erasure| matches!(erasure.state, State::Proposed | State::Approved);
    if store::all(&grant).await?.iter().any(is_under_way) {
        return Err(invalid("ground", "erasures-under-way"));
    }
    let file = file::read(&grant).await?;
    if file.erased(&profile, proposal.ground, visit.today()) == Going::Nothing {
        let why = if file.hold == Hold::Held {
            "erasures-held"
        } else {
            "erasures-nothing-goes"
        };
        return Err(invalid("ground", why));
    }
    let id = store::insert(&grant, &proposal).await?;
    visit.will_create(format!("{API}/clients/{client}/erasures/{id}"), 1);
    let told = json!({ "erasure": id, "ground": proposal.ground, "request": proposal.request });
    grant.commit("erasure-proposed", told).await?;
    Ok(id)
}

/// Approves what somebody else proposed, and has it carried out.
///
/// # Errors
/// [`DeskError::Refused`] when it is one's own proposal or a hold stands against it: entered in the log, and nothing else
/// happens. [`DeskError::Conflict`] when it is decided already.
pub(super) async fn approve(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let erasure = store::one(&grant, id).await?;
    if erasure.state != State::Proposed {
        return Err(DeskError::Conflict.into());
    }
    let person = grant.subject();
    if erasure.proposed_by == visit.account() {
        drop(grant);
        visit.note_refusal(Action::Destroy, Some(person), Denial::SamePerson)?;
        return Err(DeskError::Refused("erasures-same-person").into());
    }
    if crate::holds::on_person(&grant).await? == Hold::Held {
        drop(grant);
        visit.note_refusal(Action::Destroy, Some(person), Denial::Held)?;
        return Err(DeskError::Refused("retention-held").into());
    }
    let job = grant.queue_job(ERASE, Some(id)).await?;
    store::decide(&grant, &erasure, State::Approved, &erasure.words, Some(job)).await?;
    Ok(grant.commit("erasure-approved", json!({ "erasure": id })).await?)
}

/// Refuses, with the ground that the person is told.
pub(super) async fn refuse(visit: &Visit, client: SubjectId, id: Uuid, input: &RefusalInput) -> Answer<()> {
    let refusal = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let erasure = store::one(&grant, id).await?;
    let words = ErasureWords {
        refusal,
        ..erasure.words.clone()
    };
    store::decide(&grant, &erasure, State::Refused, &words, None).await?;
    Ok(grant.commit("erasure-refused", json!({ "erasure": id })).await?)
}

/// Takes one's own proposal back.
///
/// # Errors
/// [`DeskError::Refused`] when somebody else proposed it: they refuse it instead.
pub(super) async fn withdraw(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let erasure = store::one(&grant, id).await?;
    if erasure.proposed_by != visit.account() {
        return Err(DeskError::Refused("erasures-not-own").into());
    }
    store::decide(&grant, &erasure, State::Withdrawn, &erasure.words, None).await?;
    Ok(grant
        .commit("erasure-withdrawn", json!({ "erasure": id }))
        .await?)
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
