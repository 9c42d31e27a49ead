//! What a client does with the own access: sessions end, a new list of codes is made.

use jiff::Timestamp;

use super::{Manner, PortalSession, session::Opened};
use crate::{Desk, DeskError, Result, audit::Outcome, database::Row, ids::SessionId, params};

/// One of a client's own sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPortalSession {
    /// Which.
    pub session: SessionId,
    /// The browser, as it named itself.
    pub device: String,
    /// How they signed in.
    pub manner: Manner,
    /// When it began.
    pub began_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_seen_at: Timestamp,
}

const LIST: &str = "SELECT id, device, manner, began_at, last_seen_at FROM portal_session WHERE register = :register \
    AND subject = :subject AND access = :access AND ends_at > :now ORDER BY last_seen_at DESC, id";
const END: &str = "DELETE FROM portal_session WHERE register = :register AND subject = :subject AND access = :access \
    AND id = :id";
const STILL_OPEN: &str = "UPDATE portal_access SET version = version WHERE register = :register AND subject = :subject \
    AND id = :access AND closed_at IS NULL";

impl PortalSession {
    pub(super) const fn opened(&self) -> Opened {
        Opened {
            register: self.visitor.register,
            subject: self.subject,
            access: self.access,
        }
    }
}

impl Desk {
    /// The client's own sessions, the latest used first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn portal_sessions(&self, session: &PortalSession) -> Result<Vec<ListedPortalSession>> {
        let asked = params! {
            "register" => session.visitor.register, "subject" => session.subject, "access" => session.access,
            "now" => self.clock.now(),
        };
        let rows = self.database.snapshot().await?.fetch(LIST, &asked).await?;
        let read = |row: &Row| {
            Ok(ListedPortalSession {
                session: row.get("id")?,
                device: row.get("device")?,
                manner: row.state("manner")?,
                began_at: row.get("began_at")?,
                last_seen_at: row.get("last_seen_at")?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// Ends one of the client's own sessions: this one when signing out, another when it is a stranger's.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when it is not the client's.
    pub async fn end_portal_session(&self, session: &PortalSession, which: SessionId) -> Result<()> {
        let mut transaction = self.database.writer().await?;
        let ended = params! {
            "register" => session.visitor.register, "subject" => session.subject, "access" => session.access,
            "id" => which,
        };
        if transaction.execute(END, &ended).await? == 0 {
            return Err(DeskError::Hidden);
        }
        let what = if which == session.session {
            "portal-left"
        } else {
            "portal-session-ended"
        };
        self.note_portal(&mut transaction, session.opened(), what, Outcome::Allowed)
            .await?;
        transaction.commit().await
    }

    /// Makes a new list of codes for the client; the earlier ones open nothing any more.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the portal was closed meanwhile.
    pub async fn renew_portal_codes(&self, session: &PortalSession) -> Result<Vec<String>> {
        let opened = session.opened();
        let mut transaction = self.database.writer().await?;
        let access = params! {
            "register" => opened.register, "subject" => opened.subject, "access" => opened.access,
        };
        if transaction.execute(STILL_OPEN, &access).await? == 0 {
            return Err(DeskError::Hidden);
        }
        let list = self.new_list(&mut transaction, opened).await?;
        self.note_portal(&mut transaction, opened, "portal-codes-renewed", Outcome::Allowed)
            .await?;
        transaction.commit().await?;
        Ok(list)
    }
}
