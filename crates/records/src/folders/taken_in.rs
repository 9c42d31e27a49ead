//! Made-up folders, where the demo has furnished a place for them.

use futures::{FutureExt as _, future::BoxFuture};
use polku_desk::{Client, Granted, Write};
use polku_profile::Profile;
use polku_web::Answer;

use super::{
    folder::{FolderWords, NewFolder, Years},
    store,
};
use crate::places;

/// Only some of the first clients have a folder.
const FIRST: u32 = 300;

/// Enters the folder of a client of a number, where there is a place for it.
pub(super) fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    _seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    async move {
        let Some(class) = profile.retention.first() else {
            return Ok(());
        };
        if number >= FIRST || number % 5 != 2 {
            return Ok(());
        }
        let places = places::store::all(grant.visit()).await?;
        let Some(place) = places.first() else {
            return Ok(());
        };
        let folder = NewFolder {
            place: place.id,
            class: class.key.clone(),
            years: Years {
                from: grant.visit().today().year() - 1,
                until: None,
            },
            words: FolderWords {
                contents: "Lähete, sopimukset ja allekirjoitetut suostumukset".to_owned(),
            },
        };
        store::insert(grant, &folder).await?;
        Ok(())
    }
    .boxed()
}
