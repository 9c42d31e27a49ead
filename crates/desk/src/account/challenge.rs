//! The server's half of a proof under way. Kept in the database, since the answer may come to another node.

use jiff::SignedDuration;

use super::secret;
use crate::{
    AccountId, Desk, DeskError, Result,
    database::{Row, Transaction},
    params,
};

/// How long an answer may take.
const LIFE: SignedDuration = SignedDuration::from_mins(10);

/// A kept challenge.
#[derive(Debug)]
pub(crate) struct Challenge {
    /// Whose it is, when that was known.
    pub(crate) account: Option<AccountId>,
    /// What was kept.
    pub(crate) state: Vec<u8>,
}

const INSERT: &str = "INSERT INTO proof_challenge (token_hash, account, kind, state_sealed, expires_at) \
    VALUES (:hash, :account, :kind, :sealed, :expires)";

fn place(kind: &str, hash: &[u8; 32]) -> Vec<u8> {
    [format!("proof_challenge|{kind}|").as_bytes(), hash].concat()
}

impl Desk {
    /// Keeps a state; answers the token that the page carries.
    pub(crate) async fn keep_challenge(
        &self,
        transaction: &mut Transaction,
        account: Option<AccountId>,
        kind: &str,
        state: &[u8],
    ) -> Result<String> {
        let token = secret::new_token(&*self.entropy);
        let hash = secret::hash(&token);
        let key = self.ring.installation("challenge", &*self.entropy).await?;
        let now = self.clock.now();
        let row = params! {
            "hash" => hash, "account" => account, "kind" => kind, "expires" => now + LIFE, "now" => now,
            "sealed" => key.seal(&place(kind, &hash), state, &*self.entropy),
        };
        transaction
            .execute("DELETE FROM proof_challenge WHERE expires_at <= :now", &row)
            .await?;
        transaction.execute(INSERT, &row).await?;
        Ok(token)
    }

    /// The state of a token, which stays.
    pub(super) async fn see_challenge(
        &self,
        transaction: &mut Transaction,
        kind: &str,
        token: &str,
    ) -> Result<Option<Challenge>> {
        let sql = "SELECT account, state_sealed FROM proof_challenge WHERE token_hash = :hash AND kind = :kind AND expires_at > :now";
        self.opened(transaction, sql, kind, token).await
    }

    /// The state of a token, which works once.
    pub(crate) async fn take_challenge(
        &self,
        transaction: &mut Transaction,
        kind: &str,
        token: &str,
    ) -> Result<Option<Challenge>> {
        let sql = "DELETE FROM proof_challenge WHERE token_hash = :hash AND kind = :kind AND expires_at > :now \
                   RETURNING account, state_sealed";
        self.opened(transaction, sql, kind, token).await
    }

    async fn opened(
        &self,
        transaction: &mut Transaction,
        sql: &str,
        kind: &str,
        token: &str,
    ) -> Result<Option<Challenge>> {
        let hash = secret::hash(token);
        let asked = params! { "hash" => hash, "kind" => kind, "now" => self.clock.now() };
        let Some(row): Option<Row> = transaction.fetch_one(sql, &asked).await? else {
            return Ok(None);
        };
        let key = self.ring.installation("challenge", &*self.entropy).await?;
        let state = key.open(&place(kind, &hash), &row.get::<Vec<u8>>("state_sealed")?)?;
        Ok(Some(Challenge {
            account: row.get("account")?,
            state,
        }))
    }
}

impl Challenge {
    /// Refuses a challenge that was made for somebody else.
    pub(super) fn of(self, account: AccountId) -> Result<Vec<u8>> {
        if self.account == Some(account) {
            Ok(self.state)
        } else {
            Err(DeskError::Hidden)
        }
    }
}
