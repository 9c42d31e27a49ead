//! Signing: who signs what, and what is made when both have.
//!
//! The paper is printed before the write begins, from what is then; the write looks again whether that still is, so that
//! nobody waits while it is printed and nothing is sealed that was not signed.

use polku_casework::keeping;
use polku_desk::{Client, DeskError, Granted, Read, SubjectId, Visit, Write};
use polku_ledger::{FileHash, Seal, SealedSignature};
use polku_profile::Activity;
use polku_web::{Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    USED_FOR,
    model::{Paper, PaperWords, Party, Signature, Stage},
    print::{self, Signs, print},
    store,
};
use crate::agreement::{
    kept,
    model::{Agreement, State},
    rules::{self, Signed, Step},
    store as agreements,
};

/// A paper with all signatures on it and the seal over it, ready to be kept.
struct Made {
    words: PaperWords,
    before: usize,
}

/// Adds signatures that a worker gives or writes down. When both parties have signed then, the agreement is signed: its
/// paper is made with the signatures on it and sealed, and one that it takes the place of is replaced.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed the agreement or signed first.
pub(super) async fn add(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    signatures: Vec<Signature>,
) -> Answer<State> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let made = {
        let grant = visit.open::<Client, Read>(client).await?;
        kept(&grant)?;
        let (agreement, shown, before) = proposed(&grant, id, seen).await?;
        check(&before, &signatures)?;
        made(visit, &agreement, &shown, before, &signatures).await?
    };
    visit.settle().await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let agreement = agreements::one(&grant, id).await?;
    let shown = store::paper(&grant, id, Stage::Shown)
        .await?
        .ok_or(DeskError::Conflict)?;
    if agreement.version != seen || agreement.state != State::Proposed {
        return Err(DeskError::Conflict.into());
    }
    for signature in &signatures {
        store::sign(&grant, &shown, signature).await?;
    }
    let state = match made {
        Some(made) => complete(&grant, &agreement, &made, signatures.len()).await?,
        None => agreement.state,
    };
    let parties: Vec<Party> = signatures.iter().map(|signature| signature.party).collect();
    let told = json!({ "agreement": id, "parties": parties, "state": state });
    grant.commit("agreement-signed", told).await?;
    Ok(state)
}

async fn proposed(
    grant: &Granted<'_, Client, Read>,
    id: Uuid,
    seen: i64,
) -> Answer<(Agreement, Paper, Vec<Signature>)> {
    let agreement = agreements::one(grant, id).await?;
    if agreement.version != seen || agreement.state != State::Proposed {
        return Err(DeskError::Conflict.into());
    }
    let shown = store::paper(grant, id, Stage::Shown)
        .await?
        .ok_or(DeskError::Conflict)?;
    let signatures = store::signatures(grant, id).await?;
    Ok((agreement, shown, signatures))
}

/// Whether these may be added to those: each party signs once, and the organisation not before the client.
fn check(before: &[Signature], added: &[Signature]) -> Answer<()> {
    let refused = |key| {
        Err(Failure::Invalid(vec![InvalidField {
            field: "parties",
            key,
        }]))
    };
    if added.iter().any(|one| store::has(before, one.party)) {
        return refused("agreements-party-signed");
    }
    let client = store::has(before, Party::Client) || store::has(added, Party::Client);
    if store::has(added, Party::Organisation) && !client {
        return refused("agreements-client-first");
    }
    Ok(())
}

/// The signed paper, when both have signed then.
async fn made(
    visit: &Visit,
    agreement: &Agreement,
    shown: &Paper,
    before: Vec<Signature>,
    added: &[Signature],
) -> Answer<Option<Made>> {
    let count = before.len();
    let mut all = before;
    all.extend(added.iter().cloned());
    if !store::has(&all, Party::Client) || !store::has(&all, Party::Organisation) {
        return Ok(None);
    }
    all.sort_by_key(|signature| print::order(signature.party));
    Ok(Some(Made {
        words: sealed(visit, agreement, shown, &all).await?,
        before: count,
    }))
}

/// The paper with signatures on it, and the register's seal over its file.
pub(crate) async fn sealed(
    visit: &Visit,
    agreement: &Agreement,
    shown: &Paper,
    signatures: &[Signature],
) -> Answer<PaperWords> {
    let (profile, wording, now) = (visit.profile()?, shown.words.wording(), visit.now());
    let shown = shown.hash()?;
    let is_of_another = |one: &Signature| !one.words.shown.is_empty() && one.words.shown != shown.to_string();
    if signatures.iter().any(is_of_another) {
        return Err(DeskError::Stored("agreement signature").into());
    }
    let file = print(
        &profile,
        agreement.id,
        &wording,
        &Signs::By(signatures, shown),
        now,
    )
    .await?;
    let seal = Seal {
        sealer: visit.desk().signing_name(visit.register(), USED_FOR)?,
        agreement: agreement.id,
        document: FileHash::of(&file),
        shown,
        signatures: signatures
            .iter()
            .map(|one| SealedSignature {
                party: one.party.name().to_owned(),
                kind: one.kind.name().to_owned(),
                way: one.way.name().to_owned(),
                at: one.at,
            })
            .collect(),
        sealed_at: now,
    };
    let note = visit.sign_in_name_of_register(USED_FOR, &seal.text()).await?;
    Ok(wording.printed(&file, note))
}

/// Keeps the signed paper, and turns the agreement and the one that it replaces.
async fn complete(
    grant: &Granted<'_, Client, Write>,
    agreement: &Agreement,
    made: &Made,
    added: usize,
) -> Answer<State> {
    let now = store::signatures(grant, agreement.id).await?;
    if now.len() != made.before + added {
        return Err(DeskError::Conflict.into());
    }
    keep_signed(grant, agreement, &made.words).await
}

/// Keeps the signed paper of an agreement that both have signed, inside a write that is under way.
pub(crate) async fn keep_signed(
    grant: &Granted<'_, Client, Write>,
    agreement: &Agreement,
    words: &PaperWords,
) -> Answer<State> {
    let state = rules::step(agreement.state, Step::Complete, Signed::Both)
        .map_err(|_| Failure::Desk(DeskError::Conflict))?;
    store::insert_paper(grant, agreement.owner, agreement.id, Stage::Signed, words).await?;
    agreements::turn(grant, agreement, state, None).await?;
    if let Some(amended) = agreement.amends {
        let amended = agreements::one(grant, amended).await?;
        // One that was ended meanwhile stays ended.
        if let Ok(replaced) = rules::step(amended.state, Step::Replace, Signed::Both) {
            agreements::turn(grant, &amended, replaced, None).await?;
        }
    }
    Ok(state)
}
