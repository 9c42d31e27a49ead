//! Sessions begin, and become stronger.

use jiff::SignedDuration;

use super::{SignedIn, Standing, Strength, acting_right};
use crate::{
    AccountId, Desk, Result,
    account::{right::HeldRight, secret},
    database::Transaction,
    ids::SessionId,
    params,
};

/// How long a session may wait for its second factor, in minutes.
const HALF_OPEN_MINUTES: i64 = 10;

const OPEN: &str = "INSERT INTO session (token_hash, id, account, access_right, created_at, last_seen_at, ends_at, proven_at, \
    strength, device) VALUES (:hash, :id, :account, :right, :now, :now, :ends, :now, :strength, :device)";

/// What a session begins with.
pub(in crate::account) struct Beginning<'a> {
    pub(in crate::account) account: AccountId,
    pub(in crate::account) strength: Strength,
    pub(in crate::account) rights: &'a [HeldRight],
    /// Whether it waits for the account's second factor.
    pub(in crate::account) standing: Standing,
    pub(in crate::account) device: &'a str,
}

impl Desk {
    /// Opens a session; answers its token.
    pub(in crate::account) async fn open_session(
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
    pub(in crate::account) async fn strengthen(
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
}
