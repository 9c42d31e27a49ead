//! Made-up decisions.

use futures::{FutureExt as _, future::BoxFuture};
use jiff::ToSpan as _;
use polku_desk::{Client, Granted, Write};
use polku_profile::{Profile, RecordKind};
use polku_web::Answer;

use super::{
    decision::{NewDecision, Words},
    rules, store,
};

/// Only some of the first clients have one.
const FIRST: u32 = 300;

/// Writes the decision about a client of a number.
pub(super) fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    _seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    async move {
        if number >= FIRST || number % 6 != 1 || !profile.keeps(RecordKind::Decision) {
            return Ok(());
        }
        let appeal = if rules::needs_appeal(profile.controller.kind) {
            "Oikaisua vaaditaan päätöksen tehneeltä viranomaiselta. Määräaika ja osoite ovat päätöksen liitteenä."
        } else {
            ""
        };
        let decision = NewDecision {
            decided_on: grant.visit().today().saturating_sub(30.days()),
            words: Words {
                what: "Kuntouttavan työtoiminnan jakso järjestetään työpajalla.".to_owned(),
                reasons: "Jakso tukee aktivointisuunnitelman tavoitteita.".to_owned(),
                decided_by: "Palvelupäällikkö".to_owned(),
                act: "189/2001".to_owned(),
                section: "13 §".to_owned(),
                appeal: appeal.to_owned(),
            },
            replaces: None,
        };
        store::insert(grant, &decision, None).await?;
        Ok(())
    }
    .boxed()
}
