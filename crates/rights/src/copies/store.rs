//! Copies in the database.

use jiff::{SignedDuration, Timestamp};
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, SealedRecord, SubjectId, Write,
    documents::StoredContent, jobs::JobId, named_states, params, statements,
};
use polku_values::InterfaceLanguage;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::requests::store as requests;

/// How long a copy waits to be handed over.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

named_states! {
    /// How far a copy is.
    pub enum State {
        /// It is being made.
        Waiting = "waiting",
        /// It can be handed over.
        Ready = "ready",
        /// It could not be made.
        Failed = "failed",
    }
}

/// What is secret about a copy. Sealed as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct CopyWords {
    /// SHA-256 of the file, in hexadecimal.
    pub(crate) sha256: String,
    /// How many items of data are in it.
    pub(crate) items: usize,
    /// How many files of documents.
    pub(crate) files: usize,
    /// How many files are not given.
    pub(crate) closed: usize,
    /// How many looks.
    pub(crate) looks: usize,
}

impl SealedRecord for CopyWords {
    const TABLE: &'static str = "request_bundle";
}

/// A copy that is stored.
#[derive(Clone, Debug)]
pub(crate) struct Copy {
    pub(crate) id: Uuid,
    pub(crate) owner: SubjectId,
    pub(crate) version: i64,
    pub(crate) request: Uuid,
    pub(crate) state: State,
    pub(crate) stored: Option<StoredContent>,
    pub(crate) language: InterfaceLanguage,
    pub(crate) asked_at: Timestamp,
    pub(crate) expires_at: Option<Timestamp>,
    /// When it was handed over last.
    pub(crate) handed_at: Option<Timestamp>,
    pub(crate) words: CopyWords,
}

impl Copy {
    /// Whether it can be handed over at a moment.
    pub(crate) fn is_here(&self, now: Timestamp) -> bool {
        self.state == State::Ready
            && self.stored.is_some()
            && self.expires_at.is_some_and(|expires| now < expires)
    }
}

statements! {
    /// All copies of a client, the latest first. One whose job was given up waits for nothing any more.
    owned(Requests) COPIES = "SELECT b.id, b.version, b.request, CASE WHEN b.state = 'waiting' AND (j.state IS NULL \
        OR j.state NOT IN ('waiting', 'running')) THEN 'failed' ELSE b.state END AS state, b.address, b.content, b.size, \
        b.language, b.asked_at, b.expires_at, b.handed_at, b.sealed FROM request_bundle b \
        LEFT JOIN job j ON j.register = b.register AND j.id = b.job WHERE b.register = :register AND b.subject = :subject \
        ORDER BY b.asked_at DESC, b.id DESC";
    /// One is asked for.
    owned(Requests) ASK = "INSERT INTO request_bundle (register, subject, id, version, request, state, language, asked_by, \
        asked_at, job, sealed) VALUES (:register, :subject, :id, 1, :request, 'waiting', :language, :account, :now, :job, \
        :sealed)";
    /// It was made.
    owned(Requests) MADE = "UPDATE request_bundle SET version = :version, state = 'ready', address = :address, \
        content = :content, size = :size, expires_at = :expires, sealed = :sealed WHERE register = :register \
        AND subject = :subject AND id = :id AND version = :seen";
    /// It could not be made.
    owned(Requests) FAILED = "UPDATE request_bundle SET version = :version, state = 'failed', sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :id AND version = :seen";
    /// It was handed over: by a worker, or fetched by the person.
    owned(Requests) HANDED = "UPDATE request_bundle SET version = :version, handed_by = :account, handed_at = :now, \
        sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id AND version = :seen";
}

/// All copies of a client, the latest first.
pub(super) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Copy>> {
    let rows = grant.fetch(COPIES, params! {}).await?;
    rows.iter().map(|row| read(row, grant.open(row)?)).collect()
}

/// The copies of a request, the latest first.
pub(crate) async fn of_request<O: Operation>(
    grant: &Granted<'_, Client, O>,
    request: Uuid,
) -> Result<Vec<Copy>> {
    let mut all = all(grant).await?;
    all.retain(|copy| copy.request == request);
    Ok(all)
}

/// Whether a copy for a request can be handed over now.
pub(crate) async fn is_ready<O: Operation>(grant: &Granted<'_, Client, O>, request: Uuid) -> Result<bool> {
    let now = grant.visit().now();
    let copies = of_request(grant, request).await?;
    Ok(copies.iter().any(|copy| copy.is_here(now)))
}

/// Asks for a copy, which a job is to make; answers its id.
pub(super) async fn ask(
    grant: &Granted<'_, Client, Write>,
    (owner, request): (SubjectId, Uuid),
    language: InterfaceLanguage,
    job: JobId,
) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let row = params! {
        "id" => id, "request" => request, "language" => language.code(), "account" => visit.account(),
        "now" => visit.now(), "job" => job, "sealed" => grant.seal_for(owner, id, 1, &CopyWords::default())?,
    };
    grant.execute_for(owner, ASK, row).await?;
    Ok(id)
}

/// Stores that a copy was made.
pub(super) async fn made(
    grant: &Granted<'_, Client, Write>,
    copy: &Copy,
    stored: &StoredContent,
    words: &CopyWords,
) -> Result<()> {
    let version = copy.version + 1;
    let size = i64::try_from(stored.size).map_err(|_| DeskError::Stored("size"))?;
    let row = params! {
        "id" => copy.id, "seen" => copy.version, "version" => version, "address" => stored.address.as_str(),
        "content" => stored.content, "size" => size, "expires" => grant.visit().desk().clock().now() + KEPT,
        "sealed" => grant.seal_for(copy.owner, copy.id, version, words)?,
    };
    grant.execute_one(copy.owner, MADE, row).await
}

/// Stores that a copy could not be made.
pub(super) async fn failed(grant: &Granted<'_, Client, Write>, copy: &Copy) -> Result<()> {
    let version = copy.version + 1;
    let row = params! {
        "id" => copy.id, "seen" => copy.version, "version" => version,
        "sealed" => grant.seal_for(copy.owner, copy.id, version, &copy.words)?,
    };
    grant.execute_one(copy.owner, FAILED, row).await
}

/// Stores that a copy was handed over.
pub(super) async fn handed(grant: &Granted<'_, Client, Write>, copy: &Copy) -> Result<()> {
    let (visit, version) = (grant.visit(), copy.version + 1);
    let row = params! {
        "id" => copy.id, "seen" => copy.version, "version" => version, "account" => requests::doer(visit),
        "now" => visit.now(), "sealed" => grant.seal_for(copy.owner, copy.id, version, &copy.words)?,
    };
    grant.execute_one(copy.owner, HANDED, row).await
}

fn read(row: &OwnedRow, words: CopyWords) -> Result<Copy> {
    let (address, content, size): (Option<String>, Option<Uuid>, Option<i64>) =
        (row.get("address")?, row.get("content")?, row.get("size")?);
    let stored = match (address, content, size) {
        (Some(address), Some(content), Some(size)) => Some(StoredContent {
            owner: row.subject,
            content,
            address,
            size: u64::try_from(size).map_err(|_| DeskError::Stored("size"))?,
        }),
        _ => None,
    };
    let language: String = row.get("language")?;
    Ok(Copy {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        request: row.get("request")?,
        state: row.state("state")?,
        stored,
        language: InterfaceLanguage::from_code(&language).ok_or(DeskError::Stored("language"))?,
        asked_at: row.get("asked_at")?,
        expires_at: row.get("expires_at")?,
        handed_at: row.get("handed_at")?,
        words,
    })
}
