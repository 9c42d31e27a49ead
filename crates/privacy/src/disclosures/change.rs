//! Asking, deciding, handing over.
//!
//! What is handed over is read and closed first, on a look that is in the log as one. Then its ground is asked again in the
//! very write that enters the handing over: if it is gone, that is entered instead, the file is thrown away and nobody
//! gets anything.

use polku_desk::{Client, DeskError, Granted, Read, SubjectId, Visit, Write};
use polku_pages::Texts;
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    disclosure::{Disclosure, Ground, State},
    input::{Decision, DecisionInput, DeliveryInput, Lock, RequestInput},
    kept,
    package::{self, Package},
    rules::{self, Asker, Given},
    store,
};
use crate::consents;

/// Enters a request; answers its id.
pub(super) async fn ask(visit: &Visit, client: SubjectId, input: &RequestInput) -> Answer<Uuid> {
    kept(visit)?;
    let request = input
        .check(&*visit.profile()?, visit.today())
        .map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let id = store::insert(&grant, &request).await?;
    visit.will_create(format!("{API}{}", address(client, id)), 1);
    grant
        .commit("disclosure-requested", json!({ "disclosure": id }))
        .await?;
    Ok(id)
}

/// Decides.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or was handed over already.
pub(super) async fn decide(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &DecisionInput,
) -> Answer<()> {
    kept(visit)?;
    let profile = visit.profile()?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let disclosure = store::one(&grant, id).await?;
    if disclosure.version != seen || disclosure.state == State::Delivered {
        return Err(DeskError::Conflict.into());
    }
    let consents = consents::store::all(&grant).await?;
    let given = Given {
        profile: &profile,
        consents: &consents,
        now: visit.now(),
        today: visit.today(),
    };
    let asker =
        Asker::of(&disclosure, &profile).ok_or_else(|| invalid("ground", "disclosures-recipient-gone"))?;
    let decision = input.check(given, &asker).map_err(Failure::Invalid)?;
    store::decide(&grant, &disclosure, &decision).await?;
    let told = match &decision {
        Decision::Give { ground, parts, .. } => {
            json!({ "disclosure": id, "ground": ground.key(), "parts": parts })
        }
        Decision::Refuse { .. } => json!({ "disclosure": id, "refused": true }),
    };
    grant.commit("disclosure-decided", told).await?;
    Ok(())
}

/// Hands over: answers the file, which is entered as given, or the reason why not, which is entered as well.
pub(super) async fn deliver(
    visit: &Visit,
    texts: Texts,
    client: SubjectId,
    id: Uuid,
    input: &DeliveryInput,
) -> Answer<Package> {
    kept(visit)?;
    let profile = visit.profile()?;
    let grant = visit.open::<Client, Read>(client).await?;
    let disclosure = store::one(&grant, id).await?;
    let consents = consents::store::all(&grant).await?;
    let given = Given {
        profile: &profile,
        consents: &consents,
        now: visit.now(),
        today: visit.today(),
    };
    if let Err(why) = rules::may_hand_over(given, &disclosure) {
        return Err(stopped(visit, client, id, why).await);
    }
    let manner = disclosure
        .manner
        .ok_or_else(|| invalid("manner", "disclosures-not-decided"))?;
    let lock: Lock = input.check(manner).map_err(Failure::Invalid)?;
    let package = package::make(&grant, texts, &disclosure, &consents, lock).await?;
    hand_over(visit, client, &disclosure, package).await
}

/// The last word: in one write the ground is asked again, a consent is held so that nobody withdraws it meanwhile, and the
/// handing over is entered.
async fn hand_over(
    visit: &Visit,
    client: SubjectId,
    packed: &Disclosure,
    package: Package,
) -> Answer<Package> {
    let profile = visit.profile()?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let disclosure = store::one(&grant, packed.id).await?;
    if disclosure.version != packed.version {
        return Err(DeskError::Conflict.into());
    }
    let consents = consents::store::all(&grant).await?;
    let clock = visit.desk().clock();
    let given = Given {
        profile: &profile,
        consents: &consents,
        now: clock.now(),
        today: clock.today(),
    };
    let mut may = rules::may_hand_over(given, &disclosure);
    if let (Ok(()), Some(Ground::Consent(consent))) = (may, &disclosure.ground) {
        may = held(&grant, &consents, *consent).await?;
    }
    if let Err(why) = may {
        store::stop(&grant, &disclosure, why).await?;
        grant
            .commit(
                "disclosure-stopped",
                json!({ "disclosure": disclosure.id, "why": why }),
            )
            .await?;
        return Err(invalid("disclosure", why));
    }
    store::deliver(&grant, &disclosure, package.sha256.clone()).await?;
    let told = json!({
        "disclosure": disclosure.id, "ground": disclosure.ground.as_ref().map(Ground::key),
        "parts": disclosure.words.parts, "manner": disclosure.manner,
    });
    grant.commit("disclosure-delivered", told).await?;
    Ok(package)
}

async fn held(
    grant: &Granted<'_, Client, Write>,
    consents: &[consents::consent::Consent],
    id: Uuid,
) -> Answer<Result<(), &'static str>> {
    let Some(consent) = consents.iter().find(|consent| consent.id == id) else {
        return Ok(Err("disclosures-consent-missing"));
    };
    Ok(if consents::store::hold(grant, consent).await? {
        Ok(())
    } else {
        Err("disclosures-consent-withdrawn")
    })
}

/// Enters that nothing was handed over, and why.
async fn stopped(visit: &Visit, client: SubjectId, id: Uuid, why: &'static str) -> Failure {
    let entered = async {
        let grant = visit.open_for_change::<Client>(client).await?;
        let disclosure = store::one(&grant, id).await?;
        store::stop(&grant, &disclosure, why).await?;
        grant
            .commit("disclosure-stopped", json!({ "disclosure": id, "why": why }))
            .await
    };
    match entered.await {
        Ok(()) => invalid("disclosure", why),
        Err(error) => error.into(),
    }
}

/// Where a disclosure is found.
pub(super) fn address(client: SubjectId, disclosure: Uuid) -> String {
    format!("/clients/{client}/disclosures/{disclosure}")
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
