//! The pages of histories.

use axum::extract::Query;
use polku_casework::clients::tabs;
use polku_desk::{Client, DeskError, Granted, Read, SubjectId};
use polku_pages::{Texts, form::FormState, frame::Heading};
use polku_profile::Profile;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    TAB, WRITE, change,
    input::ItemInput,
    item::History,
    kept, store,
    view::{self, Shown},
};

/// To which history something is to be added.
#[derive(Debug, Deserialize)]
pub(super) struct Adding {
    add: Option<History>,
}

pub(super) async fn list(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(adding): Query<Adding>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let profile = visit.profile()?;
    let typed = adding.add.map(|history| (history, FormState::new()));
    let body = shown(&grant, reader.texts, &profile, typed).await?.render();
    Ok(reader.page("histories-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn add(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: ItemInput = fields.read()?;
    match change::add(&visit, client, &input).await {
        Ok(_) => Ok(flash(
            &format!("/clients/{client}/histories#history-{}", input.history),
            "histories-saved",
        )),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            kept(&grant)?;
            let profile = visit.profile()?;
            let history = input
                .history(&profile)
                .map_err(|_| Failure::Unreadable("no such history"))?;
            let state = fields.with_errors(&reader, &invalid);
            let body = shown(&grant, reader.texts, &profile, Some((history, state)))
                .await?
                .render();
            Ok(reader.page_to_mend("histories-title", &[], &heading(&grant, reader.texts), body))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn edit(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let item = store::one(&grant, id).await?;
    let profile = visit.profile()?;
    let body = view::edit(
        reader.texts,
        &profile,
        grant.subject(),
        &item,
        &view::filled(&item),
        false,
    );
    Ok(reader.page("histories-edit-title", &back(&grant, reader.texts), body))
}

pub(super) async fn mend(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: ItemInput = fields.read()?;
    let (state, is_changed) = match change::mend(&visit, client, id, seen(&fields)?, &input).await {
        Ok(()) => return Ok(flash(&format!("/clients/{client}/histories"), "histories-saved")),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let item = store::one(&grant, id).await?;
    let profile = visit.profile()?;
    let body = view::edit(reader.texts, &profile, grant.subject(), &item, &state, is_changed);
    Ok(reader.page_to_mend("histories-edit-title", &[], &back(&grant, reader.texts), body))
}

pub(super) async fn remove(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    match change::remove(&visit, client, id, seen(&fields)?).await {
        Ok(()) => Ok(flash(
            &format!("/clients/{client}/histories"),
            "histories-removed",
        )),
        Err(Failure::Desk(DeskError::Conflict)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let item = store::one(&grant, id).await?;
            let profile = visit.profile()?;
            let body = view::edit(
                reader.texts,
                &profile,
                grant.subject(),
                &item,
                &view::filled(&item),
                true,
            );
            Ok(reader.page_to_mend("histories-edit-title", &[], &back(&grant, reader.texts), body))
        }
        Err(failure) => Err(failure),
    }
}

async fn shown<'a>(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
    profile: &'a Profile,
    typed: Option<(History, FormState)>,
) -> Answer<Shown<'a>> {
    let may = |history: &History| !history.is_special() || grant.may(polku_desk::access::Resource::Special);
    let mut histories = History::kept(profile);
    histories.retain(may);
    Ok(Shown {
        texts,
        client: grant.subject(),
        profile,
        histories,
        items: store::all(grant).await?,
        tabs: tabs::of(grant, texts, TAB),
        typed,
        writes: WRITE.admits(grant.visit().role()),
    })
}

fn seen(fields: &Fields) -> Answer<i64> {
    let version = fields.0.value("version").parse();
    version.map_err(|_| Failure::Unreadable("the form lacks the version"))
}

fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("histories-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}

fn back(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    let title = texts.with("histories-heading", &[("name", name.as_str().into())]);
    Heading::new(texts.t("histories-edit-title"))
        .back(format!("/clients/{}/histories", grant.subject()), title)
}
