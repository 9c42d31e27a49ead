//! Sessions in the portal: shorter than workers', each bound to one access and so to one person.

use jiff::{SignedDuration, Timestamp};
use polku_profile::Activity;
use uuid::Uuid;

use super::Manner;
use crate::{
    AccountId, Desk, OrganisationId, RegisterId, Result, RightId, Row, SubjectId, Visitor,
    access::{Privileges, Role},
    account::secret,
    database::Transaction,
    ids::SessionId,
    params,
    sealing::Key,
};

/// How long a session may be unused, in minutes: a phone is lent, a library's machine is left.
pub const IDLE_MINUTES: i64 = 15;
/// How long a session lives at most, in hours.
pub const LONGEST_HOURS: i64 = 8;
/// How often a session's last use is written down, in seconds.
const SEEN_SECONDS: i64 = 60;

const RESUME: &str = "SELECT p.id, p.register, p.subject, p.access, p.manner, p.began_at, p.last_seen_at FROM portal_session p \
    JOIN portal_access a ON a.register = p.register AND a.subject = p.subject AND a.id = p.access \
    WHERE p.token_hash = :hash AND p.ends_at > :now AND a.closed_at IS NULL";

const BEGIN: &str = "INSERT INTO portal_session (token_hash, id, register, subject, access, manner, began_at, last_seen_at, \
    ends_at, device) VALUES (:hash, :id, :register, :subject, :access, :manner, :now, :now, :ends, :device)";

/// A client who has signed in.
#[derive(Debug, Clone)]
pub struct PortalSession {
    /// The session.
    pub session: SessionId,
    /// By which access.
    pub access: Uuid,
    /// Whose record.
    pub subject: SubjectId,
    /// How they signed in.
    pub manner: Manner,
    /// When.
    pub began_at: Timestamp,
    /// As whom they stand at the desk.
    pub visitor: Visitor,
}

/// An access that is open, with whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opened {
    pub(super) register: RegisterId,
    pub(super) subject: SubjectId,
    pub(super) access: Uuid,
}

impl Desk {
    /// The client of a portal cookie's token, if the session lives and the portal is still open.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resume_portal(&self, token: &str) -> Result<Option<PortalSession>> {
        let now = self.clock.now();
        let asked = params! { "hash" => secret::hash(token), "now" => now };
        let rows = self.database.read(RESUME, &asked).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let last_seen: Timestamp = row.get("last_seen_at")?;
        let unused = now.duration_since(last_seen);
        if unused > SignedDuration::from_mins(IDLE_MINUTES) || !self.lets_clients_in(row.get("register")?)? {
            return Ok(None);
        }
        let session = self.portal_session(row)?;
        if unused >= SignedDuration::from_secs(SEEN_SECONDS) {
            let mut transaction = self.database.writer().await?;
            let seen = params! { "id" => session.session, "now" => now };
            transaction
                .execute(
                    "UPDATE portal_session SET last_seen_at = :now WHERE id = :id",
                    &seen,
                )
                .await?;
            transaction.commit().await?;
        }
        Ok(Some(session))
    }

    fn portal_session(&self, row: &Row) -> Result<PortalSession> {
        let register: RegisterId = row.get("register")?;
        let organisation: OrganisationId = self.registers.get(register)?.organisation;
        let access: Uuid = row.get("access")?;
        Ok(PortalSession {
            session: row.get("id")?,
            access,
            subject: row.get("subject")?,
            manner: row.state("manner")?,
            began_at: row.get("began_at")?,
            visitor: Visitor {
                account: AccountId(access),
                right: RightId(access),
                register,
                organisation,
                role: Role::Client,
                privileges: Privileges::default(),
                display_name: String::new(),
            },
        })
    }

    /// Opens a session; answers its token.
    pub(super) async fn begin_portal_session(
        &self,
        transaction: &mut Transaction,
        opened: Opened,
        manner: Manner,
        device: &str,
    ) -> Result<String> {
        let token = secret::new_token(&*self.entropy);
        let now = self.clock.now();
        let row = params! {
            "hash" => secret::hash(&token), "id" => SessionId(self.new_id()), "register" => opened.register,
            "subject" => opened.subject, "access" => opened.access, "manner" => manner, "now" => now,
            "ends" => now + SignedDuration::from_hours(LONGEST_HOURS),
            "device" => device.chars().take(200).collect::<String>(),
        };
        transaction.execute(BEGIN, &row).await?;
        Ok(token)
    }

    /// Whether a register has a portal: its profile lets clients see their own data.
    pub(super) fn lets_clients_in(&self, register: RegisterId) -> Result<bool> {
        let profile = self.registers.get(register)?.profile;
        Ok(profile.allows(polku_profile::Role::Client, Activity::SeeOwn))
    }

    /// The key of what is kept of names and codes.
    pub(super) async fn portal_key(&self) -> Result<Key> {
        self.ring.installation("portal", &*self.entropy).await
    }
}
