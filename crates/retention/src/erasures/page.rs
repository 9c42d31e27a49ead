//! The page of a client's erasure, with the holds that stand against it.

use polku_casework::clients::tabs;
use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId, Visit,
    access::{Action, Resource},
};
use polku_pages::{Markup, form::FormState, frame::Heading, html};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash, flash_warning};
use serde::Deserialize;
use uuid::Uuid;

use super::{address, change, store, view::ErasurePage};
use crate::{file, holds, rules::ErasureGround};

/// Which form has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mending {
    /// That of a proposal.
    Proposal,
    /// That of a refusal.
    Refusal,
    /// That of a hold.
    Hold,
    /// None; what is wrong is said above.
    Nothing,
}

/// For which ground the preview is.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    ground: String,
}

impl Asked {
    pub(super) fn ground(&self) -> ErasureGround {
        self.ground.parse().unwrap_or(ErasureGround::NoLongerNeeded)
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let state = FormState::new();
    let body = body(&grant, &reader, asked.ground(), &state, Mending::Nothing, None).await?;
    Ok(reader.page("erasures-title", &heading(&grant, &reader), body))
}

async fn body(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    ground: ErasureGround,
    state: &FormState,
    mending: Mending,
    said: Option<&'static str>,
) -> Answer<Markup> {
    let (visit, texts) = (grant.visit(), reader.texts);
    let profile = visit.profile()?;
    let file = file::read(grant).await?.with_holdings(grant).await?;
    let page = ErasurePage {
        client: grant.subject(),
        ground,
        parts: file.parts(&profile, ground, visit.today()),
        joined: file.holdings.joined,
        erasures: store::all(grant).await?,
        holds: holds::people(grant).await?,
        may_write: grant.may_also(Action::Write, Resource::Retention),
        may_destroy: grant.may_also(Action::Destroy, Resource::Retention),
        account: visit.account(),
        today: visit.today(),
        mending,
        said,
    };
    Ok(html! {
        (tabs::of(grant, texts, "/erasure"))
        (page.render(texts, &profile, state))
    })
}

/// The page again, with what is to be mended.
pub(crate) async fn to_mend(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    state: &FormState,
    mending: Mending,
) -> Answer {
    again(visit, reader, client, state, mending, None).await
}

async fn again(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    state: &FormState,
    mending: Mending,
    said: Option<&'static str>,
) -> Answer {
    // What was entered is not in the snapshot that the checks read.
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let ground = state
        .value("ground")
        .parse()
        .unwrap_or(ErasureGround::NoLongerNeeded);
    let body = body(&grant, reader, ground, state, mending, said).await?;
    Ok(reader.page_to_mend("erasures-title", &[], &heading(&grant, reader), body))
}

pub(super) async fn propose(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match change::propose(&visit, client, &fields.read()?).await {
        Ok(_) => Ok(flash(&address(client), "erasures-proposed")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            to_mend(&visit, &reader, client, &state, Mending::Proposal).await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn approve(
    visit: AtDesk,
    reader: Reader,
    Path((client, erasure)): Path<(SubjectId, Uuid)>,
) -> Answer {
    match change::approve(&visit, client, erasure).await {
        Ok(()) => Ok(flash(crate::batches::ADDRESS, "erasures-approved")),
        Err(Failure::Desk(DeskError::Refused(why))) => {
            again(
                &visit,
                &reader,
                client,
                &FormState::new(),
                Mending::Nothing,
                Some(why),
            )
            .await
        }
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&address(client), "erasures-changed-meanwhile"))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn refuse(
    visit: AtDesk,
    reader: Reader,
    Path((client, erasure)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    match change::refuse(&visit, client, erasure, &fields.read()?).await {
        Ok(()) => Ok(flash(&address(client), "erasures-refused")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            to_mend(&visit, &reader, client, &state, Mending::Refusal).await
        }
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&address(client), "erasures-changed-meanwhile"))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn withdraw(visit: AtDesk, Path((client, erasure)): Path<(SubjectId, Uuid)>) -> Answer {
    match change::withdraw(&visit, client, erasure).await {
        Ok(()) => Ok(flash(&address(client), "erasures-withdrawn")),
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&address(client), "erasures-changed-meanwhile"))
        }
        Err(failure) => Err(failure),
    }
}

fn heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(
        reader
            .texts
            .with("erasures-heading", &[("name", name.as_str().into())]),
    )
    .back(format!("/clients/{}", grant.subject()), name)
}
