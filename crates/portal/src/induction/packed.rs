//! What a client was told, as the person themselves gets it in their own copy (D2).

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnPartSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::Texts;
use polku_web::Answer;

use super::{
    store,
    told::{Induction, Tongue},
};

inventory::submit! {
    OwnPartSource {
        key: "induction", word: "induction-title", resource: Resource::Induction,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let item = |one: &Induction| {
        let told = &one.told;
        let points: Vec<String> = told
            .words
            .points
            .iter()
            .map(|point| texts.t(&format!("induction-point-{point}")))
            .collect();
        let language = match told.tongue {
            Tongue::Other => told.words.language.clone(),
            known => texts.t(&format!("induction-language-{known}")),
        };
        let notice = one.notice_version.map(|version| {
            let version = [("version", version.into())];
            texts.with("induction-notice", &version)
        });
        PackedItem::new(texts.t(&format!("induction-way-{}", told.way)))
            .on(told.told_on)
            .fact("points", texts.t("induction-points"), points.join(", "))
            .fact("language", texts.t("induction-language"), language)
            .fact("teller", texts.t("packing-writer"), &one.by)
            .fact(
                "notice",
                texts.t("induction-notice-name"),
                notice.unwrap_or_default(),
            )
            .text(&told.words.note)
    };
    let mut items: Vec<PackedItem> = store::all(grant).await?.iter().map(item).collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}
