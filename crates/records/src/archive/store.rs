//! Packages in the database.

use jiff::Timestamp;
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, SubjectId, Write, documents::StoredContent,
    jobs::JobId, named_states, params, statements,
};
use uuid::Uuid;

statements! {
    /// All of a client's, the latest first. One whose job was given up waits for nothing any more.
    owned(Archive) ALL = "SELECT p.id, p.version, CASE WHEN p.state = 'asked' AND (j.state IS NULL OR j.state NOT IN \
        ('waiting', 'running')) THEN 'stopped' ELSE p.state END AS state, a.display_name AS asker, p.asked_at, p.made_at, p.records, \
        p.documents, p.left_out, p.sha256, p.content, p.address, p.size, f.display_name AS fetcher, p.fetched_at \
        FROM archive_package p JOIN account a ON a.id = p.asked_by LEFT JOIN account f ON f.id = p.fetched_by \
        LEFT JOIN job j ON j.register = p.register AND j.id = p.job \
        WHERE p.register = :register AND p.subject = :subject ORDER BY p.asked_at DESC, p.id DESC";
    /// A package is asked for.
    owned(Archive) INSERT = "INSERT INTO archive_package (register, subject, id, version, state, asked_by, asked_at, \
        job) VALUES (:register, :subject, :id, 1, 'asked', :account, :now, :job)";
    /// It was made.
    owned(Archive) MADE = "UPDATE archive_package SET state = 'made', version = version + 1, made_at = :now, \
        records = :records, documents = :documents, left_out = :left_out, sha256 = :sha256, content = :content, \
        address = :address, size = :size WHERE register = :register AND subject = :subject AND id = :id \
        AND state = 'asked'";
    /// It was fetched; who did so first stays.
    owned(Archive) FETCHED = "UPDATE archive_package SET fetched_by = :account, fetched_at = :now \
        WHERE register = :register AND subject = :subject AND id = :id AND fetched_at IS NULL";
}

named_states! {
    /// How far a package is.
    pub(crate) enum State {
        /// Waits to be made.
        Asked = "asked",
        /// Can be fetched.
        Made = "made",
        /// Was given up: the right was lost meanwhile, or processing was restricted.
        Stopped = "stopped",
    }
}

/// A package.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    pub(crate) id: Uuid,
    /// Under whose record it was asked for.
    pub(crate) owner: SubjectId,
    pub(crate) state: State,
    pub(crate) asker: String,
    pub(crate) asked_at: Timestamp,
    pub(crate) made: Option<MadePackage>,
    pub(crate) fetcher: Option<String>,
    pub(crate) fetched_at: Option<Timestamp>,
}

/// What was made.
#[derive(Clone, Debug)]
pub(crate) struct MadePackage {
    pub(crate) at: Timestamp,
    pub(crate) counted: Counted,
    pub(crate) sha256: String,
    pub(crate) stored: StoredContent,
}

/// How much is in a package.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) records: u32,
    pub(crate) documents: u32,
    /// Documents that nobody has looked through for viruses.
    pub(crate) left_out: u32,
}

/// All of a client's packages, the latest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Package>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    rows.iter().map(read).collect()
}

/// Asks for a package, which a job is to make; answers its id.
pub(super) async fn insert(grant: &Granted<'_, Client, Write>, job: JobId) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! { "id" => id, "account" => visit.account(), "now" => visit.now(), "job" => job };
    grant.execute(INSERT, row).await?;
    Ok(id)
}

/// Enters that a package was made.
pub(super) async fn made(
    grant: &Granted<'_, Client, Write>,
    package: &Package,
    counted: Counted,
    sha256: &str,
    stored: &StoredContent,
) -> Result<()> {
    let size = i64::try_from(stored.size).map_err(|_| DeskError::Stored("size"))?;
    let row = params! {
        "id" => package.id, "now" => grant.visit().now(), "records" => counted.records,
        "documents" => counted.documents, "left_out" => counted.left_out, "sha256" => sha256,
        "content" => stored.content, "address" => stored.address.as_str(), "size" => size,
    };
    grant.execute_one(package.owner, MADE, row).await
}

/// Enters that a package was fetched.
pub(super) async fn fetched(grant: &Granted<'_, Client, Write>, package: &Package) -> Result<()> {
    let visit = grant.visit();
    let row = params! { "id" => package.id, "account" => visit.account(), "now" => visit.now() };
    grant.execute_for(package.owner, FETCHED, row).await.map(drop)
}

fn read(row: &OwnedRow) -> Result<Package> {
    let made_at: Option<Timestamp> = row.get("made_at")?;
    let made = match made_at {
        None => None,
        Some(at) => Some(MadePackage {
            at,
            counted: Counted {
                records: row.get("records")?,
                documents: row.get("documents")?,
                left_out: row.get("left_out")?,
            },
            sha256: row.get("sha256")?,
            stored: StoredContent {
                owner: row.subject,
                content: row.get("content")?,
                address: row.get("address")?,
                size: u64::try_from(row.get::<i64>("size")?).map_err(|_| DeskError::Stored("size"))?,
            },
        }),
    };
    Ok(Package {
        id: row.get("id")?,
        owner: row.subject,
        state: row.state("state")?,
        asker: row.get("asker")?,
        asked_at: row.get("asked_at")?,
        made,
        fetcher: row.get("fetcher")?,
        fetched_at: row.get("fetched_at")?,
    })
}
