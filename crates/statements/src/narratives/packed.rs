//! Narratives as the person themselves gets them, by the wording that counts.

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
        kind: RecordKind::Narrative, resource: Resource::Narratives,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let mut items: Vec<PackedItem> = store::all(grant)
        .await?
        .iter()
        .map(|one| {
            PackedItem::new(&one.current.says.words.heading)
                .on(one.current.says.dated)
                .fact("writer", texts.t("packing-writer"), &one.current.written_by)
                .text(&one.current.says.words.text)
        })
        .collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}
