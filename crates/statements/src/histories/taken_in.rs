//! Made-up histories: a school and a job, sometimes what of health is necessary.

use futures::{FutureExt as _, future::BoxFuture};
use polku_desk::{Client, Granted, Write};
use polku_profile::{Profile, SourceKind};
use polku_web::Answer;

use super::{
    item::{History, Moment, Words},
    store,
};

/// Only the first few hundred clients have any, so that a hundred thousand are made soon.
const FIRST: u32 = 300;

const SCHOOLS: [&str; 4] = [
    "Puualan perustutkinto, kesken",
    "Peruskoulun päättötodistus",
    "Ravintola- ja catering-alan perustutkinto",
    "Logistiikan perustutkinto",
];
const JOBS: [&str; 4] = [
    "Kaupan hyllyttäjä, osa-aikainen",
    "Siivoustyö, kesätyöt",
    "Varastotyöntekijä",
    "Keittiöapulainen",
];

/// Writes the histories of a client of a number.
pub(super) fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    _seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    async move {
        if number >= FIRST || number % 3 == 2 {
            return Ok(());
        }
        let own = profile
            .sources
            .iter()
            .find(|source| source.kind == SourceKind::Client);
        let source = own.map(|source| source.key.clone()).unwrap_or_default();
        let place = number as usize;
        let since = 2012 + i16::try_from(number % 7).unwrap_or(0);
        for history in History::kept(profile) {
            let (what, from, until, necessity) = match history {
                History::Education => (
                    SCHOOLS[place % 4],
                    Moment::Month(since, 8),
                    Some(Moment::Year(since + 3)),
                    "",
                ),
                History::Work => (
                    JOBS[place / 3 % 4],
                    Moment::Year(since + 4),
                    Some(Moment::Year(since + 6)),
                    "",
                ),
                History::Health if number % 5 == 1 => (
                    "Selkäkipu rajoittaa nostoja",
                    Moment::Year(since + 5),
                    None,
                    "Työtehtävien ja työasentojen valinta",
                ),
                History::Health | History::SubstanceUse => continue,
            };
            let words = Words {
                history,
                from: Some(from),
                until,
                what: what.to_owned(),
                source: source.clone(),
                necessity: necessity.to_owned(),
            };
            store::insert(grant, &words).await?;
        }
        Ok(())
    }
    .boxed()
}
