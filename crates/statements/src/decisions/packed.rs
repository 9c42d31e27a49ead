//! Decisions as the person themselves gets them.

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnRecordsSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::Texts;
use polku_profile::RecordKind;
use polku_web::Answer;

use super::store;

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Decision, resource: Resource::Decisions,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let mut items: Vec<PackedItem> = store::all(grant)
        .await?
        .iter()
        .map(|one| {
            PackedItem::new(texts.t(&RecordKind::Decision.label_key()))
                .on(one.decided_on)
                .fact(
                    "decided-by",
                    texts.t("decisions-decided-by"),
                    &one.words.decided_by,
                )
                .fact("reasons", texts.t("decisions-reasons"), &one.words.reasons)
                .fact("appeal", texts.t("decisions-appeal"), &one.words.appeal)
                .text(&one.words.what)
        })
        .collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}
