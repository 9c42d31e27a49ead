//! Inductions of made-up lives. Some are left out, so that a demo reminds of them.

use futures::FutureExt as _;
use polku_casework::joining::{MadeUpPart, inventory};
use polku_desk::{Client, Granted, Write};
use polku_profile::Profile;
use polku_web::Answer;

use super::{
    rules::{self, Point},
    store,
    told::{NewInduction, Tongue, Way, Words},
};

/// So many clients have one: it costs.
const TOLD: u32 = 200;

inventory::submit! {
    MadeUpPart {
        order: 740,
        write: |grant, profile, number, _| write(grant, profile, number).boxed(),
    }
}

async fn write(grant: &Granted<'_, Client, Write>, profile: &Profile, number: u32) -> Answer<()> {
    if number >= TOLD || number % 7 == 3 {
        return Ok(());
    }
    // Of some, one point is still to be told.
    let whole = !number.is_multiple_of(4);
    let points = rules::points(profile).filter(|point| whole || *point != Point::Complaints);
    let new = NewInduction {
        told_on: grant.visit().today(),
        tongue: Tongue::Finnish,
        way: if number.is_multiple_of(2) {
            Way::OralWithLeaflet
        } else {
            Way::Oral
        },
        words: Words {
            points: points.collect(),
            ..Words::default()
        },
    };
    store::insert(grant, &new, None).await?;
    Ok(())
}
