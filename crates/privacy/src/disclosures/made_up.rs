//! A disclosure or two of made-up lives, so that a demo shows them. Only for the first clients: it costs.

use futures::FutureExt as _;
use polku_casework::joining::{MadeUpPart, inventory};
use polku_desk::{Client, Granted, Write};
use polku_profile::{Profile, RecordKind};
use polku_web::Answer;

use super::{
    disclosure::{DisclosureWords, Ground, Manner},
    input::{Decision, Request},
    store,
};
use crate::consents::{self, consent::For};

/// So many clients may have one.
const WITH_DISCLOSURES: u32 = 120;

inventory::submit! {
    MadeUpPart {
        order: 310,
        write: |grant, profile, number, _| write(grant, profile, number).boxed(),
    }
}

/// For every seventh, what the consent allows was asked for; of every second of them it was decided to give.
async fn write(grant: &Granted<'_, Client, Write>, profile: &Profile, number: u32) -> Answer<()> {
    if number >= WITH_DISCLOSURES || !number.is_multiple_of(7) || !profile.keeps(RecordKind::Disclosure) {
        return Ok(());
    }
    let consents = consents::store::all(grant).await?;
    let Some(consent) = consents.first() else {
        return Ok(());
    };
    let For::Recipient(key) = &consent.given.to else {
        return Ok(());
    };
    let Some(recipient) = profile.recipient(key) else {
        return Ok(());
    };
    let request = Request {
        to: consent.given.to.clone(),
        country: recipient.country.clone(),
        requested_on: grant.visit().today(),
        words: DisclosureWords {
            asked: "Yhteenveto jaksosta ja tavoitteiden etenemisestä".to_owned(),
            ground_given: "Asiakkaan suostumus".to_owned(),
            ..DisclosureWords::default()
        },
    };
    let id = store::insert(grant, &request).await?;
    if number.is_multiple_of(2) {
        let disclosure = store::one(grant, id).await?;
        let decision = Decision::Give {
            ground: Ground::Consent(consent.id),
            parts: consent.given.words.what.clone(),
            manner: Manner::Printed,
            provision: String::new(),
            reasons: String::new(),
        };
        store::decide(grant, &disclosure, &decision).await?;
    }
    Ok(())
}
