//! Signing in with a user name and a password.

use std::net::IpAddr;

use serde_json::json;

use super::{
    password::{self, Verdict},
    session::{Beginning, Standing, Strength, standing},
    throttle::{Admission, Admitted},
    worker::{self, Worker},
};
use crate::{AccountId, Desk, Result, params};

/// An attempt to sign in.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// As typed.
    pub user_name: &'a str,
    /// As typed.
    pub password: &'a str,
    /// Where the request came from.
    pub source: IpAddr,
    /// The device cookie of an earlier sign-in, if the browser has one.
    pub device_cookie: Option<&'a str>,
    /// How the browser names itself, for the worker's list of sessions.
    pub device: &'a str,
}

impl std::fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Attempt")
    }
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInAnswer {
    /// A session is open.
    Opened(OpenedSession),
    /// The name and password are not those of an account, or the account has closed: which, is not told.
    Wrong,
    /// Too many attempts: the next may be made after so many seconds. Told whether or not there is such an account.
    Wait(u32),
    /// All is right, but no right holds today.
    NoRight,
}

/// A session that was opened.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenedSession {
    /// For the session cookie.
    pub token: String,
    /// For the device cookie, which outlives the session.
    pub device_cookie: String,
    /// What the session still lacks.
    pub standing: Standing,
}

impl std::fmt::Debug for OpenedSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OpenedSession")
            .field("standing", &self.standing)
            .finish_non_exhaustive()
    }
}

impl Desk {
    /// Tries to sign in. An unknown user takes as long as a wrong password.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_in(&self, attempt: &Attempt<'_>) -> Result<SignInAnswer> {
        let user_name = worker::fold(attempt.user_name);
        let found = Worker::named(&mut self.database.snapshot().await?, &user_name).await?;
        // The cookie is checked for nobody too, so that it costs the same.
        let whose = found
            .as_ref()
            .map_or(AccountId(uuid::Uuid::nil()), |worker| worker.account);
        let device = self.known_device(whose, attempt.device_cookie).await?;
        let admitted = match self
            .admit_attempt(&format!("name|{user_name}"), attempt.source, device.as_ref())
            .await?
        {
            Admission::Admitted(admitted) => admitted,
            Admission::Wait(seconds) => return Ok(SignInAnswer::Wait(seconds)),
        };
        let typed = password::normalise(attempt.password);
        let stored = found.as_ref().and_then(|worker| worker.password_hash.as_deref());
        let verdict = password::verify(&typed, stored).await?;
        match (found, verdict) {
            (Some(worker), Verdict::Right | Verdict::RightButOld) => {
                if verdict == Verdict::RightButOld {
                    self.renew_hash(&worker, &typed).await?;
                }
                let cookie = self.device_cookie(worker.account, device.as_ref()).await?;
                self.open_for(
                    &worker,
                    Strength::Password,
                    attempt.device,
                    cookie,
                    Some(&admitted),
                )
                .await
            }
            (Some(worker), Verdict::Wrong) => {
                let mut transaction = self.database.writer().await?;
                self.note_failure(&mut transaction, worker.account, "sign-in-failed")
                    .await?;
                transaction.commit().await?;
                Ok(SignInAnswer::Wrong)
            }
            (None, _) => Ok(SignInAnswer::Wrong),
        }
    }

    /// Hashes the password anew by today's parameters, unless it was changed meanwhile.
    async fn renew_hash(&self, worker: &Worker, normalised: &str) -> Result<()> {
        let hash = password::hash(normalised, &*self.entropy).await?;
        let mut transaction = self.database.writer().await?;
        let row = params! { "id" => worker.account, "hash" => hash, "old" => worker.password_hash.clone() };
        let sql = "UPDATE account SET password_hash = :hash WHERE id = :id AND password_hash = :old";
        transaction.execute(sql, &row).await?;
        transaction.commit().await
    }

    /// Opens a session for a worker who has proven who it is.
    pub(super) async fn open_for(
        &self,
        worker: &Worker,
        strength: Strength,
        device: &str,
        device_cookie: String,
        attempt: Option<&Admitted>,
    ) -> Result<SignInAnswer> {
        let mut transaction = self.database.writer().await?;
        if let Some(attempt) = attempt {
            self.forgive(&mut transaction, attempt).await?;
        }
        let rights = self.rights_held(&mut transaction, worker.account).await?;
        if rights.is_empty() {
            transaction.commit().await?;
            return Ok(SignInAnswer::NoRight);
        }
        let standing = standing(strength, worker.has_second_factor(), &rights);
        let begin = Beginning {
            account: worker.account,
            strength,
            rights: &rights,
            standing,
            device,
        };
        let token = self.open_session(&mut transaction, &begin).await?;
        let details = json!({ "strength": strength.name() });
        self.note_own(&mut transaction, worker.account, "sign-in", details)
            .await?;
        transaction.commit().await?;
        Ok(SignInAnswer::Opened(OpenedSession {
            token,
            device_cookie,
            standing,
        }))
    }
}
