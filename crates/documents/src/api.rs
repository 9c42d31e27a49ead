//! Documents for programs.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, DeskError, Read, SubjectId};
use polku_web::{
    Answer, AtDesk, EntityTag, Failure, IfMatch, IntoResponse, InvalidField, JsonBody, Path, Query, Response,
    StatusCode, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    adding::open_file,
    change::{self, Added},
    class::Class,
    document::{Checked, Document, Language, Reading, State, StoredFile},
    examine::{Refusal, Remarks},
    file_page,
    input::DocumentInput,
    kind::FileKind,
    page::kept,
    receive::{Came, SentFile},
    store,
};

/// A document.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DocumentBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored: for If-Match.
    version: i64,
    /// Whether it is kept.
    state: State,
    /// What it is called.
    title: String,
    /// What it is about.
    class: Class,
    /// In what language it is, when it is known.
    language: Option<Language>,
    /// The day of the paper itself.
    dated: Option<Date>,
    /// The key of its source.
    source: String,
    /// Who exactly.
    who: String,
    /// The key of the channel.
    channel: String,
    /// `secret`, `partly` or `public`.
    publicity: &'static str,
    /// The provision on which its secrecy rests.
    ground: String,
    /// Anything else.
    note: String,
    /// The key of its retention class.
    retention: String,
    /// When it was added.
    added_at: Timestamp,
    /// Its files, the latest first. In lists only the latest is told.
    files: Vec<FileBody>,
}

/// A file of a document.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct FileBody {
    /// Its number, from 1.
    number: i64,
    /// What it is.
    kind: FileKind,
    /// How large, in bytes.
    size: u64,
    /// Whether it was looked through for viruses.
    checked: Checked,
    /// What the virus is called.
    threat: Option<String>,
    /// Whether its text was read.
    reading: Reading,
    /// How many pages it has, when it is known.
    pages: Option<i64>,
    /// What was remarked in it.
    remarks: Remarks,
    /// When it came.
    added_at: Timestamp,
    /// Who added it.
    added_by: String,
}

impl DocumentBody {
    fn of(document: Document, files: Vec<StoredFile>) -> Self {
        let words = document.about.words;
        Self {
            id: document.id,
            version: document.version,
            state: document.state,
            title: words.title,
            class: words.class,
            language: words.language,
            dated: document.about.dated,
            source: words.source,
            who: words.who,
            channel: words.channel,
            publicity: document.about.publicity.key(),
            ground: words.ground,
            note: words.note,
            retention: document.retention,
            added_at: document.added_at,
            files: files.into_iter().map(FileBody::of).collect(),
        }
    }
}

impl FileBody {
    fn of(file: StoredFile) -> Self {
        Self {
            number: file.number,
            kind: file.kind,
            size: file.stored.size,
            checked: file.checked,
            threat: file.words.threat,
            reading: file.reading,
            pages: file.pages,
            remarks: file.words.remarks,
            added_at: file.added_at,
            added_by: file.added_by,
        }
    }
}

/// Which documents are asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    bin: bool,
}

/// A client's documents.
pub(crate) async fn list(visit: AtDesk, Path(client): Path<SubjectId>, Query(asked): Query<Asked>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    let state = if asked.bin { State::Binned } else { State::Kept };
    let documents = store::all(&grant).await?;
    let documents: Vec<DocumentBody> = documents
        .into_iter()
        .filter(|document| document.state == state)
        .map(|document| {
            let file = document.file.clone();
            DocumentBody::of(document, vec![file])
        })
        .collect();
    Ok(Json(documents).into_response())
}

/// One document.
pub(crate) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    let (document, files) = store::one(&grant, id).await?;
    grant.shown(&serde_json::json!({ "document": id }));
    Ok(tagged(StatusCode::OK, document, files))
}

fn tagged(status: StatusCode, document: Document, files: Vec<StoredFile>) -> Response {
    let tag = EntityTag(document.version);
    tag.on((status, Json(DocumentBody::of(document, files))).into_response())
}

/// Adds a document.
pub(crate) async fn add(visit: AtDesk, Path(client): Path<SubjectId>, sent: SentFile) -> Answer {
    let reception = change::reception(&visit, client).await?;
    let whole = taken(sent.receive(&reception).await?)?;
    let about = change::checked(&visit, &DocumentInput::default())?;
    let added = change::add(&visit, client, vec![whole], &about).await?;
    let added = *added
        .first()
        .ok_or(DeskError::Stored("a document that was added"))?;
    let grant = visit.open::<Client, Read>(client).await?;
    let (document, files) = store::one(&grant, added.id()).await?;
    let status = match added {
        Added::New(_) => StatusCode::CREATED,
        Added::Known(_) => StatusCode::OK,
    };
    let place = format!("/api/v1/clients/{client}/documents/{}", added.id());
    let mut response = tagged(status, document, files);
    if let Ok(place) = header::HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// A file that came whole, or what a program is told of it.
fn taken(came: Came) -> Answer<crate::receive::Whole> {
    came.outcome.map_err(|refusal| match refusal {
        Refusal::Large => Failure::TooLarge,
        Refusal::Away => DeskError::Away("a document was not taken in".to_owned()).into(),
        other => Failure::Invalid(vec![InvalidField {
            field: "body",
            key: other.key(),
        }]),
    })
}

/// Stores what is said of a document.
pub(crate) async fn describe(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    IfMatch(seen): IfMatch,
    JsonBody(input): JsonBody<DocumentInput>,
) -> Answer {
    let document = change::describe(&visit, client, id, seen, &input)
        .await
        .map_err(IfMatch::or_failed)?;
    let file = document.file.clone();
    Ok(tagged(StatusCode::OK, document, vec![file]))
}

/// Adds a new version.
pub(crate) async fn renew(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    sent: SentFile,
) -> Answer {
    let reception = change::reception_for(&visit, client, id).await?;
    let whole = taken(sent.receive(&reception).await?)?;
    change::renew(&visit, client, id, whole).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Whether a document is to be kept.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct StateInput {
    /// `kept` or `binned`.
    state: State,
}

/// Throws a document away, or takes it back.
pub(crate) async fn turn(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    JsonBody(input): JsonBody<StateInput>,
) -> Answer {
    change::turn(&visit, client, id, input.state).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A file.
pub(crate) async fn file(
    visit: AtDesk,
    Path((client, id, number)): Path<(SubjectId, Uuid, String)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    match open_file(&grant, id, &number).await? {
        Ok(file) => match file_page::whole(&grant, &file).await? {
            Ok(response) => Ok(response),
            Err(key) => Err(DeskError::Refused(key).into()),
        },
        Err(key) => Err(DeskError::Refused(key).into()),
    }
}
