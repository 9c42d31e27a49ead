//! Certificates in the database. Written once, in the commit of the destruction or right after it.

use jiff::Timestamp;
use polku_desk::{
    AccountId, DeskError, Result, Row, Visit,
    database::{Params, SharedStatement},
    params, statements,
};
use uuid::Uuid;

use super::{CertificateKind, Content};

/// As many are listed.
const LISTED: i64 = 50;

macro_rules! certificates {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.kind, c.approved_at, c.done_at, c.content, p.display_name AS proposer, \
             a.display_name AS approver FROM destruction_certificate c JOIN account p ON p.id = c.proposed_by \
             JOIN account a ON a.id = c.approved_by WHERE c.register = :register ",
            $rest
        )
    };
}

statements! {
    /// The latest.
    shared LATEST = certificates!("ORDER BY c.done_at DESC, c.id LIMIT :limit");
    /// One.
    shared ONE = certificates!("AND c.id = :id");
    /// A new one.
    shared INSERT = "INSERT INTO destruction_certificate (register, id, kind, proposed_by, approved_by, approved_at, done_at, \
        content) VALUES (:register, :id, :kind, :proposed_by, :approved_by, :approved_at, :now, :content)";
}

/// A certificate.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    pub(crate) id: Uuid,
    pub(crate) kind: CertificateKind,
    pub(crate) proposer: String,
    pub(crate) approver: String,
    pub(crate) approved_at: Timestamp,
    pub(crate) done_at: Timestamp,
    pub(crate) content: Content,
}

/// A certificate to be written.
#[derive(Clone, Debug)]
pub(crate) struct NewCertificate {
    pub(crate) id: Uuid,
    pub(crate) kind: CertificateKind,
    pub(crate) proposed_by: AccountId,
    pub(crate) approved_by: AccountId,
    pub(crate) approved_at: Timestamp,
}

/// The row of a new certificate, for the commit of what it certifies.
pub(crate) fn insert(
    new: &NewCertificate,
    now: Timestamp,
    content: &Content,
) -> Result<(SharedStatement, Params)> {
    let row = params! {
        "id" => new.id, "kind" => new.kind, "proposed_by" => new.proposed_by, "approved_by" => new.approved_by,
        "approved_at" => new.approved_at, "now" => now, "content" => serde_json::to_string(content)?,
    };
    Ok((INSERT, row))
}

/// The latest certificates.
pub(crate) async fn latest(visit: &Visit) -> Result<Vec<Certificate>> {
    let rows = visit.fetch(LATEST, params! { "limit" => LISTED }).await?;
    rows.iter().map(read).collect()
}

/// One of them.
pub(crate) async fn one(visit: &Visit, id: Uuid) -> Result<Certificate> {
    let rows = visit.fetch(ONE, params! { "id" => id }).await?;
    read(rows.first().ok_or(DeskError::Hidden)?)
}

fn read(row: &Row) -> Result<Certificate> {
    Ok(Certificate {
        id: row.get("id")?,
        kind: row.state("kind")?,
        proposer: row.get("proposer")?,
        approver: row.get("approver")?,
        approved_at: row.get("approved_at")?,
        done_at: row.get("done_at")?,
        content: serde_json::from_str(&row.get::<String>("content")?)?,
    })
}
