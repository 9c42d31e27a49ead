//! What was paid, as the person themselves gets it.

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

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Allowance, resource: Resource::Allowance,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let mut items: Vec<PackedItem> = store::history(grant)
        .await?
        .iter()
        .map(|one| {
            let item = PackedItem::new(texts.t(&RecordKind::Allowance.label_key()))
                .fact("month", texts.t("packing-month"), one.month.to_string())
                .fact("days", texts.t("packing-days"), one.days.to_string())
                .fact(
                    "amount",
                    texts.t("packing-amount"),
                    format::euros(texts.locale(), one.amount.0),
                );
            match one.bank_day {
                Some(day) => item.on(day),
                None => item,
            }
        })
        .collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}
