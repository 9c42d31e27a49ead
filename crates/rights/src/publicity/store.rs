//! Others' requests in the database.

use polku_desk::{DeskError, Result, Row, Visit, params, statements};
use polku_profile::Channel;
use uuid::Uuid;

use super::{input::New, request::PublicityRequest};

/// As many are shown.
const MOST: i64 = 500;

statements! {
    /// Open or closed ones, the most pressing first.
    shared LIST = "SELECT p.id, p.version, p.state, p.channel, p.received_on, p.due_on, p.closed_at, \
        a.display_name AS handler, p.sealed FROM publicity_request p LEFT JOIN account a ON a.id = p.handler \
        WHERE p.register = :register AND (CAST(:open AS BIGINT) IS NULL OR (p.closed_at IS NULL AND :open = 1) \
        OR (p.closed_at IS NOT NULL AND :open = 0)) ORDER BY p.due_on, p.id LIMIT :limit";
    /// One of them.
    shared ONE = "SELECT p.id, p.version, p.state, p.channel, p.received_on, p.due_on, p.closed_at, \
        a.display_name AS handler, p.sealed FROM publicity_request p LEFT JOIN account a ON a.id = p.handler \
        WHERE p.register = :register AND p.id = :id";
    /// One is entered.
    shared INSERT = "INSERT INTO publicity_request (register, id, version, state, channel, received_on, due_on, \
        created_by, created_at, sealed) VALUES (:register, :id, 1, 'received', :channel, :received_on, :due_on, :account, \
        :now, :sealed)";
    /// Something is done to it.
    shared UPDATE = "UPDATE publicity_request SET version = :version, state = :state, due_on = :due_on, \
        handler = :account, closed_at = :closed_at, sealed = :sealed WHERE register = :register AND id = :id \
        AND version = :seen";
}

/// Requests; open or closed ones, or all.
pub(super) async fn list(visit: &Visit, open: Option<bool>) -> Result<Vec<PublicityRequest>> {
    let asked = params! { "open" => open.map(i64::from), "limit" => MOST };
    let mut found = Vec::new();
    for row in visit.fetch(LIST, asked).await? {
        found.push(read(visit, &row).await?);
    }
    Ok(found)
}

/// One of them.
///
/// # Errors
/// [`DeskError::Hidden`] when there is none of that id.
pub(super) async fn one(visit: &Visit, id: Uuid) -> Result<PublicityRequest> {
    let rows = visit.fetch(ONE, params! { "id" => id }).await?;
    let row = rows.first().ok_or(DeskError::Hidden)?;
    read(visit, row).await
}

/// Stores a new one.
pub(super) async fn insert(visit: &Visit, id: Uuid, new: &New, due_on: jiff::civil::Date) -> Result<()> {
    let row = params! {
        "id" => id, "channel" => new.channel.key(), "received_on" => new.received_on, "due_on" => due_on,
        "account" => visit.account(), "now" => visit.now(),
        "sealed" => visit.seal_shared(id, 1, &new.words).await?,
    };
    visit
        .execute("publicity-request-received", vec![(INSERT, row)])
        .await
        .map(drop)
}

/// Stores one on top of the version that was read.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it meanwhile.
pub(super) async fn update(visit: &Visit, request: &PublicityRequest) -> Result<()> {
    let version = request.version + 1;
    let row = params! {
        "id" => request.id, "seen" => request.version, "version" => version, "state" => request.state,
        "due_on" => request.due_on, "account" => visit.account(), "closed_at" => request.closed_at,
        "sealed" => visit.seal_shared(request.id, version, &request.words).await?,
    };
    visit.execute_one("publicity-request-acted", UPDATE, row).await
}

async fn read(visit: &Visit, row: &Row) -> Result<PublicityRequest> {
    let channel: String = row.get("channel")?;
    Ok(PublicityRequest {
        id: row.get("id")?,
        version: row.get("version")?,
        state: row.state("state")?,
        channel: Channel::from_key(&channel).ok_or(DeskError::Stored("channel"))?,
        received_on: row.get("received_on")?,
        due_on: row.get("due_on")?,
        handler: row.get("handler")?,
        closed_at: row.get("closed_at")?,
        words: visit.open_shared(row).await?,
    })
}
