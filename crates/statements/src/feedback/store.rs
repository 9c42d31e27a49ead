//! Feedback in the database.

use polku_desk::{Client, Granted, Result, Visit, Write, params, statements};
use uuid::Uuid;

use super::given::{Given, Words};

statements! {
    /// Feedback is taken down.
    owned(ServiceFeedback) INSERT = "INSERT INTO service_feedback (register, subject, id, version, given_on, account, \
        created_at, sealed) VALUES (:register, :subject, :id, 1, :today, :account, :now, :sealed)";
    /// It was seen.
    owned(ServiceFeedback) SEEN = "UPDATE service_feedback SET seen_at = :now WHERE register = :register \
        AND subject = :subject AND id = :id AND seen_at IS NULL";
    /// Which there is.
    owned(ServiceFeedback) ONE = "SELECT id FROM service_feedback WHERE register = :register AND subject = :subject \
        AND id = :id";
    /// That of everyone whom the visitor may read it of, what is not seen first, then the latest.
    listed(ServiceFeedback) LATEST = "SELECT f.subject AS subject, f.id, f.version, f.given_on, f.seen_at, f.sealed \
        FROM service_feedback f JOIN subject s ON s.register = f.register AND s.id = f.subject \
        WHERE f.register = :register AND {visible_with_merged} ORDER BY CASE WHEN f.seen_at IS NULL THEN 0 ELSE 1 END, \
        f.given_on DESC, f.id DESC LIMIT :limit OFFSET :from";
    /// How much of it is not seen.
    listed(ServiceFeedback) UNSEEN = "SELECT COUNT(*) AS number FROM service_feedback f JOIN subject s \
        ON s.register = f.register AND s.id = f.subject WHERE f.register = :register AND f.seen_at IS NULL AND {visible}";
    /// What is not seen, the oldest first.
    listed(ServiceFeedback) DUE = "SELECT f.subject AS subject, f.id, f.given_on FROM service_feedback f \
        JOIN subject s ON s.register = f.register AND s.id = f.subject WHERE f.register = :register \
        AND f.seen_at IS NULL AND {visible} ORDER BY f.given_on, f.id LIMIT :limit";
}

/// Takes feedback down inside a write that is under way; answers its id.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, words: &Words) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "today" => visit.today(), "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal(id, 1, words)?,
    };
    grant.execute(INSERT, row).await?;
    Ok(id)
}

/// Notes that it was seen; once is enough.
pub(super) async fn seen(grant: &Granted<'_, Client, Write>, id: Uuid) -> Result<()> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    let now = grant.visit().now();
    grant
        .execute_for(row.subject, SEEN, params! { "id" => id, "now" => now })
        .await
        .map(drop)
}

/// A page of what clients said.
pub(super) async fn latest(visit: &Visit, from: i64, limit: i64) -> Result<Vec<Given>> {
    let listed = visit
        .list(LATEST, params! { "from" => from, "limit" => limit })
        .await?;
    listed
        .rows
        .iter()
        .map(|row| {
            Ok(Given {
                id: row.get("id")?,
                client: row.subject,
                name: listed.name(row),
                on: row.get("given_on")?,
                seen_at: row.get("seen_at")?,
                words: listed.open(row)?,
            })
        })
        .collect()
}

/// How much of it is not seen.
pub(super) async fn unseen(visit: &Visit) -> Result<i64> {
    visit.count(UNSEEN, params! {}).await
}
