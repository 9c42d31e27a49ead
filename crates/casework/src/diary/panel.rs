//! The diary's section of the client's page: a note field already open, the latest entries, the way to all.

use polku_desk::{
    Client, Granted, Read, Visit,
    access::Resource,
    database::{OwnedStatement, Params},
};
use polku_pages::{
    Markup,
    components::{Button, Paper, rows},
    html,
};
use polku_profile::RecordKind;
use polku_web::{Answer, Reader};

use super::{
    back::Back,
    entry_view::Reading,
    form::{self, EntryForm},
    store::{self, Filter},
};
use crate::{
    drafts::{self, DraftKind},
    goals,
    keeping::keeps,
};

/// So many of the latest entries.
const LATEST: usize = 3;

/// What the section asks for.
pub(crate) fn asked(visit: &Visit) -> [(OwnedStatement, Params); 3] {
    [
        drafts::asked(visit),
        store::latest_asked(LATEST),
        store::count_asked(Filter::default()),
    ]
}

/// The page's main action: a new entry.
pub(crate) fn action(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Button>> {
    if !grant.may(Resource::Diary) || !keeps(grant.visit(), RecordKind::Diary)? {
        return Ok(None);
    }
    let new = format!(
        "/clients/{}/diary/new?back={}",
        grant.subject(),
        Back::Client.name()
    );
    Ok(Some(
        Button::link(new, reader.texts.t("diary-new")).key('n').main(),
    ))
}

/// The section; none where the role or the register has no diary. One's draft is taken up in the field.
pub(crate) async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Markup>> {
    let visit = grant.visit();
    if !grant.may(Resource::Diary) || !keeps(visit, RecordKind::Diary)? {
        return Ok(None);
    }
    let (texts, today, client) = (reader.texts, visit.today(), grant.subject());
    let offer = drafts::offer(grant, DraftKind::Note, None, None).await?;
    let state = offer.typed.clone().unwrap_or_else(|| form::empty(today));
    let entries = store::latest(grant, LATEST).await?;
    let total = store::count(grant, Filter::default()).await?;
    let (open, all) = (goals::open_titles(grant).await?, goals::titles(grant).await?);
    let entry_form = EntryForm {
        texts,
        today,
        client,
        slot: &offer.slot,
        goals: &open,
        state: &state,
        back: Back::Client,
    };
    let reading = Reading {
        texts,
        today,
        client,
        goals: &all,
    };
    let mut paper = Paper::new(texts.t("diary-title")).id("diary");
    if total > 0 {
        let more = texts.with("diary-all", &[("count", total.into())]);
        paper = paper.more(format!("/clients/{client}/diary"), more);
    }
    let new = format!("/clients/{client}/diary/new");
    Ok(Some(paper.with(html! {
        div.inside.only-screen { (offer.others(texts, today, &new)) (entry_form.note()) }
        (rows(entries.iter().map(|entry| reading.note(entry))))
    })))
}
