//! What other rooms ask of disclosures: what a recipient may have now, and who has got a person's data.

use jiff::Timestamp;
use polku_desk::{Client, Granted, Operation};
use polku_web::Answer;

use super::{
    disclosure::{EventKind, Ground, State},
    rules::{self, Asker, Given},
    store,
};
use crate::{
    consents::{self, consent::For},
    parts::Part,
};

/// What a recipient may have now, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The ground.
    pub ground: Ground,
    /// What it lets be given.
    pub parts: Vec<Part>,
}

/// What a recipient of the register's profile may have of a person now: by each of the person's consents, by the provision
/// that the profile names beside the recipient, or as an authority of the joint service. Empty when nothing may be given
/// without a decision on another ground. It reveals nothing beyond consents, so the grant needs those.
///
/// # Errors
/// [`DeskError::Hidden`](polku_desk::DeskError::Hidden) when the grant does not include consents.
pub async fn may_have_now<O: Operation>(
    grant: &Granted<'_, Client, O>,
    recipient: &str,
) -> Answer<Vec<Open>> {
    let visit = grant.visit();
    let profile = visit.profile()?;
    let consents = consents::store::all(grant).await?;
    let given = Given {
        profile: &profile,
        consents: &consents,
        now: visit.now(),
        today: visit.today(),
    };
    let Some(asker) = profile.recipient(recipient).map(Asker::recipient) else {
        return Ok(Vec::new());
    };
    let standing = rules::grounds(given, &asker)
        .into_iter()
        .filter(|ground| !matches!(ground, Ground::Law(_) | Ground::Emergency));
    Ok(standing
        .filter_map(|ground| {
            let parts = rules::offered(given, &asker, &ground, false).ok()?;
            Some(Open { ground, parts })
        })
        .collect())
}

/// Somebody who has got a person's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GotData {
    /// A recipient of the profile or another body.
    pub to: For,
    /// What was given, all times together.
    pub parts: Vec<Part>,
    /// When the last time was.
    pub last: Timestamp,
}

/// Everybody to whom a person's data was disclosed, for telling them of a rectification, erasure or restriction (GDPR 19).
///
/// # Errors
/// [`DeskError::Hidden`](polku_desk::DeskError::Hidden) when the grant does not include disclosures.
pub async fn recipients_of<O: Operation>(grant: &Granted<'_, Client, O>) -> Answer<Vec<GotData>> {
    let mut got: Vec<GotData> = Vec::new();
    for disclosure in store::all(grant).await? {
        if disclosure.state != State::Delivered {
            continue;
        }
        let events = store::events(grant, disclosure.id).await?;
        let Some(last) = events.iter().find(|event| event.kind == EventKind::Delivered) else {
            continue;
        };
        let known = got
            .iter_mut()
            .find(|known| known.to.is_the_same_as(&disclosure.to));
        match known {
            Some(known) => {
                known.parts.extend(&disclosure.words.parts);
                known.parts.sort_unstable();
                known.parts.dedup();
                known.last = known.last.max(last.at);
            }
            None => got.push(GotData {
                to: disclosure.to.clone(),
                parts: disclosure.words.parts.clone(),
                last: last.at,
            }),
        }
    }
    Ok(got)
}
