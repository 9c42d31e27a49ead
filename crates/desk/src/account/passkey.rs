//! Passkeys (Web Authentication): the device proves the worker by a finger, a face or a number.

use jiff::Timestamp;
use serde_json::json;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};

use super::{
    secret,
    session::{SignedIn, Strength},
    sign_in::SignInAnswer,
    worker::Worker,
};
use crate::{
    AccountId, Desk, DeskError, Result,
    database::{Row, Transaction},
    ids::PasskeyId,
    params,
};

const REGISTRATION: &str = "passkey-registration";
const SIGN_IN: &str = "passkey-sign-in";

/// Where passkeys belong: a passkey of one site is none of another.
#[derive(Debug, Clone)]
pub struct PasskeySite(Webauthn);

impl PasskeySite {
    /// The site of a domain (`polku.example.fi`, `localhost`) that is reached at an origin (`https://polku.example.fi`,
    /// `http://localhost:8470`).
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when the origin is not of that domain.
    pub fn new(domain: &str, origin: &str) -> Result<Self> {
        let wrong = || {
            DeskError::Configuration("the origin is not a URL of the domain that passkeys belong to".into())
        };
        let origin = Url::parse(origin).map_err(|_| wrong())?;
        let builder = WebauthnBuilder::new(domain, &origin).map_err(|_| wrong())?;
        builder.rp_name("Polku").build().map(Self).map_err(|_| wrong())
    }
}

/// What the browser needs to make or ask a passkey.
#[derive(Debug, Clone)]
pub struct PasskeyOffer {
    /// Comes back with the browser's answer.
    pub challenge: String,
    /// For the browser, as JSON: an object with `publicKey`.
    pub options: serde_json::Value,
}

/// One of a worker's own passkeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPasskey {
    /// Which passkey.
    pub id: PasskeyId,
    /// In the worker's words.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}

fn place(id: PasskeyId) -> Vec<u8> {
    format!("passkey|{id}").into_bytes()
}

const INSERT: &str = "INSERT INTO passkey (id, account, credential_hash, credential_sealed, name, created_at) \
    VALUES (:id, :account, :hash, :sealed, :name, :now)";

impl Desk {
    /// Offers to make a passkey, after a fresh proof of identity.
    ///
    /// # Errors
    /// [`DeskError::StepUp`] without a fresh proof.
    pub async fn start_passkey(&self, signed_in: &SignedIn, site: &PasskeySite) -> Result<PasskeyOffer> {
        signed_in.freshly_proven(self.clock.now())?;
        let mut transaction = self.database.writer().await?;
        let held = self.passkeys_of(&mut transaction, signed_in.account).await?;
        let held = held
            .iter()
            .map(|(_, passkey)| passkey.cred_id().clone())
            .collect();
        let (options, state) = site
            .0
            .start_passkey_registration(
                signed_in.account.0,
                &signed_in.user_name,
                &signed_in.display_name,
                Some(held),
            )
            .map_err(|_| DeskError::Stored("passkey"))?;
        let state = serde_json::to_vec(&state)?;
        let challenge = self
            .keep_challenge(&mut transaction, Some(signed_in.account), REGISTRATION, &state)
            .await?;
        transaction.commit().await?;
        let mut options = serde_json::to_value(options)?;
        // The passkey itself must know whose it is: then signing in asks for no user name.
        options["publicKey"]["authenticatorSelection"]["residentKey"] = json!("required");
        options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = json!(true);
        Ok(PasskeyOffer { challenge, options })
    }

    /// Keeps the passkey that the browser made. Answers the session's new token, when it got one.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the answer does not fit the offer.
    pub async fn finish_passkey(
        &self,
        signed_in: &SignedIn,
        site: &PasskeySite,
        challenge: &str,
        credential: &serde_json::Value,
        name: &str,
    ) -> Result<Option<String>> {
        let refused = || DeskError::Refused("passkey-refused");
        signed_in.freshly_proven(self.clock.now())?;
        let mut transaction = self.database.writer().await?;
        let kept = self
            .take_challenge(&mut transaction, REGISTRATION, challenge)
            .await?
            .ok_or_else(refused)?;
        let state: PasskeyRegistration = serde_json::from_slice(&kept.of(signed_in.account)?)?;
        let answer: RegisterPublicKeyCredential =
            serde_json::from_value(credential.clone()).map_err(|_| refused())?;
        let passkey = site
            .0
            .finish_passkey_registration(&answer, &state)
            .map_err(|_| refused())?;
        let id = PasskeyId(self.new_id());
        let row = params! {
            "id" => id, "account" => signed_in.account, "hash" => secret::hash_bytes(passkey.cred_id()),
            "sealed" => self.seal_passkey(id, &passkey).await?, "name" => name.trim().chars().take(100).collect::<String>(),
            "now" => self.clock.now(),
        };
        transaction.execute(INSERT, &row).await?;
        let token = self
            .strengthen(&mut transaction, signed_in, Strength::Passkey)
            .await?;
        self.note_own(
            &mut transaction,
            signed_in.account,
            "passkey-added",
            json!({ "passkey": id }),
        )
        .await?;
        transaction.commit().await?;
        Ok(token)
    }

