//! What is about the keeping of the register, as the person gets it: consents, disclosures, requests. Nobody else is given
//! these, so a disclosure never offers them.

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnRecordsSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource, clock::date_in_finland};
use polku_pages::{Texts, format};
use polku_privacy::{
    consents::{self, consent::For},
    disclosures,
};
use polku_profile::{Profile, RecordKind};
use polku_web::Answer;

use crate::requests::store as requests;

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Consent, resource: Resource::Consents,
        read: |grant, texts| all_consents(grant, texts).boxed(),
    }
}

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Disclosure, resource: Resource::Disclosures,
        read: |grant, texts| all_disclosures(grant, texts).boxed(),
    }
}

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Request, resource: Resource::Requests,
        read: |grant, texts| all_requests(grant, texts).boxed(),
    }
}

fn named(profile: &Profile, texts: Texts, to: &For) -> String {
    match to {
        For::Recipient(key) => profile.recipient(key).map_or_else(
            || key.clone(),
            |known| known.name.get(texts.locale().into()).to_owned(),
        ),
        For::Body(name) => name.clone(),
        For::Party(_) | For::Worker(_) => texts.t("copies-a-worker"),
    }
}

async fn all_consents(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let profile = grant.visit().profile()?;
    let item = |one: &consents::consent::Consent| {
        let what: Vec<String> = one.given.words.what.iter().map(|part| part.word(texts)).collect();
        let term = format::period(texts, one.term.valid_from, one.term.valid_until);
        let withdrawn = one.term.withdrawn_at.map(|at| format::date(date_in_finland(at)));
        PackedItem::new(texts.t(&format!("consents-kind-{}", one.given.kind)))
            .on(one.term.valid_from)
            .fact(
                "to",
                texts.t("disclosures-recipient"),
                one.party_name
                    .clone()
                    .unwrap_or_else(|| named(&profile, texts, &one.given.to)),
            )
            .fact("what", texts.t("disclosures-parts"), what.join(", "))
            .fact("term", texts.t("packing-term"), term)
            .fact(
                "withdrawn",
                texts.t("copies-withdrawn"),
                withdrawn.unwrap_or_default(),
            )
            .text(&one.given.words.text)
    };
    let mut items: Vec<PackedItem> = consents::store::all(grant).await?.iter().map(item).collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}

async fn all_disclosures(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let profile = grant.visit().profile()?;
    let item = |one: &disclosures::disclosure::Disclosure| {
        let what: Vec<String> = one.words.parts.iter().map(|part| part.word(texts)).collect();
        let ground = one.ground.as_ref().map(|ground| {
            let key = format!("disclosures-ground-{}", ground.kind());
            texts.t(&key)
        });
        PackedItem::new(named(&profile, texts, &one.to))
            .on(one.requested_on)
            .fact(
                "state",
                texts.t("disclosures-state"),
                texts.t(&format!("disclosures-state-{}", one.state)),
            )
            .fact(
                "ground",
                texts.t("disclosures-ground"),
                ground.unwrap_or_default(),
            )
            .fact("what", texts.t("disclosures-parts"), what.join(", "))
            .fact("reasons", texts.t("disclosures-reasons"), &one.words.reasons)
            .text(&one.words.asked)
    };
    let mut items: Vec<PackedItem> = disclosures::store::all(grant).await?.iter().map(item).collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}

async fn all_requests(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let item = |one: &crate::requests::request::Request| {
        PackedItem::new(texts.t(&format!("requests-kind-{}", one.kind)))
            .on(one.received_on)
            .fact(
                "state",
                texts.t("requests-state"),
                texts.t(&format!("requests-state-{}", one.state)),
            )
            .fact("reasons", texts.t("requests-reasons"), &one.words.reasons)
            .text(&one.words.asked)
    };
    let mut items: Vec<PackedItem> = requests::all(grant).await?.iter().map(item).collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}
