//! Opening and closing the portal for a client: a worker's part.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::code::{self, CodeKind};
use crate::{
    DeskError, Granted, Operation, OwnedRow, Result, SealedRecord, Subject, SubjectId, Write, access::Role,
    params,
};

/// How long a first code waits for its client.
const FIRST_CODE: SignedDuration = SignedDuration::from_hours(24 * 14);

crate::named_states! {
    /// How a worker knew for whom they opened the portal.
    pub enum Identified {
        /// The worker knows the client.
        Known = "known",
        /// By an identity document.
        Document = "document",
        /// By strong electronic identification.
        Electronic = "electronic",
    }
}

/// The portal of a client, open or closed.
#[derive(Debug, Clone)]
pub struct PortalAccess {
    /// Which.
    pub id: Uuid,
    /// Under whose record it was opened: after a merge one person's page shows those of both.
    pub owner: SubjectId,
    /// How many times it was stored.
    pub version: i64,
    /// The name under which the client signs in with codes.
    pub name: String,
    /// How the worker knew the client.
    pub identified: Identified,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// By whom.
    pub opened_by: String,
    /// When it was closed; none while it is open.
    pub closed_at: Option<Timestamp>,
    /// By whom.
    pub closed_by: Option<String>,
    /// How many codes are left.
    pub codes_left: i64,
    /// Until when the first code waits, while the client has not used it.
    pub first_code_until: Option<Timestamp>,
    /// When the client was last there, as far as a session still tells.
    pub last_seen_at: Option<Timestamp>,
}

impl PortalAccess {
    /// Whether the client may come in.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }
}

/// What a worker hands over, shown once.
pub struct HandedOver {
    /// Which access it opens.
    pub access: Uuid,
    /// The name.
    pub name: String,
    /// The first code.
    pub code: String,
    /// Until when the code waits.
    pub until: Timestamp,
}

impl std::fmt::Debug for HandedOver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HandedOver")
    }
}

/// What is secret in an access.
#[derive(Serialize, Deserialize)]
struct Name {
    name: String,
}

impl SealedRecord for Name {
    const TABLE: &'static str = "portal_access";
}

crate::statements! {
    /// All accesses of a client, the latest first.
    owned(PortalAccess) ALL = "SELECT a.id, a.version, a.identified, a.opened_at, o.display_name AS opener, a.closed_at, \
        c.display_name AS closer, a.sealed, (SELECT COUNT(*) FROM portal_code n WHERE n.register = a.register AND \
        n.subject = a.subject AND n.access = a.id AND (n.expires_at IS NULL OR n.expires_at > :now)) AS codes, \
        (SELECT MAX(f.expires_at) FROM portal_code f WHERE f.register = a.register AND f.subject = a.subject AND \
        f.access = a.id AND f.kind = 'first' AND f.expires_at > :now) AS first_until, (SELECT MAX(p.last_seen_at) \
        FROM portal_session p WHERE p.register = a.register AND p.subject = a.subject AND p.access = a.id) AS last_seen \
        FROM portal_access a LEFT JOIN account o ON o.id = a.opened_by LEFT JOIN account c ON c.id = a.closed_by \
        WHERE a.register = :register AND a.subject = :subject ORDER BY a.opened_at DESC, a.id DESC";
    /// The portal is opened.
    owned(PortalAccess) OPEN = "INSERT INTO portal_access (register, subject, id, version, name_hash, identified, \
        opened_at, opened_by, sealed) VALUES (:register, :subject, :id, 1, :name, :identified, :now, :by, :sealed)";
    /// It is closed, once.
    owned(PortalAccess) CLOSE = "UPDATE portal_access SET version = :version, closed_at = :now, closed_by = :by, \
        sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id AND version = :seen \
        AND closed_at IS NULL";
    /// Its codes open nothing any more.
    owned(PortalAccess) DROP_CODES = "DELETE FROM portal_code WHERE register = :register AND subject = :subject \
        AND access = :access";
    /// Its sessions end.
    owned(PortalAccess) END_SESSIONS = "DELETE FROM portal_session WHERE register = :register AND subject = :subject \
        AND access = :access";
    /// A code.
    owned(PortalAccess) INSERT_CODE = "INSERT INTO portal_code (register, subject, id, access, kind, code_hash, made_at, \
        expires_at) VALUES (:register, :subject, :id, :access, :kind, :code, :now, :expires)";
}

