//! Proving identity again within a session: the second factor of a sign-in, and the step-up before exports and
//! administration.

use std::net::IpAddr;

use serde_json::json;

use super::{
    passkey::PasskeySite,
    password::{self, Verdict},
    session::{SignedIn, Strength},
    throttle::{Admission, Admitted},
    worker::Worker,
};
use crate::{Desk, DeskError, Result, database::Transaction};

/// What proves identity.
#[derive(Clone, Copy)]
pub enum Proof<'a> {
    /// The password.
    Password(&'a str),
    /// A one-time code.
    Code(&'a str),
    /// A passkey's answer to an offer of [`Desk::start_passkey_sign_in`].
    Passkey {
        /// Where the passkeys belong.
        site: &'a PasskeySite,
        /// The offer's challenge.
        challenge: &'a str,
        /// The browser's answer, as JSON.
        credential: &'a serde_json::Value,
    },
}

impl std::fmt::Debug for Proof<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Proof")
    }
}

/// How a proof ended.
#[derive(Clone, PartialEq, Eq)]
pub enum Proven {
    /// Identity is proven. When the session became stronger, its cookie must carry this token from now on.
    Yes(Option<String>),
    /// It is not the password, code or passkey; a code that was used before is wrong too.
    Wrong,
    /// Too many attempts: the next may be made after so many seconds.
    Wait(u32),
}

impl std::fmt::Debug for Proven {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Yes(token) => write!(f, "Yes(new token: {})", token.is_some()),
            Self::Wrong => f.write_str("Wrong"),
            Self::Wait(seconds) => write!(f, "Wait({seconds})"),
        }
    }
}

impl Desk {
    /// Proves identity again. Guesses are slowed like those of a sign-in.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prove(
        &self,
        signed_in: &SignedIn,
        proof: Proof<'_>,
        source: IpAddr,
        device_cookie: Option<&str>,
    ) -> Result<Proven> {
        // Codes are few, so that no browser is known well enough to guess them freely.
        let (account, device) = match proof {
            Proof::Password(_) => (
                format!("name|{}", signed_in.user_name),
                self.known_device(signed_in.account, device_cookie).await?,
            ),
            Proof::Code(_) | Proof::Passkey { .. } => (format!("factor|{}", signed_in.account), None),
        };
        let admitted = match self.admit_attempt(&account, source, device.as_ref()).await? {
            Admission::Admitted(admitted) => admitted,
            Admission::Wait(seconds) => return Ok(Proven::Wait(seconds)),
        };
        match proof {
            Proof::Password(typed) => self.prove_password(signed_in, typed, &admitted).await,
            Proof::Code(code) => self.prove_code(signed_in, code, &admitted).await,
            Proof::Passkey {
                site,
                challenge,
                credential,
            } => {
                let proven = self.check_passkey(site, challenge, credential).await?;
                let right = proven.is_ok_and(|account| account == signed_in.account);
                let transaction = self.database.writer().await?;
                self.conclude(
                    transaction,
                    signed_in,
                    right.then_some(Strength::Passkey),
                    &admitted,
                )
                .await
            }
        }
    }

    async fn prove_password(&self, signed_in: &SignedIn, typed: &str, admitted: &Admitted) -> Result<Proven> {
        let worker = Worker::of(&mut self.database.snapshot().await?, signed_in.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        let verdict = password::verify(&password::normalise(typed), worker.password_hash.as_deref()).await?;
        let right = matches!(verdict, Verdict::Right | Verdict::RightButOld);
        let transaction = self.database.writer().await?;
        self.conclude(
            transaction,
            signed_in,
            right.then_some(Strength::Password),
            admitted,
        )
        .await
    }

    async fn prove_code(&self, signed_in: &SignedIn, code: &str, admitted: &Admitted) -> Result<Proven> {
        let mut transaction = self.database.writer().await?;
        let worker = Worker::of(&mut transaction, signed_in.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        let right = self.use_code(&mut transaction, &worker, code).await?;
        self.conclude(
            transaction,
            signed_in,
            right.then_some(Strength::SecondFactor),
            admitted,
        )
        .await
    }

    async fn conclude(
        &self,
        mut transaction: Transaction,
        signed_in: &SignedIn,
        proven: Option<Strength>,
        admitted: &Admitted,
    ) -> Result<Proven> {
        let Some(strength) = proven else {
            self.note_failure(&mut transaction, signed_in.account, "proof-failed")
                .await?;
            transaction.commit().await?;
            return Ok(Proven::Wrong);
        };
        self.forgive(&mut transaction, admitted).await?;
        let token = self.strengthen(&mut transaction, signed_in, strength).await?;
        self.note_own(
            &mut transaction,
            signed_in.account,
            "proven",
            json!({ "strength": strength.name() }),
        )
        .await?;
        transaction.commit().await?;
        Ok(Proven::Yes(token))
    }
}
