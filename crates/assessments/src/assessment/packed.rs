//! Assessments as the person themselves gets them: every question with its answers, the worker's and their own.

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnRecordsSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::Texts;
use polku_profile::RecordKind;
use polku_web::Answer;

use super::{form_view::answer_in_words, model::Answers, series::Whose, store};
use crate::instruments::{self, Definition};

inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Assessment, resource: Resource::Assessments,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let editions = instruments::by_id(grant.visit()).await?;
    let mut items = Vec::new();
    for one in store::all(grant).await? {
        let Some(edition) = editions.get(&one.edition) else {
            continue;
        };
        let definition = &edition.definition;
        let title = format!(
            "{}, {}",
            definition.title.of(texts.locale()),
            texts.t(&format!("assessments-phase-{}", one.phase))
        );
        let item = PackedItem::new(title)
            .on(one.dated)
            .fact("writer", texts.t("packing-writer"), &one.by);
        let item = answered(texts, definition, &one.answers, Whose::Worker, item);
        let item = match &one.own {
            Some(own) => answered(texts, definition, &own.answers, Whose::Client, item),
            None => item,
        };
        items.push(item.text(&one.answers.note));
    }
    Ok(items)
}

fn answered(
    texts: Texts,
    definition: &Definition,
    answers: &Answers,
    whose: Whose,
    item: PackedItem,
) -> PackedItem {
    definition.items.iter().fold(item, |item, question| {
        let answer = answer_in_words(texts, definition, &question.key, answers);
        let asked = format!("{} ({})", question.text.of(texts.locale()), whose.word(texts));
        item.fact(&question.key, asked, answer.unwrap_or_default())
    })
}
