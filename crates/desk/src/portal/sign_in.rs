//! Signing in with a name and a code.

use std::net::IpAddr;

use serde_json::json;

use super::{
    ACTOR, Manner,
    access::INSERT_CODE,
    code::{self, CodeKind},
    session::Opened,
};
use crate::{
    Desk, EntryId, Result,
    access::{Action, Basis, Denial, Purpose, Role},
    account::Admission,
    audit::{
        Outcome,
        entry::{self, Record},
    },
    database::Transaction,
    params,
};

/// How many codes a list has.
const LIST: usize = 20;

/// By its name alone: whose it is, is what the name tells.
const BY_NAME: &str =
    "SELECT register, subject, id FROM portal_access WHERE name_hash = :name AND closed_at IS NULL";
/// A code works once: two who try the same one at the same moment do not both come in.
const USE_UP: &str = "DELETE FROM portal_code WHERE register = :register AND subject = :subject AND access = :access \
    AND code_hash = :code AND (expires_at IS NULL OR expires_at > :now) RETURNING kind";
const LEFT: &str = "SELECT COUNT(*) AS codes FROM portal_code WHERE register = :register AND subject = :subject \
    AND access = :access";
const DROP: &str =
    "DELETE FROM portal_code WHERE register = :register AND subject = :subject AND access = :access";

/// What somebody typed, and from where.
#[derive(Clone, Copy)]
pub struct PortalAttempt<'a> {
    /// The name.
    pub name: &'a str,
    /// The code.
    pub code: &'a str,
    /// The network address.
    pub source: IpAddr,
    /// The browser, as it names itself.
    pub device: &'a str,
}

impl std::fmt::Debug for PortalAttempt<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PortalAttempt")
    }
}

/// Somebody came in.
pub struct Entered {
    /// The session's token, for the portal's cookie.
    pub token: String,
    /// A list of codes that has just been made, shown once.
    pub list: Option<Vec<String>>,
    /// How many codes are left; none where no codes were asked for.
    pub codes_left: Option<i64>,
}

impl std::fmt::Debug for Entered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Entered")
    }
}

/// What became of an attempt.
#[derive(Debug)]
pub enum PortalAnswer {
    /// The portal opened.
    Entered(Entered),
    /// Nothing opened: a wrong name, a wrong or used code, a portal that is closed. Nobody is told which.
    Nothing,
    /// Too many wrong ones; another may be tried after so many seconds.
    Wait(u32),
}

impl Desk {
    /// Signs a client in by name and code.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn enter_portal(&self, attempt: &PortalAttempt<'_>) -> Result<PortalAnswer> {
        let named = format!("portal:{}", code::typed(attempt.name));
        let admitted = match self.admit_attempt(&named, attempt.source, None).await? {
            Admission::Wait(seconds) => return Ok(PortalAnswer::Wait(seconds)),
            Admission::Admitted(admitted) => admitted,
        };
        let key = self.portal_key().await?;
        let mut transaction = self.database.writer().await?;
        let asked = params! { "name" => code::name_hash(&key, attempt.name) };
        let Some(row) = transaction.fetch_one(BY_NAME, &asked).await? else {
            return Ok(PortalAnswer::Nothing);
        };
        let opened = Opened {
            register: row.get("register")?,
            subject: row.get("subject")?,
            access: row.get("id")?,
        };
        let code = code::code_hash(&key, opened.access, attempt.code);
        let used = params! {
            "register" => opened.register, "subject" => opened.subject, "access" => opened.access, "code" => code,
            "now" => self.clock.now(),
        };
        let found = transaction.fetch_one(USE_UP, &used).await?;
        let kind: Option<CodeKind> = found.map(|row| row.state("kind")).transpose()?;
        let Some(kind) = kind.filter(|_| self.lets_clients_in(opened.register).unwrap_or(false)) else {
            self.note_portal(
                &mut transaction,
                opened,
                "portal-code-wrong",
                Outcome::Denied(Denial::NoGround),
            )
            .await?;
            transaction.commit().await?;
            return Ok(PortalAnswer::Nothing);
        };
        self.forgive(&mut transaction, &admitted).await?;
        let list = match kind {
            CodeKind::First => Some(self.new_list(&mut transaction, opened).await?),
            CodeKind::Own => None,
        };
        let token = self
            .begin_portal_session(&mut transaction, opened, Manner::Codes, attempt.device)
            .await?;
        let left = transaction.fetch_one(LEFT, &used).await?;
        let codes_left = left.map_or(Ok(0), |row| row.get("codes"))?;
        self.note_portal(&mut transaction, opened, "portal-entered", Outcome::Allowed)
            .await?;
        transaction.commit().await?;
        Ok(PortalAnswer::Entered(Entered {
            token,
            list,
            codes_left: Some(codes_left),
        }))
    }

    /// A new list of codes; what was there before opens nothing any more.
    pub(super) async fn new_list(
        &self,
        transaction: &mut Transaction,
        opened: Opened,
    ) -> Result<Vec<String>> {
        let key = self.portal_key().await?;
        let access = params! {
            "register" => opened.register, "subject" => opened.subject, "access" => opened.access,
        };
        transaction.execute(DROP, &access).await?;
        let codes: Vec<String> = std::iter::repeat_with(|| code::new(&*self.entropy))
            .take(LIST)
            .collect();
        for code in &codes {
            let mut row = access.clone();
            row.extend(params! {
                "id" => self.new_id(), "kind" => CodeKind::Own, "code" => code::code_hash(&key, opened.access, code),
                "now" => self.clock.now(), "expires" => None::<jiff::Timestamp>,
            });
            transaction.execute(INSERT_CODE.sql, &row).await?;
        }
        Ok(codes)
    }

    /// Enters what the client did to the own access: it is told to them as the other looks are.
    pub(super) async fn note_portal(
        &self,
        transaction: &mut Transaction,
        opened: Opened,
        what: &str,
        outcome: Outcome,
    ) -> Result<()> {
        let allowed = outcome == Outcome::Allowed;
        let record = Record {
            register: opened.register,
            at: self.clock.now(),
            actor: ACTOR.to_owned(),
            action: Action::Write,
            purpose: Purpose::OwnAffairs,
            basis: if allowed { Basis::OwnData } else { Basis::None },
            outcome,
            subjects: vec![opened.subject],
            details: json!({ "what": what, "role": Role::Client.name(), "route": "/own" }),
        };
        let id = EntryId(self.new_id());
        entry::write(transaction, &self.ring, &*self.entropy, id, &record).await
    }
}
