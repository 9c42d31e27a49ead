//! What an account has beside its password.

use super::{session::SignedIn, worker::Worker};
use crate::{Desk, DeskError, Result};

/// What can prove a worker's identity beside the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecondFactors {
    /// Whether a telephone shows one-time codes for the account.
    pub one_time_codes: bool,
    /// How many passkeys there are.
    pub passkeys: i64,
}

impl Desk {
    /// The worker's own second factors.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the account has closed meanwhile.
    pub async fn second_factors(&self, signed_in: &SignedIn) -> Result<SecondFactors> {
        let worker = Worker::of(&mut self.database.snapshot().await?, signed_in.account)
            .await?
            .ok_or(DeskError::Hidden)?;
        Ok(SecondFactors {
            one_time_codes: worker.totp_sealed.is_some(),
            passkeys: worker.passkeys,
        })
    }
}
