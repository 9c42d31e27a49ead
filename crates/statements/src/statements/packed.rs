//! Statements as the person themselves gets them, drafts with them.

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnRecordsSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::Texts;
use polku_profile::RecordKind;
use polku_web::Answer;

use super::{
    paper_view::part_name,
    statement::{Kind, Section},
    store,
};

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::InterimReport, resource: Resource::Statements,
        read: |grant, texts| of(grant, texts, Kind::InterimReport).boxed(),
    }
}
inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::FinalStatement, resource: Resource::Statements,
        read: |grant, texts| of(grant, texts, Kind::FinalStatement).boxed(),
    }
}
inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::ProgressSummary, resource: Resource::Statements,
        read: |grant, texts| of(grant, texts, Kind::ProgressSummary).boxed(),
    }
}
inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::InternalSummary, resource: Resource::Statements,
        read: |grant, texts| of(grant, texts, Kind::InternalSummary).boxed(),
    }
}

async fn of(grant: &Granted<'_, Client, Read>, texts: Texts, kind: Kind) -> Answer<Vec<PackedItem>> {
    let all = store::all(grant).await?;
    let mut items: Vec<PackedItem> = all
        .iter()
        .filter(|one| one.about.kind == kind)
        .map(|one| {
            let said: Vec<String> = one
                .content
                .sections
                .iter()
                .filter(|section| !section.text.trim().is_empty())
                .map(|section| written(texts, section))
                .collect();
            PackedItem::new(texts.t(&kind.record().label_key()))
                .on(one.about.until)
                .fact(
                    "state",
                    texts.t("packing-state"),
                    texts.t(&format!("statements-state-{}", one.state)),
                )
                .fact("writer", texts.t("packing-writer"), &one.author_name)
                .text(said.join("\n\n"))
        })
        .collect();
    items.sort_by_key(|item| item.on);
    Ok(items)
}

fn written(texts: Texts, section: &Section) -> String {
    format!("{}\n{}", part_name(texts, section.part), section.text.trim())
}
