//! Asking for a copy, and handing it over.

use axum::body::Body;
use polku_desk::{Client, DeskError, Read, SubjectId, Visit, portal::Manner};
use polku_values::InterfaceLanguage;
use polku_web::{
    Answer, AtDesk, Failure, Fields, IntoResponse, Path, Reader, Response, flash, flash_warning, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    job, portable,
    store::{self, Copy},
};
use crate::requests::{
    change::{self, address, invalid},
    kept,
    request::{EventKind, EventWords, Identity, Kind, Request, State},
    store as requests,
};

/// What asking for a copy says.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct CopyInput {
    /// In which language: `fi`, `sv` or `en`; the register's own when empty.
    #[serde(alias = "copy_language")]
    pub(super) language: String,
}

pub(super) async fn ask(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: CopyInput = fields.read()?;
    match have_made(&visit, client, id, &input).await {
        Ok(_) => Ok(flash(&address(client, id), "copies-asked-saved")),
        Err(Failure::Invalid(wrong)) => {
            let key = wrong.first().map_or("copies-not-now", |wrong| wrong.key);
            Ok(flash_warning(&address(client, id), key))
        }
        Err(failure) => Err(failure),
    }
}

/// Has a copy made, once it is known who asks and while the request is open; answers its id.
pub(super) async fn have_made(visit: &Visit, client: SubjectId, id: Uuid, input: &CopyInput) -> Answer<Uuid> {
    kept(visit)?;
    let profile = visit.profile()?;
    let language = match input.language.trim() {
        "" => profile.default_language(),
        code => InterfaceLanguage::from_code(code)
            .ok_or_else(|| invalid("language", "requests-language-missing"))?,
    };
    let grant = visit.open_for_change::<Client>(client).await?;
    let request = requests::one(&grant, id).await?;
    if !change::answers(visit)? {
        return Err(invalid("request", "requests-not-yours"));
    }
    check(&request)?;
    if request.kind == Kind::Portability {
        portable::parts(&profile, visit.today()).map_err(|why| invalid("request", why))?;
    }
    let copies = store::of_request(&grant, id).await?;
    if copies.iter().any(|copy| copy.state == store::State::Waiting) {
        return Err(invalid("request", "copies-being-made"));
    }
    let job = grant.queue_job(job::KIND, Some(client.0)).await?;
    let copy = store::ask(&grant, (request.owner, id), language, job).await?;
    let place = (request.owner, id);
    requests::enter(&grant, place, EventKind::CopyAsked, &EventWords::default()).await?;
    grant
        .commit("own-copy-asked", json!({ "request": id, "copy": copy }))
        .await?;
    Ok(copy)
}

fn check(request: &Request) -> Answer<()> {
    if !request.kind.needs_copy() {
        return Err(invalid("request", "copies-not-this-kind"));
    }
    if request.identity == Identity::NotYet {
        return Err(invalid("request", "requests-identity-first"));
    }
    if request.state.is_closed() {
        return Err(invalid("request", "requests-closed-already"));
    }
    Ok(())
}

pub(super) async fn hand(
    visit: AtDesk,
    reader: Reader,
    Path((client, id, copy)): Path<(SubjectId, Uuid, Uuid)>,
) -> Answer {
    match handed(&visit, &reader, client, (id, copy)).await {
        Err(Failure::Invalid(wrong)) => {
            let key = wrong.first().map_or("copies-not-now", |wrong| wrong.key);
            Ok(flash_warning(&address(client, id), key))
        }
        other => other,
    }
}

/// Hands a copy over by whoever answers requests in this register.
pub(super) async fn handed(visit: &Visit, reader: &Reader, client: SubjectId, ids: (Uuid, Uuid)) -> Answer {
    let may = if change::answers(visit)? {
        Ok(())
    } else {
        Err("requests-not-yours")
    };
    give(visit, reader, client, ids, may).await
}

/// The person fetches a copy in the portal. It holds what the portal does not show, special-category data among it, so
/// that a code is not enough: they have to be identified strongly.
pub(crate) async fn to_the_person(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    ids: (Uuid, Uuid),
    manner: Manner,
) -> Answer {
    let may = match manner {
        Manner::Identification => Ok(()),
        Manner::Codes => Err("own-requests-copy-identify"),
    };
    give(visit, reader, client, ids, may).await
}

/// It is entered in the write that asks again whether it may be, and only then the file goes.
async fn give(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    (id, copy): (Uuid, Uuid),
    may: Result<(), &'static str>,
) -> Answer {
    kept(visit)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let request = requests::one(&grant, id).await?;
    may.map_err(|why| invalid("request", why))?;
    let copies = store::of_request(&grant, id).await?;
    let copy = copies
        .into_iter()
        .find(|one| one.id == copy)
        .ok_or(DeskError::Hidden)?;
    may_hand(&request, &copy, visit)?;
    let stored = copy.stored.clone().ok_or(DeskError::Hidden)?;
    store::handed(&grant, &copy).await?;
    let words = EventWords {
        sha256: copy.words.sha256.clone(),
        ..EventWords::default()
    };
    requests::enter(&grant, (request.owner, id), EventKind::CopyHanded, &words).await?;
    grant
        .commit("own-copy-handed", json!({ "request": id, "copy": copy.id }))
        .await?;
    let content = visit.open::<Client, Read>(client).await?.open_content(&stored)?;
    Ok(file(reader, content.size(), Body::from_stream(content.parts())))
}

fn may_hand(request: &Request, copy: &Copy, visit: &Visit) -> Answer<()> {
    if !matches!(request.state, State::Granted | State::Partly) {
        return Err(invalid("request", "copies-answer-first"));
    }
    if !copy.is_here(visit.now()) {
        return Err(invalid("request", "copies-ended"));
    }
    Ok(())
}

/// The file as a browser keeps it. Its name says nothing of anybody.
fn file(reader: &Reader, size: u64, body: Body) -> Response {
    let name = reader.texts.t("copies-file");
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_LENGTH, size.to_string()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.zip\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, body).into_response()
}
