//! Consents of made-up lives, so that a demo shows them in use. Only for the first clients: it costs.

use futures::FutureExt as _;
use polku_casework::joining::{MadeUpPart, inventory};
use polku_desk::{Client, Granted, Write};
use polku_profile::{Permission, Profile, RecordKind};
use polku_values::InterfaceLanguage;
use polku_web::Answer;

use super::{
    consent::{ConsentWords, For, Identified, Kind, Manner, NewConsent},
    rules, statements, store,
};
use crate::parts::Part;

/// So many clients have consents.
const WITH_CONSENTS: u32 = 200;

inventory::submit! {
    MadeUpPart {
        order: 300,
        write: |grant, profile, number, _| write(grant, profile, number).boxed(),
    }
}

async fn write(grant: &Granted<'_, Client, Write>, profile: &Profile, number: u32) -> Answer<()> {
    if number >= WITH_CONSENTS || number % 3 == 2 || !profile.keeps(RecordKind::Consent) {
        return Ok(());
    }
    let visit = grant.visit();
    let today = visit.today();
    let recipient = profile
        .recipients
        .iter()
        .find(|recipient| recipient.permission == Permission::Consent);
    let (Some(recipient), Some((purpose, _))) = (recipient, rules::purposes(profile, today).next()) else {
        return Ok(());
    };
    let usual = [
        Part::Fields(polku_profile::Section::Contact),
        Part::Records(RecordKind::Period),
        Part::Records(RecordKind::Goal),
        Part::Records(RecordKind::Attendance),
    ];
    let known = rules::may_cover(profile, &purpose.key, today).unwrap_or_default();
    let what = usual.into_iter().filter(|part| known.contains(part)).collect();
    let statement = statements::shipped(Kind::Disclosure);
    // Some end within the month, so that the day's list reminds of them.
    let days = if number.is_multiple_of(5) { 20 } else { 180 };
    let consent = NewConsent {
        kind: Kind::Disclosure,
        purpose: purpose.key.clone(),
        to: For::Recipient(recipient.key.clone()),
        manner: if number.is_multiple_of(2) {
            Manner::Paper
        } else {
            Manner::Screen
        },
        document: None,
        signed_on: number.is_multiple_of(2).then_some(today),
        valid_from: today,
        valid_until: (number % 4 != 3).then(|| today.saturating_add(jiff::Span::new().days(days))),
        words: ConsentWords {
            what,
            identified: Some(Identified::Known),
            text: statement.text(InterfaceLanguage::Finnish).to_owned(),
            language: Some(InterfaceLanguage::Finnish),
            ..ConsentWords::default()
        },
    };
    store::insert(grant, &consent, Some(visit.account())).await?;
    Ok(())
}
