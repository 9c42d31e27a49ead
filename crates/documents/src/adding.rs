//! Pages that files are sent to.

use polku_desk::{Client, DeskError, Read, SubjectId, Visit};
use polku_pages::{Markup, form::FormState, frame::Heading};
use polku_profile::{Channel, Profile, Publicity};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, Response, StatusCode, flash};
use uuid::Uuid;

use crate::{
    change::{self, Added},
    document::StoredFile,
    examine::Refusal,
    input::DocumentInput,
    page,
    receive::{Came, Sending, Whole},
    store,
    view::{self, adding_view},
};

/// The script that says before a file is sent that it is too large.
const SCRIPTS: &[&str] = &["js/files.js"];

/// The form of new documents.
pub(crate) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let mut state = FormState::new();
    let profile = visit.profile()?;
    begin(&mut state, &profile);
    asking(&visit, &reader, client, &state, None).await
}

/// A paper that is scanned is what comes most.
fn begin(state: &mut FormState, profile: &Profile) {
    if profile.channels.contains(&Channel::Paper) {
        state.set("channel", Channel::Paper.key());
    }
    let publicity = profile
        .record(polku_profile::RecordKind::Document)
        .map_or(Publicity::Secret, |record| record.publicity);
    state.set("publicity", publicity.key());
}

async fn asking(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    state: &FormState,
    told: Option<Markup>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    page::kept(visit)?;
    let texts = reader.texts;
    let heading = Heading::new(texts.t("documents-new")).back(
        view::address(grant.subject()),
        visit.name_of(grant.subject()).unwrap_or_default(),
    );
    let body = adding_view::form(
        texts,
        &*visit.profile()?,
        grant.subject(),
        visit.desk().document_options().largest,
        state,
        told,
    );
    Ok(if state.has_errors() {
        reader.page_to_mend("documents-new", SCRIPTS, &heading, body)
    } else {
        reader.page_with("documents-new", SCRIPTS, &heading, body)
    })
}

/// Takes documents in. Files that can be kept are, whatever else is to be mended.
pub(crate) async fn add(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    sending: Sending,
) -> Answer {
    let reception = change::reception(&visit, client).await?;
    let (mut form, came) = sending.receive(&reception).await?;
    let input: DocumentInput = Fields(form.clone()).read()?;
    if came.is_empty() {
        form.error("files", reader.texts.t("documents-files-missing"));
        return asking(&visit, &reader, client, &form, None).await;
    }
    let (whole, refused) = parted(came);
    let checked = change::checked(&visit, &input);
    let (about, wrong) = match checked {
        Ok(about) => (about, Vec::new()),
        Err(Failure::Invalid(wrong)) => {
            let rest = input.clone().without(&wrong);
            (change::checked(&visit, &rest)?, wrong)
        }
        Err(other) => return Err(other),
    };
    let added = if whole.is_empty() {
        Vec::new()
    } else {
        change::add(&visit, client, whole, &about).await?
    };
    if !refused.is_empty() {
        return refusing(&visit, &reader, client, form, &refused, &added).await;
    }
    if let [Added::New(id)] = added.as_slice()
        && !wrong.is_empty()
    {
        // The file is kept; what was typed wrong is mended on the document's own form.
        return page::mend(
            &visit,
            &reader,
            client,
            *id,
            Fields(form).with_errors(&reader, &wrong),
        );
    }
    Ok(match added.as_slice() {
        [Added::Known(id)] => {
            polku_web::flash_warning(&view::document_address(client, *id), "documents-known")
        }
        [Added::New(id)] => flash(&view::document_address(client, *id), "documents-added"),
        _ if !wrong.is_empty() => {
            polku_web::flash_warning(&view::address(client), "documents-added-all-but-words")
        }
        _ => flash(&view::address(client), "documents-added-all"),
    })
}

/// Says which files were not taken in and why, and which were.
async fn refusing(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    mut form: FormState,
    refused: &[Came],
    added: &[Added],
) -> Answer {
    let texts = reader.texts;
    for came in refused {
        form.error("files", adding_view::refusal(texts, visit, came));
    }
    let told = adding_view::kept_beside(texts, client, added.len());
    let mut response = asking(visit, reader, client, &form, told).await?;
    let is = |refusal: Refusal| {
        refused
            .iter()
            .any(|came| matches!(came.outcome, Err(why) if why == refusal))
    };
    if is(Refusal::Away) {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    } else if is(Refusal::Large) {
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    }
    Ok(response)
}

fn parted(came: Vec<Came>) -> (Vec<Whole>, Vec<Came>) {
    let (mut whole, mut refused) = (Vec::new(), Vec::new());
    for came in came {
        match came.outcome {
            Ok(file) => whole.push(file),
            Err(refusal) => refused.push(Came {
                name: came.name,
                outcome: Err(refusal),
            }),
        }
    }
    (whole, refused)
}

/// Takes a new version of a document in.
pub(crate) async fn renew(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    sending: Sending,
) -> Answer {
    let reception = change::reception_for(&visit, client, id).await?;
    let (_, came) = sending.receive(&reception).await?;
    let texts = reader.texts;
    let mut form = FormState::new();
    match came.into_iter().next() {
        None => _ = form.error("files", texts.t("documents-files-missing")),
        Some(came) => match came.outcome {
            Err(_) => _ = form.error("files", adding_view::refusal(texts, &visit, &came)),
            Ok(file) => match change::renew(&visit, client, id, file).await {
                Ok(()) => return Ok(flash(&view::document_address(client, id), "documents-renewed")),
                Err(Failure::Invalid(wrong)) => {
                    for wrong in wrong {
                        form.error(wrong.field, texts.t(wrong.key));
                    }
                }
                Err(other) => return Err(other),
            },
        },
    }
    page::showing(&visit, &reader, client, id, &form).await
}

/// Where a page goes on when a document cannot be opened.
pub(crate) fn closed(client: SubjectId, id: Uuid, key: &'static str) -> Response {
    polku_web::flash_warning(&view::document_address(client, id), key)
}

/// The file of a number, when it may be opened.
pub(crate) async fn open_file(
    grant: &polku_desk::Granted<'_, Client, Read>,
    id: Uuid,
    number: &str,
) -> Answer<Result<StoredFile, &'static str>> {
    let (_, files) = store::one(grant, id).await?;
    let file = files.into_iter().find(|file| file.number.to_string() == number);
    let file = file.ok_or(DeskError::Hidden)?;
    Ok(match view::why_closed(file.checked) {
        Some(key) => Err(key),
        None => Ok(file),
    })
}
