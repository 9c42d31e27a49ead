//! Writing and reading an entry.

use polku_desk::{Client, Read, SubjectId};
use polku_pages::html;
use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    add::add,
    back::Back,
    entry_view::Reading,
    form::{self, EntryForm},
    input::EntryInput,
    kept,
    list::heading,
    store,
};
use crate::{
    drafts::{self, DraftKind, Slot},
    goals,
};

/// What the address of a new entry asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    draft: String,
    contact: String,
    goal: String,
    back: String,
}

pub(super) async fn new(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let offer = drafts::offer(&grant, DraftKind::Note, None, asked.draft.parse().ok()).await?;
    let mut state = offer.typed.clone().unwrap_or_else(|| form::empty(visit.today()));
    for (name, value) in [("contact", &asked.contact), ("goals", &asked.goal)] {
        if value.parse::<Uuid>().is_ok() {
            state.set(name, value);
        }
    }
    let goals = goals::open_titles(&grant).await?;
    let entry_form = EntryForm {
        texts: reader.texts,
        today: visit.today(),
        client: grant.subject(),
        slot: &offer.slot,
        goals: &goals,
        state: &state,
        back: Back::named(&asked.back),
    };
    let here = format!("/clients/{}/diary/new", grant.subject());
    let body =
        html! { div.stack { (offer.others(reader.texts, visit.today(), &here)) (entry_form.whole()) } };
    Ok(reader.page("diary-new-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn create(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: EntryInput = fields.read()?;
    match add(&visit, client, &input).await {
        Ok(_) => Ok(flash(&Back::of_form(&fields.0).path(client), "diary-saved")),
        Err(Failure::Invalid(invalid)) => mend_new(&visit, &reader, client, fields, &invalid).await,
        Err(failure) => Err(failure),
    }
}

async fn mend_new(
    visit: &AtDesk,
    reader: &Reader,
    client: SubjectId,
    fields: Fields,
    invalid: &[InvalidField],
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let slot = Slot::of_form(client, DraftKind::Note, None, &fields.0, visit.new_id());
    let back = Back::of_form(&fields.0);
    let state = fields.with_errors(reader, invalid);
    let goals = goals::open_titles(&grant).await?;
    let entry_form = EntryForm {
        texts: reader.texts,
        today: visit.today(),
        client,
        slot: &slot,
        goals: &goals,
        state: &state,
        back,
    };
    Ok(reader.page_to_mend(
        "diary-new-title",
        &[],
        &heading(&grant, reader.texts),
        entry_form.whole(),
    ))
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let entry = store::one(&grant, id).await?;
    let versions = store::versions(&grant, id).await?;
    let goals = goals::titles(&grant).await?;
    let reading = Reading {
        texts: reader.texts,
        today: visit.today(),
        client: grant.subject(),
        goals: &goals,
    };
    let body = html! { div.stack { (reading.whole(&entry, &versions)) } };
    Ok(reader.page("diary-entry-title", &heading(&grant, reader.texts), body))
}
