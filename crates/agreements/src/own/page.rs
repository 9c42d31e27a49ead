//! The client's pages of agreements.

use axum::extract::State as Shared;
use polku_desk::{Client, DeskError, Read, Visit};
use polku_pages::{form::FormState, frame::Heading};
use polku_web::{
    Answer, App, AtDesk, Failure, Fields, InPortal, Path, Reader, Response, flash, flash_warning,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    LIST, Shown, address, all,
    sign::{self, Told},
    view::{self, Signing},
};
use crate::{
    agreement::{files::seal_answer, model::State, view::tag},
    signing::{
        Party, SignatureKind,
        input::OnScreenInput,
        model::{Paper, Stage},
        print,
        store::{self, has},
    },
};

pub(super) async fn list(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let all = all(&grant).await?;
    let body = view::list(reader.texts, &all, visit.today());
    let heading = Heading::new(reader.texts.t("own-agreements-heading"));
    Ok(reader.portal_page("own-agreements-title", &[], &heading, body))
}

pub(super) async fn show(
    Shared(app): Shared<App>,
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    Path(id): Path<Uuid>,
) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let shown = Shown::of(&grant, id).await?;
    let texts = reader.texts;
    let waits = shown.agreement.state == State::Proposed && !has(&shown.signatures, Party::Client);
    let mut state = FormState::new();
    state.set("name", &shown.paper.words.client_name);
    let signing = Signing {
        texts,
        paper: &shown.paper,
        state: &state,
        way: sign::way(&visit, &own),
        identifies: app.settings.identification.is_some(),
    };
    let body = view::one(texts, &shown, waits.then_some(&signing))?;
    let heading = heading(&reader, &shown.paper).tag(tag(texts, &shown.agreement, visit.today()));
    Ok(reader.portal_page("own-agreement-title", &[], &heading, body))
}

/// The client signs.
pub(super) async fn sign(
    Shared(app): Shared<App>,
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    Path(id): Path<Uuid>,
    fields: Fields,
) -> Answer {
    let (input, told): (OnScreenInput, Told) = (fields.read()?, fields.read()?);
    let paper = match sign::waiting(&visit, &own, id).await {
        Ok(paper) => paper,
        Err(Failure::Desk(DeskError::Hidden)) => return gone(&visit, &own, id).await,
        Err(failure) => return Err(failure),
    };
    let way = sign::way(&visit, &own);
    let checked = input.check();
    let state = match &checked {
        Err(invalid) => Some(fields.with_errors(&reader, invalid)),
        // What is signed is what was read, and as what it was said to be.
        Ok(_) if input.shown != paper.hash()?.to_string() => {
            Some(with(fields, &reader, "agreements-shown-another"))
        }
        Ok(_) if told.kind != SignatureKind::of(way).name() => {
            Some(with(fields, &reader, "own-agreements-other-kind"))
        }
        Ok(_) => None,
    };
    if let Some(state) = state {
        let signing = Signing {
            texts: reader.texts,
            paper: &paper,
            state: &state,
            way,
            identifies: app.settings.identification.is_some(),
        };
        let body = view::to_sign(&signing)?;
        return Ok(reader.portal_page_to_mend("own-agreement-title", &heading(&reader, &paper), body));
    }
    let name = checked.map_err(Failure::Invalid)?;
    visit.settle().await?;
    match sign::write(&visit, &own, &paper, way, name).await {
        Ok(()) => Ok(flash(&address(id), "own-agreements-signed")),
        Err(DeskError::Conflict) => Ok(flash_warning(&address(id), "own-agreements-changed")),
        Err(error) => Err(error.into()),
    }
}

fn with(fields: Fields, reader: &Reader, key: &'static str) -> FormState {
    let mut state = fields.0;
    state.error("accepts", reader.texts.t(key));
    state
}

/// Where nothing waits for the client's signature any more: an own agreement shows how it stands, another is none.
async fn gone(visit: &Visit, own: &InPortal, id: Uuid) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    store::paper(&grant, id, Stage::Shown)
        .await?
        .ok_or(DeskError::Hidden)?;
    Ok(flash_warning(&address(id), "own-agreements-changed"))
}

/// The file: with the signatures on it when both have signed, else as it was shown.
pub(super) async fn pdf(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let shown = Shown::of(&grant, id).await?;
    grant.shown(&json!({ "printed": "agreement" }));
    let signed = store::paper(&grant, id, Stage::Signed).await?;
    let paper = signed.unwrap_or(shown.paper);
    Ok(print::answer(paper.words.file()?, false))
}

/// The register's seal over the signed file, to be kept beside it.
pub(super) async fn seal(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    Shown::of(&grant, id).await?;
    grant.shown(&json!({ "printed": "agreement-seal" }));
    let signed = store::paper(&grant, id, Stage::Signed).await?;
    Ok(seal_answer(signed.ok_or(DeskError::Hidden)?.words.seal))
}

fn heading(reader: &Reader, paper: &Paper) -> Heading {
    Heading::new(paper.words.title.as_str()).back(LIST, reader.texts.t("own-agreements-heading"))
}
