//! Links that are given to a client for one thing, once: whoever holds one stands at the desk without signing in.
//!
//! The holder is a visitor like others: rules say what the role [`Role::LinkHolder`] may do, the ground is
//! [`Basis::OneTimeLink`](crate::access::Basis::OneTimeLink), each look and change is in the log. The rules open one kind
//! of data of one person; the slice narrows its statements to the link's target. A token has 256 random bits, only its
//! hash is stored, and a link that was used, taken back or is too old answers as one that never was.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{
    AccountId, Desk, DeskError, Granted, Operation, OrganisationId, RegisterId, Result, RightId, Row,
    Subject, SubjectId, Visitor, Write,
    access::{Privileges, Role},
    account::secret,
    database::OwnedStatement,
    params,
};

crate::named_states! {
    /// What kind of thing a link opens.
    pub enum LinkOpens {
        /// A self-assessment that waits for the client's answers.
        SelfAssessment = "self-assessment",
        /// An agreement that waits for the client's signature.
        Agreement = "agreement",
    }
}

impl LinkOpens {
    /// The statements on links to such a thing: they touch the data that the link opens.
    fn statements(self) -> &'static LinkStatements {
        match self {
            Self::SelfAssessment => &TO_SELF_ASSESSMENTS,
            Self::Agreement => &TO_AGREEMENTS,
        }
    }
}

/// The same four statements for each kind of data that links open.
struct LinkStatements {
    insert: OwnedStatement,
    revoke: OwnedStatement,
    use_up: OwnedStatement,
    open: OwnedStatement,
}

static TO_SELF_ASSESSMENTS: LinkStatements = LinkStatements {
    insert: INSERT,
    revoke: REVOKE,
    use_up: USE_UP,
    open: OPEN,
};

static TO_AGREEMENTS: LinkStatements = LinkStatements {
    insert: INSERT_OF_AGREEMENT,
    revoke: REVOKE_OF_AGREEMENT,
    use_up: USE_UP_OF_AGREEMENT,
    open: OPEN_OF_AGREEMENT,
};

/// Whoever holds a link that holds.
#[derive(Debug, Clone)]
pub struct LinkHolder {
    /// As whom the holder stands at the desk.
    pub visitor: Visitor,
    /// Whose thing it is.
    pub subject: SubjectId,
    /// Which thing.
    pub target: Uuid,
    /// Until when the link opens it.
    pub expires_at: Timestamp,
}

/// What became of a token that somebody brought.
#[derive(Debug)]
pub enum LinkAnswer {
    /// It opens something.
    Held(Box<LinkHolder>),
    /// It opens nothing: it was used, taken back, is too old, or never was.
    Gone,
    /// Too many wrong ones came from there; another may be tried after so many seconds.
    Wait(u32),
}

/// A link that was given and still opens its thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenLink {
    /// When it was given.
    pub issued_at: Timestamp,
    /// Until when it opens.
    pub expires_at: Timestamp,
}

/// The characters of a token.
const TOKEN_LENGTH: usize = 43;

/// A link is given.
const GIVE: &str = "INSERT INTO one_time_link (register, subject, id, opens, target, token_hash, \
    issued_by, issued_at, expires_at) VALUES (:register, :subject, :id, :opens, :target, :hash, :account, :now, :expires)";
/// All links of a thing are taken back.
const TAKE_BACK: &str = "UPDATE one_time_link SET revoked_at = :now WHERE register = :register \
    AND subject = :subject AND opens = :opens AND target = :target AND used_at IS NULL AND revoked_at IS NULL";
/// A link has served.
const SERVED: &str = "UPDATE one_time_link SET used_at = :now WHERE register = :register \
    AND subject = :subject AND id = :link AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now";
/// The link that opens a thing now.
const OPENS_NOW: &str = "SELECT issued_at, expires_at FROM one_time_link WHERE register = :register \
    AND subject = :subject AND opens = :opens AND target = :target AND used_at IS NULL AND revoked_at IS NULL \
    AND expires_at > :now ORDER BY expires_at DESC LIMIT 1";

crate::statements! {
    owned(SelfAssessment) INSERT = GIVE;
    owned(SelfAssessment) REVOKE = TAKE_BACK;
    owned(SelfAssessment) USE_UP = SERVED;
    owned(SelfAssessment) OPEN = OPENS_NOW;
    owned(AgreementSigning) INSERT_OF_AGREEMENT = GIVE;
    owned(AgreementSigning) REVOKE_OF_AGREEMENT = TAKE_BACK;
    owned(AgreementSigning) USE_UP_OF_AGREEMENT = SERVED;
    owned(AgreementSigning) OPEN_OF_AGREEMENT = OPENS_NOW;
}

