//! Agreements as the person themselves gets them, and the archive.

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnRecordsSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::{Texts, format};
use polku_profile::RecordKind;
use polku_web::Answer;

use super::store;
use crate::templates::placeholder;

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Agreement, resource: Resource::Agreements,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let (identity, _) = grant.identity().await?;
    let profile = grant.visit().profile()?;
    let day = |day: Option<jiff::civil::Date>| day.map(format::date).unwrap_or_default();
    let mut items: Vec<PackedItem> = store::all(grant)
        .await?
        .iter()
        .map(|one| {
            let agreed = &one.agreed;
            let values = agreed.values(&identity, &profile, one.language);
            // A field that no version of the product knows any more stays as it is written.
            let text = placeholder::filled(&agreed.terms.text, &values)
                .unwrap_or_else(|_| agreed.terms.text.clone());
            PackedItem::new(&agreed.terms.title)
                .on(agreed.starts_on)
                .fact(
                    "state",
                    texts.t("agreements-state"),
                    texts.t(&format!("agreements-state-{}", one.state)),
                )
                .fact("ends-on", texts.t("agreements-ends-on"), day(agreed.ends_on))
                .fact("ended-on", texts.t("agreements-state-ended"), day(one.ended_on))
                .fact(
                    "ended-because",
                    texts.t("agreements-reason"),
                    &agreed.terms.ended_because,
                )
                .text(text)
        })
        .collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}
