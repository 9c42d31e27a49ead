//! One's unfinished drafts, for the day's page.

use jiff::Timestamp;
use polku_desk::{SubjectId, Visit, params, statements};
use polku_web::Answer;
use uuid::Uuid;

use super::draft::DraftKind;

statements! {
    /// One's own drafts about those whom one may see, the latest first.
    listed(Diary) UNFINISHED = "SELECT x.subject AS subject, x.id, x.kind, x.target, x.saved_at FROM draft x \
        JOIN subject s ON s.register = x.register AND s.id = x.subject \
        WHERE x.register = :register AND x.account = :account AND {visible} ORDER BY x.saved_at DESC, x.id DESC \
        LIMIT :limit";
}

/// As many drafts at most are listed: nobody has more under way.
const LIMIT: i64 = 50;

/// Something begun and not finished.
#[derive(Clone, Debug)]
pub(crate) struct Unfinished {
    /// The client's name.
    pub(crate) name: String,
    /// What is being written.
    pub(crate) kind: DraftKind,
    /// When it was saved last.
    pub(crate) saved_at: Timestamp,
    /// Where to go on.
    pub(crate) address: String,
}

/// What the visitor has begun and not finished, the latest first. The route's spec must include
/// [`Resource::Diary`](polku_desk::access::Resource::Diary).
pub(crate) async fn unfinished(visit: &Visit) -> Answer<Vec<Unfinished>> {
    let listed = visit.list(UNFINISHED, params! { "limit" => LIMIT }).await?;
    let mut found = Vec::with_capacity(listed.rows.len());
    for row in &listed.rows {
        let kind: DraftKind = row.state("kind")?;
        found.push(Unfinished {
            name: listed.name(row),
            kind,
            saved_at: row.get("saved_at")?,
            address: address(row.subject, kind, row.get("id")?, row.get("target")?),
        });
    }
    Ok(found)
}

fn address(client: SubjectId, kind: DraftKind, draft: Uuid, target: Option<Uuid>) -> String {
    match (kind, target) {
        (DraftKind::Correction, Some(entry)) => {
            format!("/clients/{client}/diary/{entry}/correct?draft={draft}")
        }
        (DraftKind::Statement, Some(statement)) => {
            format!("/clients/{client}/statements/{statement}/edit?draft={draft}")
        }
        (DraftKind::Agreement, Some(agreement)) => {
            format!("/clients/{client}/agreements/{agreement}/edit?draft={draft}")
        }
        _ => format!("/clients/{client}/diary/new?draft={draft}"),
    }
}
