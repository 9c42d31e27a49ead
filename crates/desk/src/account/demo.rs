//! What only a demo may do, since a demo is about nobody: accounts whose secrets everyone may know.

use jiff::SignedDuration;
use serde_json::json;

use super::{
    secret,
    token::{self, TokenReach, TokenScope},
    worker,
};
use crate::{AccountId, Desk, DeskError, RegisterId, Result, RightId, params};

/// How long a demo's token lives.
const DEMO_TOKEN: SignedDuration = SignedDuration::from_hours(24 * 30);

impl Desk {
    /// The account of a user name with its right in a register: to find a demo again that was made before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn demo_right_of(
        &self,
        register: RegisterId,
        user_name: &str,
    ) -> Result<Option<(AccountId, RightId)>> {
        let asked = params! { "register" => register, "user_name" => worker::fold(user_name) };
        let sql = "SELECT a.id AS account, r.id AS right_id FROM account a JOIN access_right r ON r.account = a.id \
                   WHERE a.user_name = :user_name AND r.register = :register ORDER BY r.id LIMIT 1";
        let row = self.database.snapshot().await?.fetch_one(sql, &asked).await?;
        row.map(|row| Ok((row.get("account")?, row.get("right_id")?)))
            .transpose()
    }

    /// A token of a demo account, without the proof of identity that a worker gives.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such right.
    pub async fn issue_demo_token(
        &self,
        register: RegisterId,
        account: AccountId,
        right: RightId,
    ) -> Result<String> {
        let token = format!("{}{}", token::PREFIX, secret::new_token(&*self.entropy));
        let now = self.clock.now();
        let scope = TokenScope {
            reach: TokenReach::ReadWrite,
            resources: None,
        };
        let row = params! {
            "hash" => secret::hash(&token), "id" => self.new_id(), "account" => account, "right" => right,
            "name" => "demo", "scope" => serde_json::to_string(&scope)?, "now" => now, "expires" => now + DEMO_TOKEN,
        };
        let mut transaction = self.database.writer().await?;
        if transaction.execute(token::INSERT, &row).await? != 1 {
            return Err(DeskError::Hidden);
        }
        self.note_operator(
            &mut transaction,
            register,
            "demo-token-issued",
            json!({ "account": account }),
        )
        .await?;
        transaction.commit().await?;
        Ok(token)
    }
}

/// A one-time secret as authenticator apps take it (RFC 4648 base32).
#[must_use]
pub fn totp_secret_text(secret: &[u8]) -> String {
    totp_rs::Secret::from(secret).to_base32()
}
