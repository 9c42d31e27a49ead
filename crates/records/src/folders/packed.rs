//! A client's paper folders and when somebody took them, as the person themselves gets it in their own copy (D2). Forms from
//! before entry are kept by number and name nobody.

use futures::FutureExt as _;
use polku_casework::{
    joining::inventory,
    packing::{OwnPartSource, PackedItem},
};
use polku_desk::{Client, Granted, Read, access::Resource, clock::date_in_finland};
use polku_pages::{Texts, format};
use polku_profile::Profile;
use polku_values::InterfaceLanguage;
use polku_web::Answer;

use super::{
    folder::{Folder, Loan},
    store,
};

inventory::submit! {
    OwnPartSource {
        key: "paper", word: "paper-tab", resource: Resource::Paper,
        read: |grant, texts| all(grant, texts).boxed(),
    }
}

async fn all(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let profile = grant.visit().profile()?;
    let loans = store::loans(grant).await?;
    let mut folders = store::all(grant).await?;
    folders.sort_by_key(|folder| (folder.years.from, folder.id));
    let packed = folders.iter().map(|folder| {
        let taken: Vec<&Loan> = loans.iter().filter(|loan| loan.folder == folder.id).collect();
        item(texts, &profile, folder, &taken)
    });
    Ok(packed.collect())
}

/// A folder with each time that it was taken. Who took it is in the register's own list, as the log of looks tells who looked.
fn item(texts: Texts, profile: &Profile, folder: &Folder, taken: &[&Loan]) -> PackedItem {
    let language: InterfaceLanguage = texts.locale().into();
    let class = profile.retention_class(&folder.class);
    let mut item = PackedItem::new(texts.t("paper-folder"))
        .fact("years", texts.t("paper-years"), folder.years.to_string())
        .fact(
            "class",
            texts.t("paper-class"),
            class.map_or(folder.class.as_str(), |class| class.name.get(language)),
        )
        .fact(
            "state",
            texts.t("packing-state"),
            texts.t(&format!("paper-state-{}", folder.state)),
        )
        .fact(
            "destroyed-on",
            texts.t("paper-destroyed-on"),
            folder.destroyed_on.map(format::date).unwrap_or_default(),
        )
        .text(&folder.words.contents);
    for loan in taken {
        let until = loan.returned_at.map(date_in_finland);
        let when = format::period(texts, date_in_finland(loan.taken_at), until);
        let told = if loan.words.what_for.is_empty() {
            when
        } else {
            format!("{when}, {}", loan.words.what_for)
        };
        item = item.fact("taken", texts.t("paper-taken-for"), told);
    }
    item
}
