//! The page of a client's folders.

use polku_casework::clients::tabs;
use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId,
    access::{Action, Resource},
};
use polku_pages::{Texts, form::FormState, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, Response, flash, flash_warning};
use uuid::Uuid;

use super::{
    TAB, change,
    input::TakingInput,
    store,
    view::{self, FoldersPage, Mending},
};
use crate::places;

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let body = body(&grant, &reader, Mending::Nothing, &FormState::new()).await?;
    Ok(reader.page("paper-folders-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn add(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match change::add(&visit, client, &fields.read()?).await {
        Ok(_) => Ok(flash(&address(client), "paper-folder-added")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            to_mend(&visit, &reader, client, Mending::Folder, &state).await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn take(
    visit: AtDesk,
    reader: Reader,
    Path((client, folder)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: TakingInput = fields.read()?;
    match change::take(&visit, client, folder, &input).await {
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            to_mend(&visit, &reader, client, Mending::Taking(folder), &state).await
        }
        done => done_or_told(client, done, "paper-folder-taken-done"),
    }
}

pub(super) async fn give_back(visit: AtDesk, Path((client, folder)): Path<(SubjectId, Uuid)>) -> Answer {
    let done = change::give_back(&visit, client, folder).await;
    done_or_told(client, done, "paper-folder-returned-done")
}

pub(super) async fn destroyed(visit: AtDesk, Path((client, folder)): Path<(SubjectId, Uuid)>) -> Answer {
    let done = change::destroyed(&visit, client, folder).await;
    done_or_told(client, done, "paper-folder-destroyed-done")
}

/// Somebody else may have been faster: the page tells how it is.
fn done_or_told(client: SubjectId, done: Answer<()>, words: &'static str) -> Answer<Response> {
    match done {
        Ok(()) => Ok(flash(&address(client), words)),
        Err(Failure::Desk(DeskError::Refused(key))) => Ok(flash_warning(&address(client), key)),
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&address(client), "paper-folder-changed-meanwhile"))
        }
        Err(failure) => Err(failure),
    }
}

async fn to_mend(
    visit: &AtDesk,
    reader: &Reader,
    client: SubjectId,
    mending: Mending,
    state: &FormState,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let body = body(&grant, reader, mending, state).await?;
    Ok(reader.page_to_mend("paper-folders-title", &[], &heading(&grant, reader.texts), body))
}

async fn body(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    mending: Mending,
    state: &FormState,
) -> Answer<polku_pages::Markup> {
    let visit = grant.visit();
    let page = FoldersPage {
        texts: reader.texts,
        client: grant.subject(),
        profile: &*visit.profile()?,
        folders: &store::all(grant).await?,
        loans: &store::loans(grant).await?,
        places: &places::store::all(visit).await?,
        names: &places::store::names(visit).await?,
        workers: &places::store::workers(visit).await?,
        own: visit.account(),
        writes: grant.may_also(Action::Write, Resource::Paper),
        mending,
        state,
    };
    Ok(page.render(&tabs::of(grant, reader.texts, TAB)))
}

fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("paper-folders-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}

fn address(client: SubjectId) -> String {
    view::address(client)
}
