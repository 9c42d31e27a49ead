//! Documents in the database.

use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, SubjectId, Write,
    database::{OwnedStatement, Params},
    documents::StoredContent,
    params, statements,
};
use polku_profile::Publicity;
use uuid::Uuid;

use crate::document::{About, Checked, Document, DocumentText, FileWords, Reading, State, StoredFile, Words};

statements! {
    /// All documents of a person.
    owned(Documents) ALL = "SELECT id, version, state, publicity, retention, dated, added_at, sealed FROM document \
        WHERE register = :register AND subject = :subject ORDER BY added_at DESC, id DESC";
    /// One of them.
    owned(Documents) ONE = "SELECT id, version, state, publicity, retention, dated, added_at, sealed FROM document \
        WHERE register = :register AND subject = :subject AND id = :document";
    /// How many are kept.
    owned(Documents) COUNT = "SELECT COUNT(*) AS number FROM document WHERE register = :register \
        AND subject = :subject AND state = 'kept'";
    /// The files of all documents of a person, the latest of each first.
    owned(Documents) FILES = "SELECT f.id, f.version, f.document, f.number, f.address, f.size, f.kind, f.checked, \
        f.reading, f.pages, f.added_at, a.display_name, f.sealed FROM document_file f JOIN account a ON a.id = f.account \
        WHERE f.register = :register AND f.subject = :subject ORDER BY f.number DESC";
    /// The files of one document, the latest first.
    owned(Documents) FILES_OF = "SELECT f.id, f.version, f.document, f.number, f.address, f.size, f.kind, f.checked, \
        f.reading, f.pages, f.added_at, a.display_name, f.sealed FROM document_file f JOIN account a ON a.id = f.account \
        WHERE f.register = :register AND f.subject = :subject AND f.document = :document ORDER BY f.number DESC";
    /// A document is added.
    owned(Documents) INSERT = "INSERT INTO document (register, subject, id, version, state, publicity, retention, dated, \
        added_at, account, sealed) VALUES (:register, :subject, :document, 1, 'kept', :publicity, :retention, :dated, \
        :now, :account, :sealed)";
    /// What is said of a document changes, or it goes to the bin and back.
    owned(Documents) UPDATE = "UPDATE document SET version = :version, state = :state, publicity = :publicity, \
        retention = :retention, dated = :dated, binned_at = :binned_at, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND id = :document AND version = :seen";
    /// A file of a document is added.
    owned(Documents) INSERT_FILE = "INSERT INTO document_file (register, subject, id, version, document, number, address, \
        size, kind, checked, reading, pages, added_at, account, sealed) VALUES (:register, :subject, :file, 1, :document, \
        :number, :address, :size, :kind, :checked, :reading, :pages, :now, :account, :sealed)";
    /// A file was looked through or read.
    owned(Documents) UPDATE_FILE = "UPDATE document_file SET version = :version, checked = :checked, checked_at = :now, \
        reading = :reading, pages = :pages, sealed = :sealed WHERE register = :register AND subject = :subject \
        AND id = :file AND version = :seen";
    /// Whether a person has a file with this content.
    owned(Documents) KNOWN = "SELECT f.document FROM document_file f JOIN document d ON d.register = f.register \
        AND d.subject = f.subject AND d.id = f.document WHERE f.register = :register AND f.subject = :subject \
        AND f.address = :address AND d.state = 'kept' ORDER BY f.number DESC LIMIT 1";
    /// What was read is kept.
    owned(Documents) INSERT_TEXT = "INSERT INTO document_text (register, subject, id, version, document, read_at, sealed) \
        VALUES (:register, :subject, :file, 1, :document, :now, :sealed) ON CONFLICT (register, subject, id) DO NOTHING";
    /// What was read in the documents of a person.
    owned(Documents) TEXTS = "SELECT id, version, document, sealed FROM document_text \
        WHERE register = :register AND subject = :subject ORDER BY read_at DESC LIMIT :limit";
}

/// What [`all`] asks for.
pub(crate) fn asked() -> Vec<(OwnedStatement, Params)> {
    vec![(FILES, params! {}), (ALL, params! {})]
}

/// All documents, the latest first, also those in the bin.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Document>> {
    let mut files = files(grant).await?;
    let mut documents = Vec::new();
    for row in grant.fetch(ALL, params! {}).await? {
        let id: Uuid = row.get("id")?;
        let place = files.iter().position(|file| file.document == id);
        let place = place.ok_or(DeskError::Stored("a document without a file"))?;
        documents.push(document(grant, &row, files.remove(place))?);
    }
    documents.sort_by_key(|document| std::cmp::Reverse((document.added_at, document.id)));
    Ok(documents)
}

/// All files of a person's documents, the latest of each document first.
pub(crate) async fn files<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<StoredFile>> {
    let rows = grant.fetch(FILES, params! {}).await?;
    rows.iter().map(|row| file(grant, row)).collect()
}

/// One document, with all its files, the latest first.
pub(crate) async fn one<O: Operation>(
    grant: &Granted<'_, Client, O>,
    id: Uuid,
) -> Result<(Document, Vec<StoredFile>)> {
    let row = grant.fetch_one(ONE, params! { "document" => id }).await?;
    let files = grant.fetch(FILES_OF, params! { "document" => id }).await?;
    let files = files
        .iter()
        .map(|row| file(grant, row))
        .collect::<Result<Vec<_>>>()?;
    let latest = files
        .first()
        .cloned()
        .ok_or(DeskError::Stored("a document without a file"))?;
    Ok((document(grant, &row, latest)?, files))
}

/// How many documents are kept.
pub(crate) async fn count<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<i64> {
    let rows = grant.fetch(COUNT, params! {}).await?;
    rows.iter().map(|row| row.get::<i64>("number")).sum()
}

