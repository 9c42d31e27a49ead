//! Made-up narratives.

use futures::{FutureExt as _, future::BoxFuture};
use jiff::ToSpan as _;
use polku_desk::{Client, Granted, Write};
use polku_profile::{Profile, RecordKind};
use polku_web::Answer;

use super::{
    narrative::{Telling, Words},
    store,
};

/// Only some of the first clients have one.
const FIRST: u32 = 300;

/// Writes the narrative of a client of a number.
pub(super) fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    _seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    async move {
        if number >= FIRST || number % 4 != 1 || !profile.keeps(RecordKind::Narrative) {
            return Ok(());
        }
        let telling = Telling {
            dated: grant.visit().today().saturating_sub(20.days()),
            words: Words {
                heading: "Ensimmäiset viikot".to_owned(),
                text: "Valmentautuja aloitti työpajalla rauhalliseen tahtiin. Alkuun sovittiin lyhyet päivät ja yksi \
                       vastuutehtävä.\n\nRytmi on löytynyt, ja seuraavaksi sovitaan tutustumiskäynti työnantajan luona."
                    .to_owned(),
                reason: String::new(),
            },
        };
        store::insert(grant, &telling).await?;
        Ok(())
    }
    .boxed()
}
