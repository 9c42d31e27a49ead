//! Emergency accesses in the database. The reason is sealed with the person's key.

use jiff::Timestamp;
use polku_desk::{
    AccountId, Client, EmergencyReason, Granted, Operation, OwnedRow, Result, SubjectId, Visit, Write,
    params, statements,
};
use serde_json::json;
use uuid::Uuid;

use super::finding::Finding;

statements! {
    /// Those that wait for review, the oldest first. An access to somebody who was merged since is shown under whom they
    /// turned out to be: it must not vanish.
    listed(Oversight) WAITING = "WITH RECURSIVE root (leaf, id) AS (SELECT x.id, x.id FROM subject x \
        WHERE x.register = :register AND x.id IN (SELECT o.subject FROM emergency_access o WHERE o.register = :register) \
        UNION ALL SELECT k.leaf, x.merged_into FROM root k JOIN subject x ON x.register = :register AND x.id = k.id \
        WHERE x.merged_into IS NOT NULL) \
        SELECT s.id AS subject, e.id, e.version, e.account, w.display_name AS worker, e.granted_at, e.expires_at, \
        e.reviewed_at, e.finding FROM emergency_access e JOIN account w ON w.id = e.account \
        JOIN root k ON k.leaf = e.subject JOIN subject s ON s.register = e.register AND s.id = k.id \
        WHERE e.register = :register AND e.reviewed_at IS NULL AND {visible} ORDER BY e.granted_at, e.id LIMIT 500";
    /// Those reviewed last.
    listed(Oversight) REVIEWED = "WITH RECURSIVE root (leaf, id) AS (SELECT x.id, x.id FROM subject x \
        WHERE x.register = :register AND x.id IN (SELECT o.subject FROM emergency_access o WHERE o.register = :register) \
        UNION ALL SELECT k.leaf, x.merged_into FROM root k JOIN subject x ON x.register = :register AND x.id = k.id \
        WHERE x.merged_into IS NOT NULL) \
        SELECT s.id AS subject, e.id, e.version, e.account, w.display_name AS worker, e.granted_at, e.expires_at, \
        e.reviewed_at, e.finding FROM emergency_access e JOIN account w ON w.id = e.account \
        JOIN root k ON k.leaf = e.subject JOIN subject s ON s.register = e.register AND s.id = k.id \
        WHERE e.register = :register AND e.reviewed_at IS NOT NULL AND {visible} ORDER BY e.reviewed_at DESC, e.id LIMIT 50";
    /// One, with its reason.
    owned(Oversight) ONE = "SELECT e.id, e.version, e.account, w.display_name AS worker, e.granted_at, e.expires_at, \
        e.reviewed_at, e.finding, e.sealed FROM emergency_access e JOIN account w ON w.id = e.account \
        WHERE e.register = :register AND e.subject = :subject AND e.id = :id";
    /// It is reviewed.
    owned(Oversight) REVIEW = "UPDATE emergency_access SET version = :version, reviewed_at = :now, reviewed_by = :by, \
        finding = :finding, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen";
}

/// An emergency access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Emergency {
    pub(super) id: Uuid,
    pub(super) version: i64,
    /// Whom it opened.
    pub(super) client: SubjectId,
    pub(super) account: AccountId,
    /// Who opened it.
    pub(super) worker: String,
    pub(super) granted_at: Timestamp,
    pub(super) expires_at: Timestamp,
    /// Once it is reviewed.
    pub(super) reviewed: Option<(Timestamp, Finding)>,
}

/// Those that wait for review, with the names of whom they opened.
pub(super) async fn waiting(visit: &Visit) -> Result<Vec<(Emergency, String)>> {
    let listed = visit.list(WAITING, params! {}).await?;
    listed
        .rows
        .iter()
        .map(|row| Ok((read(row)?, listed.name(row))))
        .collect()
}

/// Those reviewed last.
pub(super) async fn reviewed(visit: &Visit) -> Result<Vec<(Emergency, String)>> {
    let listed = visit.list(REVIEWED, params! {}).await?;
    listed
        .rows
        .iter()
        .map(|row| Ok((read(row)?, listed.name(row))))
        .collect()
}

/// One with its reason, and the note of its review.
pub(super) async fn one<O: Operation>(
    grant: &Granted<'_, Client, O>,
    id: Uuid,
) -> Result<(Emergency, EmergencyReason)> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    Ok((read(&row)?, grant.open(&row)?))
}

/// Writes down what the review found.
pub(super) async fn review(
    grant: Granted<'_, Client, Write>,
    id: Uuid,
    seen: i64,
    finding: Finding,
    note: String,
) -> Result<()> {
    let (emergency, mut reason) = one(&grant, id).await?;
    reason.review = note;
    let (visit, version) = (grant.visit(), seen + 1);
    let row = params! {
        "id" => id, "seen" => seen, "version" => version, "now" => visit.now(), "by" => visit.account(),
        "finding" => finding, "sealed" => grant.seal_for(emergency.client, id, version, &reason)?,
    };
    grant.execute_one(emergency.client, REVIEW, row).await?;
    grant
        .commit(
            "emergency-reviewed",
            json!({ "emergency": id, "finding": finding }),
        )
        .await
}

fn read(row: &OwnedRow) -> Result<Emergency> {
    let reviewed_at: Option<Timestamp> = row.get("reviewed_at")?;
    let reviewed = match reviewed_at {
        Some(at) => Some((at, row.state("finding")?)),
        None => None,
    };
    Ok(Emergency {
        id: row.get("id")?,
        version: row.get("version")?,
        client: row.subject,
        account: row.get("account")?,
        worker: row.get("worker")?,
        granted_at: row.get("granted_at")?,
        expires_at: row.get("expires_at")?,
        reviewed,
    })
}
