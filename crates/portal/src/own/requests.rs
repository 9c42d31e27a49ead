//! Own requests about own data (D1): made in a few words, followed, taken back; the answer read, and a copy fetched.

use axum::Json;
use polku_desk::{
    Client, Read,
    access::{AccessSpec, Action, Resource},
};
use polku_pages::{form::FormState, frame::Heading};
use polku_rights::requests::own::{self as own_requests, ADDRESS, OwnRequestBody, OwnRequestInput, address};
use polku_web::{
    API, Answer, ApiDoc, AtDesk, Failure, Fields, InPortal, IntoResponse, JsonBody, Method, Path, Query,
    Reader, Routes, StatusCode, flash, flash_warning, header,
};
use serde::Deserialize;
use uuid::Uuid;

/// Own requests and their answers.
const READ: AccessSpec = AccessSpec::own(Action::Read, &[Resource::Requests]);
/// Asking, taking back, fetching a copy.
const WRITE: AccessSpec = AccessSpec::own(Action::Write, &[Resource::Requests]);

const ONE: &str = "/own/requests/{request}";
const TAKE_BACK: &str = "/own/requests/{request}/withdraw";
const COPY: &str = "/own/requests/{request}/copies/{copy}/handing";

/// The pages and API of own requests.
pub(super) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/own/requests", READ, list)
        .page(Method::GET, "/own/requests/new", READ, new)
        .page(Method::POST, "/own/requests", WRITE, ask)
        .page(Method::GET, ONE, READ, show)
        .page(Method::POST, TAKE_BACK, WRITE, take_back)
        .page(
            Method::GET,
            "/own/requests/{request}/letters/{number}",
            READ,
            letter,
        )
        .page(
            Method::GET,
            "/own/requests/{request}/letters/{number}/pdf",
            READ,
            letter_file,
        )
        .page(Method::POST, COPY, WRITE, fetch_copy)
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/own/requests",
            READ,
            ApiDoc::new("The client's own requests about their data, the latest first")
                .answers::<Vec<OwnRequestBody>>(),
            all_bodies,
        )
        .api(
            Method::POST,
            "/own/requests",
            WRITE,
            ApiDoc::new("Ask something about the own data: the time for the answer runs from today")
                .takes::<OwnRequestInput>()
                .creates(),
            ask_by_program,
        )
        .api(
            Method::GET,
            ONE,
            READ,
            ApiDoc::new("An own request with its letters").answers::<OwnRequestBody>(),
            body,
        )
        .api(
            Method::POST,
            TAKE_BACK,
            WRITE,
            ApiDoc::new("Take an own request back").silent(),
            take_back_by_program,
        )
        .api(
            Method::POST,
            COPY,
            WRITE,
            ApiDoc::new("Fetch a copy that is ready, after strong identification: answers the file"),
            fetch_copy_by_program,
        )
}

/// What an address may say of a new request: a kind.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
}

async fn list(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let body = own_requests::list(&grant, reader.texts).await?;
    let heading = Heading::new(reader.texts.t("own-requests-heading"));
    Ok(reader.portal_page("own-requests-title", &[], &heading, body))
}

async fn new(visit: AtDesk, own: InPortal, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    // Opened, so that the address is nobody's to others and the look is in the log.
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let mut state = FormState::new();
    state.set("kind", asked.kind);
    let body = own_requests::form(grant.visit(), reader.texts, &state)?;
    Ok(reader.portal_page("own-requests-new-title", &[], &of_new(&reader), body))
}

async fn ask(visit: AtDesk, own: InPortal, reader: Reader, fields: Fields) -> Answer {
    let input: OwnRequestInput = fields.read()?;
    match own_requests::ask(&visit, own.subject, &input, own.manner).await {
        Ok(id) => Ok(flash(&address(id), "own-requests-sent")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let body = own_requests::form(&visit, reader.texts, &state)?;
            Ok(reader.portal_page_to_mend("own-requests-new-title", &of_new(&reader), body))
        }
        Err(failure) => Err(failure),
    }
}

async fn show(visit: AtDesk, own: InPortal, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let body = own_requests::one(&grant, reader.texts, id, own.manner).await?;
    let texts = reader.texts;
    let heading =
        Heading::new(texts.t("own-requests-one-heading")).back(ADDRESS, texts.t("own-requests-heading"));
    Ok(reader.portal_page("own-requests-one-title", &[], &heading, body))
}

async fn take_back(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer {
    let done = own_requests::take_back(&visit, own.subject, id).await;
    told(id, done.map(|()| flash(&address(id), "own-requests-taken-back")))
}

/// What does not follow any more is said on the page that shows how it stands.
fn told(id: Uuid, done: Answer) -> Answer {
    match done {
        Err(Failure::Invalid(invalid)) => {
            let key = invalid
                .first()
                .map_or("own-requests-not-now", |first| match first.key {
                    "requests-closed-already" => "own-requests-closed-already",
                    "own-requests-copy-identify" => "own-requests-copy-identify",
                    "copies-ended" => "own-requests-copy-ended",
                    _ => "own-requests-not-now",
                });
            Ok(flash_warning(&address(id), key))
        }
        other => other,
    }
}

async fn letter(
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    Path((id, number)): Path<(Uuid, String)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let body = own_requests::letter(&grant, reader.texts, id, &number).await?;
    let texts = reader.texts;
    let heading =
        Heading::new(texts.t("own-requests-letter")).back(address(id), texts.t("own-requests-one-heading"));
    Ok(reader.portal_page("own-requests-letter", &[], &heading, body))
}

async fn letter_file(visit: AtDesk, own: InPortal, Path((id, number)): Path<(Uuid, String)>) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    own_requests::letter_file(&grant, id, &number).await
}

async fn fetch_copy(
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    Path((id, copy)): Path<(Uuid, Uuid)>,
) -> Answer {
    let fetched = own_requests::fetch_copy(&visit, &reader, own.subject, (id, copy), own.manner).await;
    told(id, fetched)
}

fn of_new(reader: &Reader) -> Heading {
    let texts = reader.texts;
    Heading::new(texts.t("own-requests-new-heading")).back(ADDRESS, texts.t("own-requests-heading"))
}

async fn all_bodies(visit: AtDesk, own: InPortal) -> Answer<Json<Vec<OwnRequestBody>>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    Ok(Json(own_requests::bodies(&grant).await?))
}

async fn ask_by_program(visit: AtDesk, own: InPortal, JsonBody(input): JsonBody<OwnRequestInput>) -> Answer {
    let id = own_requests::ask(&visit, own.subject, &input, own.manner).await?;
    let location = [(header::LOCATION, format!("{API}{}", address(id)))];
    Ok((StatusCode::CREATED, location).into_response())
}

async fn body(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer<Json<OwnRequestBody>> {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    Ok(Json(own_requests::body(&grant, id).await?))
}

async fn take_back_by_program(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer {
    own_requests::take_back(&visit, own.subject, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn fetch_copy_by_program(
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    Path((id, copy)): Path<(Uuid, Uuid)>,
) -> Answer {
    own_requests::fetch_copy(&visit, &reader, own.subject, (id, copy), own.manner).await
}
