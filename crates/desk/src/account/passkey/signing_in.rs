//! Signing in by a passkey, and proving identity by one.

use std::net::IpAddr;

use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential};

use super::{PasskeyOffer, PasskeyOffered, PasskeySite};
use crate::{
    AccountId, Desk, DeskError, Result,
    account::{secret, session::Strength, sign_in::SignInAnswer, worker::Worker},
    database::Transaction,
    params,
};

const CHALLENGE: &str = "passkey-sign-in";

impl Desk {
    /// Offers to sign in, or to prove identity again, by any passkey of the site, to whoever asks from a network address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn start_passkey_sign_in(&self, site: &PasskeySite, source: IpAddr) -> Result<PasskeyOffered> {
        if let Err(seconds) = self.offers.admit(source, self.clock.now()) {
            return Ok(PasskeyOffered::Wait(seconds));
        }
        let (options, state) = site
            .0
            .start_discoverable_authentication()
            .map_err(|_| DeskError::Stored("passkey"))?;
        let mut transaction = self.database.writer().await?;
        let challenge = self
            .keep_challenge(&mut transaction, None, CHALLENGE, &serde_json::to_vec(&state)?)
            .await?;
        transaction.commit().await?;
        Ok(PasskeyOffered::Offer(PasskeyOffer {
            challenge,
            options: serde_json::to_value(options)?,
        }))
    }

    /// Signs in by the passkey's answer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn finish_passkey_sign_in(
        &self,
        site: &PasskeySite,
        challenge: &str,
        credential: &serde_json::Value,
        device_cookie: Option<&str>,
        device: &str,
    ) -> Result<SignInAnswer> {
        let proven = self.check_passkey(site, challenge, credential).await?;
        let account = match proven {
            Ok(account) => account,
            Err(whose) => {
                if let Some(account) = whose {
                    let mut transaction = self.database.writer().await?;
                    self.note_failure(&mut transaction, account, "sign-in-failed")
                        .await?;
                    transaction.commit().await?;
                }
                return Ok(SignInAnswer::Wrong);
            }
        };
        let Some(worker) = Worker::of(&mut self.database.snapshot().await?, account).await? else {
            return Ok(SignInAnswer::Wrong);
        };
        let known = self.known_device(account, device_cookie).await?;
        let cookie = self.device_cookie(account, known.as_ref()).await?;
        self.open_for(&worker, Strength::Passkey, device, cookie, None)
            .await
    }

    /// Whose passkey answered; when it did not answer rightly, whose it claims to be, if there is such a passkey.
    pub(in crate::account) async fn check_passkey(
        &self,
        site: &PasskeySite,
        challenge: &str,
        credential: &serde_json::Value,
    ) -> Result<std::result::Result<AccountId, Option<AccountId>>> {
        let mut transaction = self.database.writer().await?;
        let Some(kept) = self
            .take_challenge(&mut transaction, CHALLENGE, challenge)
            .await?
        else {
            return Ok(Err(None));
        };
        let checked = self
            .check_answer(&mut transaction, site, &kept.state, credential)
            .await?;
        // Committed however it ended: a challenge is answered once.
        transaction.commit().await?;
        Ok(checked)
    }

    async fn check_answer(
        &self,
        transaction: &mut Transaction,
        site: &PasskeySite,
        state: &[u8],
        credential: &serde_json::Value,
    ) -> Result<std::result::Result<AccountId, Option<AccountId>>> {
        let state: DiscoverableAuthentication = serde_json::from_slice(state)?;
        let Ok(answer) = serde_json::from_value::<PublicKeyCredential>(credential.clone()) else {
            return Ok(Err(None));
        };
        let Ok((account, credential)) = site.0.identify_discoverable_authentication(&answer) else {
            return Ok(Err(None));
        };
        let account = AccountId(account);
        let asked = params! { "account" => account, "hash" => secret::hash_bytes(credential), "now" => self.clock.now() };
        let sql =
            "SELECT id, credential_sealed FROM passkey WHERE account = :account AND credential_hash = :hash";
        let Some(row) = transaction.fetch_one(sql, &asked).await? else {
            return Ok(Err(None));
        };
        let (id, mut passkey) = self.open_passkey(&row).await?;
        let Ok(result) = site
            .0
            .finish_discoverable_authentication_v2(&answer, state, &passkey)
        else {
            return Ok(Err(Some(account)));
        };
        passkey.update_credential(&result);
        let used = params! { "id" => id, "sealed" => self.seal_passkey(id, &passkey).await?, "now" => self.clock.now() };
        let sql = "UPDATE passkey SET credential_sealed = :sealed, last_used_at = :now WHERE id = :id";
        transaction.execute(sql, &used).await?;
        Ok(Ok(account))
    }
}