/// The document that has this content already.
pub(crate) async fn known(grant: &Granted<'_, Client, Write>, address: &str) -> Result<Option<Uuid>> {
    let rows = grant.fetch(KNOWN, params! { "address" => address }).await?;
    rows.first().map(|row| row.get("document")).transpose()
}

/// Stores a new document without its file.
pub(crate) async fn insert(
    grant: &Granted<'_, Client, Write>,
    id: Uuid,
    about: &About,
    retention: &str,
) -> Result<()> {
    let visit = grant.visit();
    let row = params! {
        "document" => id, "publicity" => about.publicity.key(), "retention" => retention, "dated" => about.dated,
        "now" => visit.now(), "account" => visit.account(), "sealed" => grant.seal(id, 1, &about.words)?,
    };
    grant.execute(INSERT, row).await.map(drop)
}

/// What is to be known of a new file.
pub(crate) struct NewFile<'a> {
    pub(crate) document: Uuid,
    pub(crate) number: i64,
    pub(crate) kind: crate::kind::FileKind,
    pub(crate) checked: Checked,
    pub(crate) pages: Option<i64>,
    pub(crate) words: &'a FileWords,
}

/// Stores a file of a document.
pub(crate) async fn insert_file(
    grant: &Granted<'_, Client, Write>,
    stored: &StoredContent,
    new: &NewFile<'_>,
) -> Result<()> {
    let visit = grant.visit();
    let reading = if new.kind.is_shown() {
        Reading::Waiting
    } else {
        Reading::Nothing
    };
    let size = i64::try_from(stored.size).map_err(|_| DeskError::Stored("size"))?;
    let row = params! {
        "file" => stored.content, "document" => new.document, "number" => new.number, "address" => stored.address.as_str(),
        "size" => size, "kind" => new.kind, "checked" => new.checked, "reading" => reading, "pages" => new.pages,
        "now" => visit.now(), "account" => visit.account(),
        "sealed" => grant.seal_for(stored.owner, stored.content, 1, new.words)?,
    };
    grant.execute_for(stored.owner, INSERT_FILE, row).await.map(drop)
}

/// Stores what is said of a document, and whether it is kept.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was read.
pub(crate) async fn update(grant: &Granted<'_, Client, Write>, document: &Document) -> Result<()> {
    let version = document.version + 1;
    let binned_at = (document.state == State::Binned).then(|| grant.visit().now());
    let row = params! {
        "document" => document.id, "seen" => document.version, "version" => version, "state" => document.state,
        "publicity" => document.about.publicity.key(), "retention" => document.retention.as_str(),
        "dated" => document.about.dated, "binned_at" => binned_at,
        "sealed" => grant.seal_for(document.owner, document.id, version, &document.about.words)?,
    };
    grant.execute_one(document.owner, UPDATE, row).await
}

/// Stores what was found out about a file.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was read.
pub(crate) async fn update_file(grant: &Granted<'_, Client, Write>, file: &StoredFile) -> Result<()> {
    let version = file.version + 1;
    let row = params! {
        "file" => file.id(), "seen" => file.version, "version" => version, "checked" => file.checked,
        "reading" => file.reading, "pages" => file.pages, "now" => grant.visit().now(),
        "sealed" => grant.seal_for(file.stored.owner, file.id(), version, &file.words)?,
    };
    grant.execute_one(file.stored.owner, UPDATE_FILE, row).await
}

/// Keeps what was read in a file.
pub(crate) async fn insert_text(
    grant: &Granted<'_, Client, Write>,
    file: &StoredFile,
    text: &DocumentText,
) -> Result<()> {
    let row = params! {
        "file" => file.id(), "document" => file.document, "now" => grant.visit().now(),
        "sealed" => grant.seal_for(file.stored.owner, file.id(), 1, text)?,
    };
    grant
        .execute_for(file.stored.owner, INSERT_TEXT, row)
        .await
        .map(drop)
}

/// What was read in a person's files, the latest first: the file and its text.
pub(crate) async fn texts<O: Operation>(
    grant: &Granted<'_, Client, O>,
    limit: i64,
) -> Result<Vec<(Uuid, DocumentText)>> {
    let rows = grant.fetch(TEXTS, params! { "limit" => limit }).await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, grant.open(row)?)))
        .collect()
}

fn document<O: Operation>(
    grant: &Granted<'_, Client, O>,
    row: &OwnedRow,
    file: StoredFile,
) -> Result<Document> {
    let words: Words = grant.open(row)?;
    let publicity: String = row.get("publicity")?;
    Ok(Document {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        state: row.state("state")?,
        retention: row.get("retention")?,
        about: About {
            words,
            dated: row.get("dated")?,
            publicity: Publicity::from_key(&publicity).ok_or(DeskError::Stored("publicity"))?,
        },
        added_at: row.get("added_at")?,
        file,
    })
}

fn file<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<StoredFile> {
    Ok(StoredFile {
        version: row.get("version")?,
        number: row.get("number")?,
        document: row.get("document")?,
        stored: content(row, row.subject)?,
        kind: row.state("kind")?,
        checked: row.state("checked")?,
        reading: row.state("reading")?,
        pages: row.get("pages")?,
        added_at: row.get("added_at")?,
        added_by: row.get("display_name")?,
        words: grant.open(row)?,
    })
}

fn content(row: &OwnedRow, owner: SubjectId) -> Result<StoredContent> {
    let size: i64 = row.get("size")?;
    Ok(StoredContent {
        owner,
        content: row.get("id")?,
        address: row.get("address")?,
        size: size.unsigned_abs(),
    })
}
