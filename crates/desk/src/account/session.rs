//! Sessions: what a signed-in worker's cookie stands for.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::{AccountState, right::HeldRight, secret};
use crate::{
    AccountId, Desk, DeskError, Result, RightId, Visitor,
    database::{Row, Transaction},
    ids::SessionId,
    params,
};

/// How long a proof of identity stays fresh enough for exports and administration, in minutes.
pub const FRESH_MINUTES: i64 = 15;
/// How long a session may wait for its second factor, in minutes.
const HALF_OPEN_MINUTES: i64 = 10;
/// How often a session's last use is written down, in seconds.
const SEEN_SECONDS: i64 = 60;

crate::named_states! {
    /// How well a session's worker has proven who they are, the weakest first.
    pub enum Strength {
        /// By password.
        Password = "password",
        /// By password and a one-time code.
        SecondFactor = "second-factor",
        /// By a passkey, whose device asked for a finger, a face or a number.
        Passkey = "passkey",
    }
}

/// What a session still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: it can act by a right.
    Complete,
    /// The account's second factor must be proven first.
    AwaitsSecondFactor,
    /// The registers ask for a second factor, and the account has none: it must be set up first.
    MustEnrol,
}

/// Somebody who has signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session: the same while its token changes.
    pub session: SessionId,
    /// Whose.
    pub account: AccountId,
    /// The user name.
    pub user_name: String,
    /// As colleagues know the worker.
    pub display_name: String,
    /// The language of pages: `fi`, `sv` or `en`.
    pub locale: String,
    /// How well identity was proven.
    pub strength: Strength,
    /// What the session still lacks.
    pub standing: Standing,
    /// When identity was last proven.
    pub proven_at: Timestamp,
    /// The rights that hold today.
    pub rights: Vec<HeldRight>,
    /// Who stands at the desk, by the chosen right; `None` until one is chosen, and while anything is lacking.
    pub visitor: Option<Visitor>,
}

impl SignedIn {
    /// Whether the proof of identity is recent enough for exports and administration.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.proven_at) <= SignedDuration::from_mins(FRESH_MINUTES)
    }

    /// Refuses what asks for a recent and complete proof.
    pub(super) fn freshly_proven(&self, now: Timestamp) -> Result<()> {
        if self.standing != Standing::AwaitsSecondFactor && self.is_fresh(now) {
            Ok(())
        } else {
            Err(DeskError::StepUp)
        }
    }
}

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

const RESUME: &str = "SELECT s.id AS session, s.access_right AS chosen, s.last_seen_at, s.proven_at, s.strength, \
    a.id AS account, a.user_name, a.display_name, a.locale, \
    CASE WHEN a.totp_sealed IS NOT NULL OR EXISTS (SELECT 1 FROM passkey p WHERE p.account = a.id) THEN 1 ELSE 0 END AS factor, \
    r.id, r.register, r.role, r.reveals_addresses FROM session s JOIN account a ON a.id = s.account \
    JOIN access_right r ON r.account = a.id AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) \
    WHERE s.token_hash = :hash AND s.ends_at > :now AND a.state = :open ORDER BY r.register, r.role, r.id";

const OPEN: &str = "INSERT INTO session (token_hash, id, account, access_right, created_at, last_seen_at, ends_at, proven_at, \
    strength, device) VALUES (:hash, :id, :account, :right, :now, :now, :ends, :now, :strength, :device)";

/// What a session begins with.
pub(super) struct Beginning<'a> {
    pub(super) account: AccountId,
    pub(super) strength: Strength,
    pub(super) rights: &'a [HeldRight],
    /// Whether it waits for the account's second factor.
    pub(super) standing: Standing,
    pub(super) device: &'a str,
}