impl<S: Subject, O: Operation> Granted<'_, S, O> {
    /// The portal of this person, each time it was opened, the latest first.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include it.
    pub async fn portal_accesses(&self) -> Result<Vec<PortalAccess>> {
        let rows = self.fetch(ALL, params! { "now" => self.visit().now() }).await?;
        let mut accesses = rows
            .iter()
            .map(|row| self.access(row))
            .collect::<Result<Vec<_>>>()?;
        accesses.sort_by_key(|access| std::cmp::Reverse((access.opened_at, access.id)));
        Ok(accesses)
    }

    fn access(&self, row: &OwnedRow) -> Result<PortalAccess> {
        let Name { name } = self.open(row)?;
        Ok(PortalAccess {
            id: row.get("id")?,
            owner: row.subject,
            version: row.get("version")?,
            name,
            identified: row.state("identified")?,
            opened_at: row.get("opened_at")?,
            opened_by: row.get::<Option<String>>("opener")?.unwrap_or_default(),
            closed_at: row.get("closed_at")?,
            closed_by: row.get("closer")?,
            codes_left: row.get("codes")?,
            first_code_until: row.get("first_until")?,
            last_seen_at: row.get("last_seen")?,
        })
    }
}

impl<S: Subject> Granted<'_, S, Write> {
    /// Opens the portal for this person under a new name. What was open before closes.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include it, [`DeskError::Forbidden`] to whoever acts by no right.
    pub async fn open_portal(&self, identified: Identified) -> Result<HandedOver> {
        self.by_a_worker()?;
        for open in self.portal_accesses().await?.iter().filter(|one| one.is_open()) {
            self.close_portal(open).await?;
        }
        let visit = self.visit();
        let key = visit.desk().portal_key().await?;
        let (id, name) = (visit.new_id(), code::new(visit.desk().entropy()));
        let sealed = self.seal(id, 1, &Name { name: name.clone() })?;
        let row = params! {
            "id" => id, "name" => code::name_hash(&key, &name), "identified" => identified, "now" => visit.now(),
            "by" => visit.account(), "sealed" => sealed,
        };
        self.execute(OPEN, row).await?;
        let (code, until) = self.first_code(self.subject(), id).await?;
        self.access_changed().await?;
        Ok(HandedOver {
            access: id,
            name,
            code,
            until,
        })
    }

    /// Gives a new first code for a portal that is open: after the client's list was lost. Its codes and sessions end.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when it is closed.
    pub async fn renew_first_code(&self, access: &PortalAccess) -> Result<HandedOver> {
        self.by_a_worker()?;
        if !access.is_open() {
            return Err(DeskError::Conflict);
        }
        self.end_all(access).await?;
        let (code, until) = self.first_code(access.owner, access.id).await?;
        self.access_changed().await?;
        Ok(HandedOver {
            access: access.id,
            name: access.name.clone(),
            code,
            until,
        })
    }

    /// Closes the portal: its codes and sessions end with this write, and a look that is under way is withheld.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when somebody closed it first.
    pub async fn close_portal(&self, access: &PortalAccess) -> Result<()> {
        self.by_a_worker()?;
        let (visit, version) = (self.visit(), access.version + 1);
        let name = Name {
            name: access.name.clone(),
        };
        let row = params! {
            "id" => access.id, "seen" => access.version, "version" => version, "now" => visit.now(),
            "by" => visit.account(), "sealed" => self.seal_for(access.owner, access.id, version, &name)?,
        };
        self.execute_one(access.owner, CLOSE, row).await?;
        self.end_all(access).await?;
        self.access_changed().await
    }

    async fn end_all(&self, access: &PortalAccess) -> Result<()> {
        for statement in [DROP_CODES, END_SESSIONS] {
            self.execute_for(access.owner, statement, params! { "access" => access.id })
                .await?;
        }
        Ok(())
    }

    async fn first_code(&self, owner: SubjectId, access: Uuid) -> Result<(String, Timestamp)> {
        let visit = self.visit();
        let key = visit.desk().portal_key().await?;
        let (code, until) = (code::new(visit.desk().entropy()), visit.now() + FIRST_CODE);
        let row = params! {
            "id" => visit.new_id(), "access" => access, "kind" => CodeKind::First,
            "code" => code::code_hash(&key, access, &code), "now" => visit.now(), "expires" => until,
        };
        self.execute_for(owner, INSERT_CODE, row).await?;
        Ok((code, until))
    }

    /// Nobody opens the portal to themselves.
    fn by_a_worker(&self) -> Result<()> {
        let role: Role = self.visit().role();
        if role.acts_by_right() {
            Ok(())
        } else {
            Err(DeskError::Forbidden)
        }
    }
}
