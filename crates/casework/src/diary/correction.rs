//! The page on which an entry is corrected.

use polku_desk::{Client, DeskError, Granted, Read, SubjectId};
use polku_pages::{Markup, components::Notice, form::FormState, html};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    add::address,
    back::Back,
    correct,
    entry::Entry,
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

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    draft: String,
}

pub(super) async fn ask(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (grant, entry) = open(&visit, client, id).await?;
    let offer = drafts::offer(&grant, DraftKind::Correction, Some(id), asked.draft.parse().ok()).await?;
    let state = offer
        .typed
        .clone()
        .unwrap_or_else(|| form::filled(&entry.current.says));
    let here = format!("{}/correct", address(grant.subject(), id));
    let body = html! {
        div.stack {
            p { (reader.texts.t("diary-correct-help")) }
            (offer.others(reader.texts, visit.today(), &here))
            (correction_form(&grant, &reader, &offer.slot, &state, &entry).await?)
        }
    };
    Ok(reader.page("diary-correct-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn correct(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: EntryInput = fields.read()?;
    let version = fields.0.value("version").parse();
    let seen = version.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    match correct::correct(&visit, client, id, seen, &input).await {
        Ok(_) => Ok(flash(&address(client, id), "diary-corrected-done")),
        Err(failure) => mend(&visit, &reader, (client, id), fields, failure).await,
    }
}

/// The form again with what was typed; when somebody else corrected the entry first, with what is stored beside it.
async fn mend(
    visit: &AtDesk,
    reader: &Reader,
    (client, id): (SubjectId, Uuid),
    fields: Fields,
    failure: Failure,
) -> Answer {
    let slot = Slot::of_form(client, DraftKind::Correction, Some(id), &fields.0, visit.new_id());
    let (state, is_changed) = match failure {
        Failure::Invalid(invalid) => (fields.with_errors(reader, &invalid), false),
        Failure::Desk(DeskError::Conflict) => (fields.0, true),
        other => return Err(other),
    };
    let (grant, entry) = open(visit, client, id).await?;
    let body = html! {
        div.stack {
            @if is_changed { (stored(&grant, reader, &entry).await?) }
            (correction_form(&grant, reader, &slot, &state, &entry).await?)
        }
    };
    Ok(reader.page_to_mend("diary-correct-title", &[], &heading(&grant, reader.texts), body))
}

async fn open(visit: &AtDesk, client: SubjectId, id: Uuid) -> Answer<(Granted<'_, Client, Read>, Entry)> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let entry = store::one(&grant, id).await?;
    Ok((grant, entry))
}

async fn stored(grant: &Granted<'_, Client, Read>, reader: &Reader, entry: &Entry) -> Answer<Markup> {
    let goals = goals::titles(grant).await?;
    let reading = Reading {
        texts: reader.texts,
        today: grant.visit().today(),
        client: grant.subject(),
        goals: &goals,
    };
    Ok(html! {
        (Notice::warning(reader.texts.t("diary-corrected-meanwhile")))
        (reading.stored(entry))
    })
}

async fn correction_form(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    slot: &Slot,
    state: &FormState,
    entry: &Entry,
) -> Answer<Markup> {
    let goals = goals::titles(grant).await?;
    let entry_form = EntryForm {
        texts: reader.texts,
        today: grant.visit().today(),
        client: grant.subject(),
        slot,
        goals: &goals,
        state,
        back: Back::Diary,
    };
    Ok(entry_form.correction(entry.id, entry.current.number))
}