/// By its hash alone: whose it is, is what the link tells.
const BY_HASH: &str = "SELECT register, subject, id, target, expires_at FROM one_time_link WHERE token_hash = :hash \
    AND opens = :opens AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now";

impl Desk {
    /// Whoever brings a token. A token that opens something is never slowed by what others from the same network try;
    /// wrong ones are counted against their network.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resume_link(&self, token: &str, opens: LinkOpens, source: IpAddr) -> Result<LinkAnswer> {
        if token.len() == TOKEN_LENGTH {
            let asked =
                params! { "hash" => secret::hash(token), "opens" => opens, "now" => self.clock.now() };
            let found = self.database.snapshot().await?.fetch_one(BY_HASH, &asked).await?;
            if let Some(row) = found {
                return Ok(LinkAnswer::Held(Box::new(self.holder(&row)?)));
            }
        }
        Ok(match self.count_wrong_link(source).await? {
            Some(seconds) => LinkAnswer::Wait(seconds),
            None => LinkAnswer::Gone,
        })
    }

    fn holder(&self, row: &Row) -> Result<LinkHolder> {
        let register: RegisterId = row.get("register")?;
        let organisation: OrganisationId = self.registers.get(register)?.organisation;
        let link: Uuid = row.get("id")?;
        Ok(LinkHolder {
            visitor: Visitor {
                account: AccountId(link),
                right: RightId(link),
                register,
                organisation,
                role: Role::LinkHolder,
                privileges: Privileges::default(),
                display_name: String::new(),
            },
            subject: row.get("subject")?,
            target: row.get("target")?,
            expires_at: row.get("expires_at")?,
        })
    }
}

impl<S: Subject, O: Operation> Granted<'_, S, O> {
    /// The link that opens a thing now, if one does.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include what the link opens.
    pub async fn open_link(&self, opens: LinkOpens, target: Uuid) -> Result<Option<OpenLink>> {
        let asked = params! { "opens" => opens, "target" => target, "now" => self.visit().now() };
        let rows = self.fetch(opens.statements().open, asked).await?;
        rows.first()
            .map(|row| {
                Ok(OpenLink {
                    issued_at: row.get("issued_at")?,
                    expires_at: row.get("expires_at")?,
                })
            })
            .transpose()
    }
}

impl<S: Subject> Granted<'_, S, Write> {
    /// Gives a link to a thing of this person and answers its token, which is shown once. Earlier links to it die.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include what the link opens; [`DeskError::Forbidden`] to a holder
    /// of a link.
    pub async fn issue_link(
        &self,
        owner: SubjectId,
        opens: LinkOpens,
        target: Uuid,
        life: SignedDuration,
    ) -> Result<String> {
        let visit = self.visit();
        if visit.role() == Role::LinkHolder {
            return Err(DeskError::Forbidden);
        }
        self.revoke_links(owner, opens, target).await?;
        let token = secret::new_token(visit.desk().entropy());
        let row = params! {
            "id" => visit.new_id(), "opens" => opens, "target" => target, "hash" => secret::hash(&token),
            "account" => visit.account(), "now" => visit.now(), "expires" => visit.now() + life,
        };
        self.execute_for(owner, opens.statements().insert, row).await?;
        Ok(token)
    }

    /// Takes back all links to a thing; answers how many.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the grant does not include what the link opens.
    pub async fn revoke_links(&self, owner: SubjectId, opens: LinkOpens, target: Uuid) -> Result<u64> {
        let row = params! { "opens" => opens, "target" => target, "now" => self.visit().now() };
        let revoked = self.execute_for(owner, opens.statements().revoke, row).await?;
        if revoked > 0 {
            self.access_changed().await?;
        }
        Ok(revoked)
    }

    /// The link by which this visit came has served: it opens nothing from this write on.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when it was used meanwhile; [`DeskError::Forbidden`] to whoever came otherwise.
    pub async fn use_up_link(&self, opens: LinkOpens) -> Result<()> {
        let visit = self.visit();
        if visit.role() != Role::LinkHolder {
            return Err(DeskError::Forbidden);
        }
        let row = params! { "link" => visit.account(), "now" => visit.now() };
        self.execute_one(self.subject(), opens.statements().use_up, row)
            .await?;
        self.access_changed().await
    }
}
