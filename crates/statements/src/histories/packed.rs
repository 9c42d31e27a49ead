//! Histories as the person themselves gets them, beside the section of fields that they belong to.

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnFieldsSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::Texts;
use polku_profile::Section;
use polku_web::Answer;

use super::{item::Moment, rules, store};

inventory::submit! {
    OwnFieldsSource {
        section: Section::Histories, resource: Resource::Basics,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let profile = grant.visit().profile()?;
    let items = store::all(grant).await?;
    Ok(items
        .iter()
        .map(|one| {
            let words = &one.words;
            let source = profile
                .source(&words.source)
                .map(|source| source.name.get(texts.locale().into()));
            let item = PackedItem::new(texts.t(&words.history.field().label_key()))
                .fact(
                    "term",
                    texts.t("packing-term"),
                    rules::days(words.from, words.until),
                )
                .fact("source", texts.t("packing-source"), source.unwrap_or_default())
                .fact("necessity", texts.t("packing-necessity"), &words.necessity)
                .fact("writer", texts.t("packing-writer"), &one.author)
                .text(&words.what);
            match words.from.and_then(Moment::first_day) {
                Some(day) => item.on(day),
                None => item,
            }
        })
        .collect())
}
