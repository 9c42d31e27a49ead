//! What a worker does with the own sessions.

use jiff::Timestamp;
use serde_json::json;

use super::{SignedIn, Standing, Strength};
use crate::{
    Desk, DeskError, Result, RightId,
    account::secret,
    database::{Row, Transaction},
    ids::SessionId,
    params,
};

/// One of a worker's own sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSession {
    /// Which session.
    pub session: SessionId,
    /// The browser, as it named itself.
    pub device: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_seen_at: Timestamp,
    /// How well identity was proven.
    pub strength: Strength,
}

impl Desk {
    /// Chooses the right by which the session acts.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the worker has no such right today, [`DeskError::Refused`] when its register asks for
    /// a stronger proof of identity.
    pub async fn choose_right(&self, signed_in: &SignedIn, right: RightId) -> Result<()> {
        let held = signed_in
            .rights
            .iter()
            .find(|held| held.id == right)
            .ok_or(DeskError::Hidden)?;
        if signed_in.standing != Standing::Complete || held.needs > signed_in.strength {
            return Err(DeskError::Refused("second-factor-needed"));
        }
        let mut transaction = self.database.writer().await?;
        let chosen = params! { "id" => signed_in.session, "right" => right };
        transaction
            .execute("UPDATE session SET access_right = :right WHERE id = :id", &chosen)
            .await?;
        transaction.commit().await
    }

    /// Chooses the language of pages, from the next session on other devices too.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a language that there are no texts in.
    pub async fn choose_locale(&self, signed_in: &SignedIn, locale: &str) -> Result<()> {
        if !matches!(locale, "fi" | "sv" | "en") {
            return Err(DeskError::Refused("locale"));
        }
        let mut transaction = self.database.writer().await?;
        let chosen = params! { "id" => signed_in.account, "locale" => locale };
        transaction
            .execute("UPDATE account SET locale = :locale WHERE id = :id", &chosen)
            .await?;
        transaction.commit().await
    }

    /// The worker's own sessions, the latest used first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_sessions(&self, signed_in: &SignedIn) -> Result<Vec<ListedSession>> {
        let sql = "SELECT id, device, created_at, last_seen_at, strength FROM session \
                   WHERE account = :account AND ends_at > :now ORDER BY last_seen_at DESC, id";
        let asked = params! { "account" => signed_in.account, "now" => self.clock.now() };
        let rows = self.database.snapshot().await?.fetch(sql, &asked).await?;
        let read = |row: &Row| {
            Ok(ListedSession {
                session: row.get("id")?,
                device: row.get("device")?,
                created_at: row.get("created_at")?,
                last_seen_at: row.get("last_seen_at")?,
                strength: row.state("strength")?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// Ends one of the worker's own sessions: this one when signing out, another when it is a stranger's.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when it is not the worker's.
    pub async fn end_session(&self, signed_in: &SignedIn, session: SessionId) -> Result<()> {
        let mut transaction = self.database.writer().await?;
        let ended = params! { "id" => session, "account" => signed_in.account };
        if transaction
            .execute(
                "DELETE FROM session WHERE id = :id AND account = :account",
                &ended,
            )
            .await?
            == 0
        {
            return Err(DeskError::Hidden);
        }
        let what = if session == signed_in.session {
            "sign-out"
        } else {
            "session-ended"
        };
        self.note_own(
            &mut transaction,
            signed_in.account,
            what,
            json!({ "session": session }),
        )
        .await?;
        transaction.commit().await
    }

    /// Ends all of the worker's sessions but this one; answers how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_other_sessions(&self, signed_in: &SignedIn) -> Result<u64> {
        let mut transaction = self.database.writer().await?;
        let ended = end_others(&mut transaction, signed_in).await?;
        self.note_own(
            &mut transaction,
            signed_in.account,
            "other-sessions-ended",
            json!({ "ended": ended }),
        )
        .await?;
        transaction.commit().await?;
        Ok(ended)
    }

    /// The key with which the browser encrypts what a lost connection leaves there: the same as long as the session.
    ///
    /// # Errors
    /// When the key ring fails.
    pub async fn session_key(&self, session: SessionId) -> Result<[u8; 32]> {
        let key = self.ring.installation("browser", &*self.entropy).await?;
        Ok(secret::keyed_hash(&key, &[session.0.as_bytes()]))
    }
}

pub(in crate::account) async fn end_others(
    transaction: &mut Transaction,
    signed_in: &SignedIn,
) -> Result<u64> {
    let others = params! { "id" => signed_in.session, "account" => signed_in.account };
    transaction
        .execute(
            "DELETE FROM session WHERE account = :account AND id <> :id",
            &others,
        )
        .await
}
