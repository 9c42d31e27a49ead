//! Drafts in the database. Every statement names the writer's account, since a draft is nobody else's; but those go for
//! everyone that were about something which is thrown away.

use std::collections::BTreeMap;

use jiff::Timestamp;
use polku_desk::{
    Client, DeskError, Granted, OwnedRow, Read, Result, SubjectId, Visit, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use polku_web::Answer;
use serde_json::json;
use uuid::Uuid;

use super::{
    draft::{Draft, DraftFields, DraftKind},
    slot::Offer,
};

statements! {
/// One's own drafts about a person, the latest first.
    owned(Diary) OWN = "SELECT id, version, kind, target, saved_at, sealed FROM draft WHERE register = :register \
        AND subject = :subject AND account = :account ORDER BY saved_at DESC, id DESC";
    /// One of them.
    owned(Diary) ONE = "SELECT id, version, kind, target, saved_at, sealed FROM draft WHERE register = :register \
        AND subject = :subject AND account = :account AND id = :id";
    /// A draft begins.
    owned(Diary) INSERT = "INSERT INTO draft (register, subject, id, version, account, kind, target, saved_at, sealed) \
        VALUES (:register, :subject, :id, 1, :account, :kind, :target, :now, :sealed)";
    /// A draft goes on.
    owned(Diary) UPDATE = "UPDATE draft SET version = :version, saved_at = :now, sealed = :sealed \
        WHERE register = :register AND subject = :subject AND account = :account AND id = :id AND version = :seen";
    /// A draft has become what it was to be, or was thrown away.
    owned(Diary) DELETE = "DELETE FROM draft WHERE register = :register AND subject = :subject \
        AND account = :account AND id = :id";
    /// The drafts of something, whoever writes them.
    owned(Diary) ABOUT = "SELECT id FROM draft WHERE register = :register AND subject = :subject AND kind = :kind \
        AND target = :target";
    /// One of them goes with it.
    owned(Diary) FORGET = "DELETE FROM draft WHERE register = :register AND subject = :subject AND id = :id \
        AND target = :target";
}

/// A draft to be saved.
#[derive(Debug)]
pub(super) struct Saving {
    pub(super) id: Uuid,
    pub(super) kind: DraftKind,
    pub(super) target: Option<Uuid>,
    pub(super) fields: DraftFields,
    /// The version that it goes on from; none when it begins.
    pub(super) seen: Option<i64>,
}

/// What was saved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saved {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) at: Timestamp,
}

/// Saves a draft.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or is there already when it should begin.
pub(super) async fn save(visit: &Visit, client: SubjectId, saving: &Saving) -> Answer<Saved> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let version = saving.seen.unwrap_or(0) + 1;
    let what = match saving.seen {
        None => {
            begin(&grant, saving).await?;
            "draft-begun"
        }
        Some(seen) => {
            go_on(&grant, saving, seen).await?;
            "draft-saved"
        }
    };
    grant.commit(what, json!({ "draft": saving.id })).await?;
    Ok(Saved {
        id: saving.id,
        version,
        at: visit.now(),
    })
}

async fn begin(grant: &Granted<'_, Client, Write>, saving: &Saving) -> Result<()> {
    let visit = grant.visit();
    let row = params! {
        "id" => saving.id, "account" => visit.account(), "kind" => saving.kind, "target" => saving.target,
        "now" => visit.now(), "sealed" => grant.seal(saving.id, 1, &saving.fields)?,
    };
    grant.put(INSERT, row).await
}

async fn go_on(grant: &Granted<'_, Client, Write>, saving: &Saving, seen: i64) -> Result<()> {
    let visit = grant.visit();
    let asked = params! { "id" => saving.id, "account" => visit.account() };
    // One that is gone was finished or thrown away on another device.
    let stored = grant
        .fetch(ONE, asked)
        .await?
        .into_iter()
        .next()
        .ok_or(DeskError::Conflict)?;
    let row = params! {
        "id" => saving.id, "account" => visit.account(), "seen" => seen, "version" => seen + 1, "now" => visit.now(),
        "sealed" => grant.seal_for(stored.subject, saving.id, seen + 1, &saving.fields)?,
    };
    grant.execute_one(stored.subject, UPDATE, row).await
}

/// Keeps a note that somebody has begun, inside a write that is under way: what made-up lives left unfinished.
pub(crate) async fn begin_note(grant: &Granted<'_, Client, Write>, text: &str) -> Result<()> {
    let fields = BTreeMap::from([("text".to_owned(), vec![text.to_owned()])]);
    let saving = Saving {
        id: grant.visit().new_id(),
        kind: DraftKind::Note,
        target: None,
        fields: DraftFields(fields),
        seen: None,
    };
    begin(grant, &saving).await
}

/// Takes a draft away inside a write that is under way: it has become what it was to be.
///
/// # Errors
/// When the database fails.
pub async fn finish(grant: &Granted<'_, Client, Write>, draft: Uuid) -> Result<()> {
    let own = params! { "id" => draft, "account" => grant.visit().account() };
    for row in grant.fetch(ONE, own.clone()).await? {
        grant.execute_for(row.subject, DELETE, own.clone()).await?;
    }
    Ok(())
}

/// Takes away all drafts of something, inside the write that throws it away: nobody could go on with them.
///
/// # Errors
/// When the database fails.
pub async fn forget(grant: &Granted<'_, Client, Write>, kind: DraftKind, target: Uuid) -> Result<()> {
    let about = params! { "kind" => kind, "target" => target };
    for row in grant.fetch(ABOUT, about).await? {
        let id: Uuid = row.get("id")?;
        grant
            .execute_for(row.subject, FORGET, params! { "id" => id, "target" => target })
            .await?;
    }
    Ok(())
}

/// Throws a draft away.
pub(super) async fn discard(visit: &Visit, client: SubjectId, draft: Uuid) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    finish(&grant, draft).await?;
    grant.commit("draft-discarded", json!({ "draft": draft })).await?;
    Ok(())
}

/// What [`own`] asks for.
pub(crate) fn asked(visit: &Visit) -> (OwnedStatement, Params) {
    (OWN, params! { "account" => visit.account() })
}

/// One's own drafts about a person, the latest first.
pub(super) async fn own(grant: &Granted<'_, Client, Read>) -> Result<Vec<Draft>> {
    let (statement, params) = asked(grant.visit());
    let rows = grant.fetch(statement, params).await?;
    let mut drafts = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    drafts.sort_by_key(|draft| std::cmp::Reverse((draft.saved_at, draft.id)));
    Ok(drafts)
}

/// What a form offers: the draft that was chosen or else the latest of its kind, the others beside it, or a fresh one.
///
/// # Errors
/// [`DeskError::Hidden`] when the grant does not include drafts.
pub async fn offer(
    grant: &Granted<'_, Client, Read>,
    kind: DraftKind,
    target: Option<Uuid>,
    chosen: Option<Uuid>,
) -> Answer<Offer> {
    let mut drafts = own(grant).await?;
    drafts.retain(|draft| draft.kind == kind && draft.target == target);
    Ok(Offer::of(
        grant.subject(),
        kind,
        target,
        drafts,
        chosen,
        grant.visit().new_id(),
    ))
}

fn read(grant: &Granted<'_, Client, Read>, row: &OwnedRow) -> Result<Draft> {
    Ok(Draft {
        id: row.get("id")?,
        version: row.get("version")?,
        kind: row.state("kind")?,
        target: row.get("target")?,
        saved_at: row.get("saved_at")?,
        fields: grant.open(row)?,
    })
}
