//! From a cookie's token to the worker who signed in.

use jiff::{SignedDuration, Timestamp};

use super::{SignedIn, Standing, Strength, acting_right, standing};
use crate::{
    AccountId, Desk, Result, RightId,
    account::{AccountState, secret},
    database::Row,
    ids::SessionId,
    params,
};

/// How often a session's last use is written down, in seconds.
const SEEN_SECONDS: i64 = 60;

const RESUME: &str = "SELECT s.id AS session, s.access_right AS chosen, s.last_seen_at, s.proven_at, s.strength, \
    a.id AS account, a.user_name, a.display_name, a.locale, \
    CASE WHEN a.totp_sealed IS NOT NULL OR EXISTS (SELECT 1 FROM passkey p WHERE p.account = a.id) THEN 1 ELSE 0 END AS factor, \
    r.id, r.register, r.role, r.reveals_addresses FROM session s JOIN account a ON a.id = s.account \
    JOIN access_right r ON r.account = a.id AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) \
    WHERE s.token_hash = :hash AND s.ends_at > :now AND a.state = :open ORDER BY r.register, r.role, r.id";

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
        let rows = self.database.read(RESUME, &asked).await?;
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
}