impl Desk {
    /// The session of a cookie's token, if it lives and a right of its account holds today.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resume_session(&self, token: &str) -> Result<Option<SignedIn>> {
        let now = self.clock.now();
        let asked = params! {
            "hash" => secret::hash(token), "today" => self.clock.today(), "now" => now, "open" => AccountState::Open,
        };
        let rows = self.database.snapshot().await?.fetch(RESUME, &asked).await?;
        let Some(first) = rows.first() else {
            return Ok(None);
        };
        let last_seen: Timestamp = first.get("last_seen_at")?;
        let signed_in = self.signed_in(first, &rows)?;
        let unused = now.duration_since(last_seen);
        if unused > self.idle_limit(&signed_in)? {
            return Ok(None);
        }
        if unused >= SignedDuration::from_secs(SEEN_SECONDS) {
            self.note_seen(signed_in.session).await?;
        }
        Ok(Some(signed_in))
    }

    fn signed_in(&self, first: &Row, rows: &[Row]) -> Result<SignedIn> {
        let rights = rows
            .iter()
            .map(|row| self.held_right(row))
            .collect::<Result<Vec<_>>>()?;
        let strength: Strength = first.state("strength")?;
        let standing = standing(strength, first.get::<i64>("factor")? != 0, &rights);
        let (account, display_name): (AccountId, String) =
            (first.get("account")?, first.get("display_name")?);
        let chosen: Option<RightId> = first.get("chosen")?;
        let acting = acting_right(&rights, chosen, strength).filter(|_| standing == Standing::Complete);
        let visitor = acting.map(|right| right.visitor(account, &display_name));
        Ok(SignedIn {
            session: first.get("session")?,
            account,
            user_name: first.get("user_name")?,
            display_name,
            locale: first.get("locale")?,
            strength,
            standing,
            proven_at: first.get("proven_at")?,
            rights,
            visitor,
        })
    }

    /// The strictest limit of the registers that the session can act in, or of the one it acts in.
    fn idle_limit(&self, signed_in: &SignedIn) -> Result<SignedDuration> {
        let acting = signed_in.visitor.as_ref().map(|visitor| visitor.register);
        let mut strictest = SignedDuration::MAX;
        for right in signed_in
            .rights
            .iter()
            .filter(|right| acting.is_none_or(|register| register == right.register))
        {
            let minutes = self.registers.get(right.register)?.profile.sign_in.idle_minutes;
            strictest = strictest.min(SignedDuration::from_mins(minutes.into()));
        }
        Ok(strictest)
    }

    async fn note_seen(&self, session: SessionId) -> Result<()> {
        let mut transaction = self.database.writer().await?;
        let seen = params! { "id" => session, "now" => self.clock.now() };
        transaction
            .execute("UPDATE session SET last_seen_at = :now WHERE id = :id", &seen)
            .await?;
        transaction.commit().await
    }

    /// Opens a session; answers its token.
    pub(super) async fn open_session(
        &self,
        transaction: &mut Transaction,
        begin: &Beginning<'_>,
    ) -> Result<String> {
        let token = secret::new_token(&*self.entropy);
        let now = self.clock.now();
        let chosen = acting_right(begin.rights, None, begin.strength).map(|right| right.id);
        let row = params! {
            "hash" => secret::hash(&token), "id" => SessionId(self.new_id()), "account" => begin.account, "right" => chosen,
            "now" => now, "ends" => now + self.longest(begin.standing, begin.rights)?, "strength" => begin.strength,
            "device" => begin.device.chars().take(200).collect::<String>(),
        };
        transaction.execute(OPEN, &row).await?;
        Ok(token)
    }

    fn longest(&self, standing: Standing, rights: &[HeldRight]) -> Result<SignedDuration> {
        if standing == Standing::AwaitsSecondFactor {
            return Ok(SignedDuration::from_mins(HALF_OPEN_MINUTES));
        }
        let mut strictest = SignedDuration::from_hours(24);
        for right in rights {
            let hours = self.registers.get(right.register)?.profile.sign_in.longest_hours;
            strictest = strictest.min(SignedDuration::from_hours(hours.into()));
        }
        Ok(strictest)
    }

    /// Notes a fresh proof. When it is stronger than what was proven before, the session gets a new token, so that a
    /// token that somebody else knew is worth nothing.
    pub(super) async fn strengthen(
        &self,
        transaction: &mut Transaction,
        signed_in: &SignedIn,
        strength: Strength,
    ) -> Result<Option<String>> {
        let now = self.clock.now();
        let token = secret::new_token(&*self.entropy);
        let ends = now + self.longest(Standing::Complete, &signed_in.rights)?;
        let proven = params! {
            "id" => signed_in.session, "now" => now, "hash" => secret::hash(&token), "strength" => strength, "ends" => ends,
        };
        if strength <= signed_in.strength {
            transaction
                .execute("UPDATE session SET proven_at = :now WHERE id = :id", &proven)
                .await?;
            return Ok(None);
        }
        // From a password alone the session was short; its long life begins with the second factor.
        let sql = "UPDATE session SET proven_at = :now, token_hash = :hash, strength = :strength, \
                   ends_at = CASE WHEN strength = 'password' THEN :ends ELSE ends_at END WHERE id = :id";
        transaction.execute(sql, &proven).await?;
        Ok(Some(token))
    }

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

pub(super) async fn end_others(transaction: &mut Transaction, signed_in: &SignedIn) -> Result<u64> {
    let others = params! { "id" => signed_in.session, "account" => signed_in.account };
    transaction
        .execute(
            "DELETE FROM session WHERE account = :account AND id <> :id",
            &others,
        )
        .await
}

/// What a session of this strength lacks, when its account has a second factor or none, for these rights.
pub(super) fn standing(strength: Strength, has_factor: bool, rights: &[HeldRight]) -> Standing {
    if strength == Strength::Password && has_factor {
        Standing::AwaitsSecondFactor
    } else if rights.iter().all(|right| right.needs > strength) {
        Standing::MustEnrol
    } else {
        Standing::Complete
    }
}

/// The right that a session acts by: the chosen one, or the only one.
fn acting_right(rights: &[HeldRight], chosen: Option<RightId>, strength: Strength) -> Option<&HeldRight> {
    let found = match (chosen, rights) {
        (Some(chosen), rights) => rights.iter().find(|right| right.id == chosen),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.filter(|right| right.needs <= strength)
}
