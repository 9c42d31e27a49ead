//! One-time codes by time (TOTP, RFC 6238).

use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

use super::{
    session::{SignedIn, Strength},
    worker::Worker,
};
use crate::{AccountId, Desk, DeskError, Result, database::Transaction, params};

/// Bytes of a secret: 160 bits, as RFC 4226 recommends.
const SECRET: usize = 20;
const CHALLENGE: &str = "totp";

/// A one-time secret to be put into the worker's telephone.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpOffer {
    /// Comes back with the first code.
    pub challenge: String,
    /// For a picture that the telephone reads.
    pub uri: String,
    /// For typing by hand.
    pub secret: String,
}

impl std::fmt::Debug for TotpOffer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpOffer")
    }
}

/// Six digits, 30 seconds, one step of tolerance in both directions.
pub(super) fn totp(secret: &[u8], user_name: &str) -> Result<Totp> {
    Builder::new()
        .with_secret(Secret::from(secret))
        .with_issuer(Some("Polku"))
        .with_account_name(user_name)
        .build()
        .map_err(|_| DeskError::Stored("one-time secret"))
}

fn place(account: AccountId) -> Vec<u8> {
    format!("account|totp|{account}").into_bytes()
}

impl Desk {
    /// Offers a one-time secret; nothing changes before a code of it comes back.
    ///
    /// # Errors
    /// [`DeskError::StepUp`] without a fresh proof of identity.
    pub async fn start_totp(&self, signed_in: &SignedIn) -> Result<TotpOffer> {
        signed_in.freshly_proven(self.clock.now())?;
        let mut transaction = self.database.writer().await?;
        let offer = self
            .offer_totp(&mut transaction, signed_in.account, &signed_in.user_name)
            .await?;
        transaction.commit().await?;
        Ok(offer)
    }

    pub(super) async fn offer_totp(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
        user_name: &str,
    ) -> Result<TotpOffer> {
        let mut secret = zeroize::Zeroizing::new([0; SECRET]);
        self.entropy.fill(&mut *secret);
        let challenge = self
            .keep_challenge(transaction, Some(account), CHALLENGE, &*secret)
            .await?;
        let totp = totp(&*secret, user_name)?;
        let uri = totp.to_url().map_err(|_| DeskError::Stored("one-time secret"))?;
        Ok(TotpOffer {
            challenge,
            uri,
            secret: Secret::from(secret.as_slice()).to_base32(),
        })
    }

    /// Takes the offered secret into use with its first code. Answers the session's new token, when it got one.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the code is wrong: the worker may try again with the same offer.
    pub async fn confirm_totp(
        &self,
        signed_in: &SignedIn,
        challenge: &str,
        code: &str,
    ) -> Result<Option<String>> {
        signed_in.freshly_proven(self.clock.now())?;
        let mut transaction = self.database.writer().await?;
        self.accept_offered(&mut transaction, signed_in.account, challenge, code)
            .await?;
        let token = self
            .strengthen(&mut transaction, signed_in, Strength::SecondFactor)
            .await?;
        self.note_own(&mut transaction, signed_in.account, "totp-set", json!({}))
            .await?;
        transaction.commit().await?;
        Ok(token)
    }

    pub(super) async fn accept_offered(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
        challenge: &str,
        code: &str,
    ) -> Result<()> {
        let offered = self.see_challenge(transaction, CHALLENGE, challenge).await?;
        let secret = offered
            .ok_or(DeskError::Refused("code-offer-expired"))?
            .of(account)?;
        let step = self
            .step_of(&secret, code)?
            .ok_or(DeskError::Refused("code-wrong"))?;
        self.take_challenge(transaction, CHALLENGE, challenge).await?;
        self.store_totp(transaction, account, &secret).await?;
        self.use_step(transaction, account, step).await.map(drop)
    }

    pub(super) async fn store_totp(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
        secret: &[u8],
    ) -> Result<()> {
        let key = self.ring.installation("totp", &*self.entropy).await?;
        let sealed = key.seal(&place(account), secret, &*self.entropy);
        let row = params! { "id" => account, "sealed" => sealed };
        transaction
            .execute(
                "UPDATE account SET totp_sealed = :sealed, totp_step = 0 WHERE id = :id",
                &row,
            )
            .await
            .map(drop)
    }

    /// Whether it is the account's code now, used for the first time.
    pub(super) async fn use_code(
        &self,
        transaction: &mut Transaction,
        worker: &Worker,
        code: &str,
    ) -> Result<bool> {
        let Some(sealed) = &worker.totp_sealed else {
            return Ok(false);
        };
        let key = self.ring.installation("totp", &*self.entropy).await?;
        let secret = zeroize::Zeroizing::new(key.open(&place(worker.account), sealed)?);
        match self.step_of(&secret, code)? {
            Some(step) => self.use_step(transaction, worker.account, step).await,
            None => Ok(false),
        }
    }

    fn step_of(&self, secret: &[u8], code: &str) -> Result<Option<i64>> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let now = u64::try_from(self.clock.on_devices().as_second()).unwrap_or(0);
        Ok(totp(secret, "")?
            .check(&digits, now)
            .and_then(|step| i64::try_from(step).ok()))
    }

    /// A step counts once, and none before it any more (RFC 6238, section 5.2).
    async fn use_step(&self, transaction: &mut Transaction, account: AccountId, step: i64) -> Result<bool> {
        let row = params! { "id" => account, "step" => step };
        let sql = "UPDATE account SET totp_step = :step WHERE id = :id AND totp_step < :step";
        Ok(transaction.execute(sql, &row).await? == 1)
    }

    /// Takes the one-time secret out of use. A second factor can be exchanged, not dropped: the password beside it may
    /// be shorter than one that stands alone.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when no passkey remains, [`DeskError::StepUp`] without a fresh proof of identity.
    pub async fn remove_totp(&self, signed_in: &SignedIn) -> Result<()> {
        signed_in.freshly_proven(self.clock.now())?;
        let mut transaction = self.database.writer().await?;
        let worker = Worker::of(&mut transaction, signed_in.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        if worker.passkeys == 0 {
            return Err(DeskError::Refused("second-factor-last"));
        }
        let row = params! { "id" => signed_in.account };
        transaction
            .execute("UPDATE account SET totp_sealed = NULL WHERE id = :id", &row)
            .await?;
        self.note_own(&mut transaction, signed_in.account, "totp-removed", json!({}))
            .await?;
        transaction.commit().await
    }
}
