//! Making a passkey.

use serde_json::json;
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential};

use super::{PasskeyOffer, PasskeySite};
use crate::{
    Desk, DeskError, Result,
    account::{
        secret,
        session::{SignedIn, Strength},
    },
    ids::PasskeyId,
    params,
};

const CHALLENGE: &str = "passkey-registration";

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
            .keep_challenge(&mut transaction, Some(signed_in.account), CHALLENGE, &state)
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
            .take_challenge(&mut transaction, CHALLENGE, challenge)
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
}
