//! The link by which a worker takes the account into use: sets a password, and a second factor with it.

use jiff::SignedDuration;
use serde_json::json;

use super::{
    password::Company, second_factor::TotpOffer, secret, session::Strength, sign_in::SignInAnswer,
    worker::Worker,
};
use crate::{AccountId, Desk, DeskError, Result, Visit, database::Transaction, params};

/// How long a link waits for its worker.
const LIFE: SignedDuration = SignedDuration::from_hours(24 * 7);

/// For whom an enrolment link is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The user name.
    pub user_name: String,
    /// As colleagues know the worker.
    pub display_name: String,
}

/// The first code of the secret that [`Desk::start_enrolment_totp`] offered.
#[derive(Clone, Copy)]
pub struct EnrolmentProof<'a> {
    /// The offer's challenge.
    pub challenge: &'a str,
    /// The code that the telephone shows.
    pub code: &'a str,
}

impl std::fmt::Debug for EnrolmentProof<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EnrolmentProof")
    }
}

/// Whatever could still act for an account whose worker starts anew.
const FORGOTTEN: [&str; 5] = [
    "UPDATE account SET password_hash = NULL, totp_sealed = NULL, version = version + 1 WHERE id = :account",
    "DELETE FROM session WHERE account = :account",
    "DELETE FROM passkey WHERE account = :account",
    "DELETE FROM proof_challenge WHERE account = :account",
    "UPDATE api_token SET revoked_at = :now WHERE account = :account AND revoked_at IS NULL",
];

impl Visit {
    /// Lets a worker start anew after losing the password or the second factor: both are forgotten, all sessions and
    /// tokens end, and a new link's token is answered. Told in the log of every register that the worker has rights in.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the account has no right in this register, now or later.
    pub async fn renew_enrolment(&self, account: AccountId) -> Result<String> {
        self.as_main_user()?;
        let mut transaction = self.desk.database.writer().await?;
        let sql = "SELECT DISTINCT register FROM access_right WHERE account = :account AND (valid_until IS NULL OR valid_until >= :today)";
        let asked = params! { "account" => account, "today" => self.today(), "now" => self.now() };
        let rows = transaction.fetch(sql, &asked).await?;
        let registers = rows
            .iter()
            .map(|row| row.get("register"))
            .collect::<Result<Vec<_>>>()?;
        if !registers.contains(&self.register()) {
            return Err(DeskError::Hidden);
        }
        for sql in FORGOTTEN {
            transaction.execute(sql, &asked).await?;
        }
        let token = self.desk.issue_enrolment(&mut transaction, account).await?;
        let details = json!({ "account": account });
        self.note_account(&mut transaction, "enrolment-renewed", details.clone())
            .await?;
        for register in registers
            .into_iter()
            .filter(|register| *register != self.register())
        {
            self.desk
                .note_elsewhere(
                    &mut transaction,
                    self.account(),
                    register,
                    "enrolment-renewed",
                    details.clone(),
                )
                .await?;
        }
        transaction.commit().await?;
        Ok(token)
    }
}

impl Desk {
    /// Makes a new link's token; the account's earlier links die.
    pub(super) async fn issue_enrolment(
        &self,
        transaction: &mut Transaction,
        account: AccountId,
    ) -> Result<String> {
        let token = secret::new_token(&*self.entropy);
        let now = self.clock.now();
        let row = params! { "hash" => secret::hash(&token), "account" => account, "now" => now, "expires" => now + LIFE };
        transaction
            .execute("DELETE FROM enrolment WHERE account = :account", &row)
            .await?;
        let sql = "INSERT INTO enrolment (token_hash, account, created_at, expires_at) VALUES (:hash, :account, :now, :expires)";
        transaction.execute(sql, &row).await?;
        Ok(token)
    }

    async fn enrolling(&self, transaction: &mut Transaction, token: &str) -> Result<Option<Worker>> {
        let asked = params! { "hash" => secret::hash(token), "now" => self.clock.now() };
        let sql = "SELECT account FROM enrolment WHERE token_hash = :hash AND expires_at > :now";
        match transaction.fetch_one(sql, &asked).await? {
            Some(row) => Worker::of(transaction, row.get("account")?).await,
            None => Ok(None),
        }
    }

    /// For whom a link is; `None` when it is used, too old, or nobody's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn enrolment(&self, token: &str) -> Result<Option<Enrolment>> {
        let worker = self
            .enrolling(&mut self.database.snapshot().await?, token)
            .await?;
        Ok(worker.map(|worker| Enrolment {
            user_name: worker.user_name,
            display_name: worker.display_name,
        }))
    }

    /// Offers a one-time secret to whoever holds the link.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the link does not work any more.
    pub async fn start_enrolment_totp(&self, token: &str) -> Result<TotpOffer> {
        let mut transaction = self.database.writer().await?;
        let worker = self
            .enrolling(&mut transaction, token)
            .await?
            .ok_or(DeskError::Hidden)?;
        let offer = self
            .offer_totp(&mut transaction, worker.account, &worker.user_name)
            .await?;
        transaction.commit().await?;
        Ok(offer)
    }

    /// Takes the account into use and signs its worker in. Without a one-time code the password must be long enough to
    /// stand alone.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the link does not work any more, [`DeskError::Refused`] with what is wrong with the
    /// password or code: the link still works then.
    pub async fn complete_enrolment(
        &self,
        token: &str,
        password: &str,
        second_factor: Option<EnrolmentProof<'_>>,
        device: &str,
    ) -> Result<SignInAnswer> {
        let mut snapshot = self.database.snapshot().await?;
        let worker = self
            .enrolling(&mut snapshot, token)
            .await?
            .ok_or(DeskError::Hidden)?;
        let company = if second_factor.is_some() {
            Company::SecondFactor
        } else {
            Company::Alone
        };
        let hash = self.accepted(&mut snapshot, &worker, password, company).await?;
        drop(snapshot);
        let mut transaction = self.database.writer().await?;
        let row = params! { "account" => worker.account, "hash" => hash, "token" => secret::hash(token) };
        if transaction
            .execute("DELETE FROM enrolment WHERE token_hash = :token", &row)
            .await?
            == 0
        {
            return Err(DeskError::Hidden);
        }
        transaction
            .execute(
                "UPDATE account SET password_hash = :hash WHERE id = :account",
                &row,
            )
            .await?;
        let mut strength = Strength::Password;
        if let Some(proof) = second_factor {
            self.accept_offered(&mut transaction, worker.account, proof.challenge, proof.code)
                .await?;
            strength = Strength::SecondFactor;
        }
        let details = json!({ "strength": strength.name() });
        self.note_own(&mut transaction, worker.account, "enrolled", details)
            .await?;
        transaction.commit().await?;
        let cookie = self.device_cookie(worker.account, None).await?;
        let worker = Worker::of(&mut self.database.snapshot().await?, worker.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        self.open_for(&worker, strength, device, cookie, None).await
    }
}