    /// Offers to sign in, or to prove identity again, by any passkey of the site.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn start_passkey_sign_in(&self, site: &PasskeySite) -> Result<PasskeyOffer> {
        let (options, state) = site
            .0
            .start_discoverable_authentication()
            .map_err(|_| DeskError::Stored("passkey"))?;
        let mut transaction = self.database.writer().await?;
        let challenge = self
            .keep_challenge(&mut transaction, None, SIGN_IN, &serde_json::to_vec(&state)?)
            .await?;
        transaction.commit().await?;
        Ok(PasskeyOffer {
            challenge,
            options: serde_json::to_value(options)?,
        })
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
    pub(super) async fn check_passkey(
        &self,
        site: &PasskeySite,
        challenge: &str,
        credential: &serde_json::Value,
    ) -> Result<std::result::Result<AccountId, Option<AccountId>>> {
        let mut transaction = self.database.writer().await?;
        let Some(kept) = self.take_challenge(&mut transaction, SIGN_IN, challenge).await? else {
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

    /// The worker's own passkeys.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_passkeys(&self, signed_in: &SignedIn) -> Result<Vec<HeldPasskey>> {
        let sql = "SELECT id, name, created_at, last_used_at FROM passkey WHERE account = :account ORDER BY created_at, id";
        let asked = params! { "account" => signed_in.account };
        let read = |row: &Row| {
            Ok(HeldPasskey {
                id: row.get("id")?,
                name: row.get("name")?,
                created_at: row.get("created_at")?,
                last_used_at: row.get("last_used_at")?,
            })
        };
        self.database
            .snapshot()
            .await?
            .fetch(sql, &asked)
            .await?
            .iter()
            .map(read)
            .collect()
    }

    /// Takes a passkey out of use, unless it is the last second factor.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when it is not the worker's, [`DeskError::Refused`] when it is the last,
    /// [`DeskError::StepUp`] without a fresh proof.
    pub async fn remove_passkey(&self, signed_in: &SignedIn, passkey: PasskeyId) -> Result<()> {
        signed_in.freshly_proven(self.clock.now())?;
        let mut transaction = self.database.writer().await?;
        let gone = params! { "id" => passkey, "account" => signed_in.account };
        if transaction
            .execute("DELETE FROM passkey WHERE id = :id AND account = :account", &gone)
            .await?
            == 0
        {
            return Err(DeskError::Hidden);
        }
        let worker = Worker::of(&mut transaction, signed_in.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        if !worker.has_second_factor() {
            return Err(DeskError::Refused("second-factor-last"));
        }
        self.note_own(
            &mut transaction,
            signed_in.account,
            "passkey-removed",
            json!({ "passkey": passkey }),
        )
        .await?;
        transaction.commit().await
    }

    async fn passkeys_of(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
    ) -> Result<Vec<(PasskeyId, Passkey)>> {
        let sql = "SELECT id, credential_sealed FROM passkey WHERE account = :account";
        let asked = params! { "account" => account };
        let mut passkeys = Vec::new();
        for row in transaction.fetch(sql, &asked).await? {
            passkeys.push(self.open_passkey(&row).await?);
        }
        Ok(passkeys)
    }

    async fn seal_passkey(&self, id: PasskeyId, passkey: &Passkey) -> Result<Vec<u8>> {
        let key = self.ring.installation("passkey", &*self.entropy).await?;
        Ok(key.seal(&place(id), &serde_json::to_vec(passkey)?, &*self.entropy))
    }

    async fn open_passkey(&self, row: &Row) -> Result<(PasskeyId, Passkey)> {
        let key = self.ring.installation("passkey", &*self.entropy).await?;
        let id: PasskeyId = row.get("id")?;
        let plain = key.open(&place(id), &row.get::<Vec<u8>>("credential_sealed")?)?;
        Ok((id, serde_json::from_slice(&plain)?))
    }
}
