//! Signing in a register's name with keys of its own, one for each use: what others must be able to check later.

use polku_ledger::StatementSigner;

use crate::{Desk, DeskError, RegisterId, Result, Visit, register::Register};

impl Desk {
    /// The name by which a register signs for a use, such as `polku/paja/agreements`.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such register.
    pub fn signing_name(&self, register: RegisterId, used_for: &str) -> Result<String> {
        Ok(name(&self.registers.get(register)?, used_for))
    }

    /// The key that checks what a register has signed for a use, in the standard text of signed notes. For anyone.
    ///
    /// # Errors
    /// When there is no such register, or the key ring fails.
    pub async fn signing_verifier(&self, register: RegisterId, used_for: &str) -> Result<String> {
        Ok(self.register_signer(register, used_for).await?.verifier_key())
    }

    async fn register_signer(&self, register: RegisterId, used_for: &str) -> Result<StatementSigner> {
        let register = self.registers.get(register)?;
        let seed = self
            .ring
            .installation(&format!("{used_for}/{}", register.key), &*self.entropy)
            .await?;
        StatementSigner::from_seed(&name(&register, used_for), seed.bytes())
            .map_err(|error| DeskError::Configuration(error.to_string()))
    }
}

impl Visit {
    /// Signs a text in the name of the visit's register.
    ///
    /// # Errors
    /// When the key ring fails, or a note cannot hold the text.
    pub async fn sign_in_name_of_register(&self, used_for: &str, text: &str) -> Result<String> {
        let signer = self.desk.register_signer(self.register(), used_for).await?;
        signer
            .sign(text)
            .map_err(|error| DeskError::Configuration(error.to_string()))
    }
}

fn name(register: &Register, used_for: &str) -> String {
    format!("polku/{}/{used_for}", register.key)
}
