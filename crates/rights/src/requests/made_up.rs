//! Requests of made-up lives, so that a demo's work list is alive. Only of the first clients: it costs.

use futures::FutureExt as _;
use jiff::ToSpan as _;
use polku_casework::joining::{MadeUpPart, inventory};
use polku_desk::{Client, Granted, Write};
use polku_profile::{Channel, Profile, RecordKind};
use polku_web::Answer;

use super::{
    input::NewRequest,
    request::{Identity, Kind, RequestWords},
    rules, store,
};

/// So many clients may have one.
const WITH_REQUESTS: u32 = 200;

inventory::submit! {
    MadeUpPart {
        order: 320,
        write: |grant, profile, number, _| write(grant, profile, number).boxed(),
    }
}

/// Every ninth asked something in the last three weeks.
async fn write(grant: &Granted<'_, Client, Write>, profile: &Profile, number: u32) -> Answer<()> {
    if number >= WITH_REQUESTS || number % 9 != 4 || !profile.keeps(RecordKind::Request) {
        return Ok(());
    }
    let (kind, channel, asked) = match (number / 9) % 4 {
        0 => (Kind::Access, Channel::Paper, "Haluan nähdä kaikki tietoni."),
        1 => (Kind::Rectification, Channel::Oral, "Ammatti on väärin."),
        2 => (Kind::Information, Channel::Oral, "Mihin tietojani käytetään?"),
        _ => (
            Kind::Access,
            Channel::Portal,
            "Haluan jäljennöksen päiväkirjasta.",
        ),
    };
    let ago = i64::from(number * 5 % 19);
    let identity = if number.is_multiple_of(2) {
        Identity::Known
    } else {
        Identity::NotYet
    };
    let received_on = grant.visit().today().saturating_sub(ago.days());
    let new = NewRequest {
        kind,
        channel,
        received_on,
        identity,
        words: RequestWords {
            asked: asked.to_owned(),
            ..RequestWords::default()
        },
    };
    store::insert(grant, &new, rules::due(profile, received_on)).await?;
    Ok(())
}
