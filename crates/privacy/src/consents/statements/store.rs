//! Statement texts in the database. Only a draft changes.

use jiff::Timestamp;
use polku_desk::{DeskError, Result, Row, Visit, named_states, params, statements};
use uuid::Uuid;

use super::super::consent::Kind;

statements! {
    /// All editions, the latest first.
    shared ALL = "SELECT t.id, t.version, t.kind, t.edition, t.state, t.text_fi, t.text_sv, t.text_en, \
        a.display_name AS writer, t.written_at, t.published_at FROM consent_statement t JOIN account a \
        ON a.id = t.written_by WHERE t.register = :register ORDER BY t.kind, t.edition DESC";
    /// A draft of the next edition.
    shared INSERT = "INSERT INTO consent_statement (register, id, kind, edition, state, text_fi, text_sv, text_en, \
        written_by, written_at) VALUES (:register, :id, :kind, :edition, 'unpublished', :fi, :sv, :en, :account, :now)";
    /// A draft is written anew.
    shared REWRITE = "UPDATE consent_statement SET text_fi = :fi, text_sv = :sv, text_en = :en, \
        written_by = :account, written_at = :now, version = version + 1 WHERE register = :register AND id = :id \
        AND version = :seen AND state = 'unpublished'";
    /// What was published makes room.
    shared REPLACE = "UPDATE consent_statement SET state = 'replaced', version = version + 1 \
        WHERE register = :register AND kind = :kind AND state = 'published'";
    /// A draft is published.
    shared PUBLISH = "UPDATE consent_statement SET state = 'published', published_at = :now, version = version + 1 \
        WHERE register = :register AND id = :id AND state = 'unpublished'";
}

named_states! {
    /// How far an edition is.
    pub enum State {
        /// Being written.
        Draft = "unpublished",
        /// Read by whoever consents now.
        Published = "published",
        /// Read by those who consented once.
        Replaced = "replaced",
    }
}

/// An edition.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) kind: Kind,
    pub(super) edition: i64,
    pub(super) state: State,
    /// Finnish, Swedish, English.
    pub(super) texts: [String; 3],
    pub(super) written_by: String,
    pub(super) written_at: Timestamp,
    pub(super) published_at: Option<Timestamp>,
}

/// All editions, the latest of each kind first.
pub(super) async fn all(visit: &Visit) -> Result<Vec<Statement>> {
    visit.fetch(ALL, params! {}).await?.iter().map(read).collect()
}

/// One edition.
pub(super) async fn one(visit: &Visit, id: Uuid) -> Result<Statement> {
    let all = all(visit).await?;
    all.into_iter()
        .find(|statement| statement.id == id)
        .ok_or(DeskError::Hidden)
}

/// Stores a draft of the next edition of a kind; answers its id.
pub(super) async fn insert(visit: &Visit, kind: Kind, texts: &[String; 3]) -> Result<Uuid> {
    let latest = all(visit).await?;
    let latest = latest.iter().filter(|statement| statement.kind == kind);
    let edition = latest.map(|statement| statement.edition).max().unwrap_or(0) + 1;
    let id = visit.new_id();
    let row = params! {
        "id" => id, "kind" => kind, "edition" => edition, "fi" => &texts[0], "sv" => &texts[1], "en" => &texts[2],
        "account" => visit.account(), "now" => visit.now(),
    };
    visit
        .execute_one("consent-statement-written", INSERT, row)
        .await?;
    Ok(id)
}

/// Writes a draft anew.
pub(super) async fn rewrite(visit: &Visit, id: Uuid, seen: i64, texts: &[String; 3]) -> Result<()> {
    let row = params! {
        "id" => id, "seen" => seen, "fi" => &texts[0], "sv" => &texts[1], "en" => &texts[2],
        "account" => visit.account(), "now" => visit.now(),
    };
    visit.execute_one("consent-statement-written", REWRITE, row).await
}

/// Publishes a draft in the place of what was published.
pub(super) async fn publish(visit: &Visit, statement: &Statement) -> Result<()> {
    let replaced = (REPLACE, params! { "kind" => statement.kind });
    let published = (PUBLISH, params! { "id" => statement.id, "now" => visit.now() });
    visit
        .execute("consent-statement-published", vec![replaced, published])
        .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Statement> {
    Ok(Statement {
        id: row.get("id")?,
        version: row.get("version")?,
        kind: row.state("kind")?,
        edition: row.get("edition")?,
        state: row.state("state")?,
        texts: [row.get("text_fi")?, row.get("text_sv")?, row.get("text_en")?],
        written_by: row.get("writer")?,
        written_at: row.get("written_at")?,
        published_at: row.get("published_at")?,
    })
}
