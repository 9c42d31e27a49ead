//! Passkeys as they are stored.

use webauthn_rs::prelude::Passkey;

use crate::{
    AccountId, Desk, Result,
    database::{Row, Transaction},
    ids::PasskeyId,
    params,
};

fn place(id: PasskeyId) -> Vec<u8> {
    format!("passkey|{id}").into_bytes()
}

impl Desk {
    pub(super) async fn passkeys_of(
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

    pub(super) async fn seal_passkey(&self, id: PasskeyId, passkey: &Passkey) -> Result<Vec<u8>> {
        let key = self.ring.installation("passkey", &*self.entropy).await?;
        Ok(key.seal(&place(id), &serde_json::to_vec(passkey)?, &*self.entropy))
    }

    pub(super) async fn open_passkey(&self, row: &Row) -> Result<(PasskeyId, Passkey)> {
        let key = self.ring.installation("passkey", &*self.entropy).await?;
        let id: PasskeyId = row.get("id")?;
        let plain = key.open(&place(id), &row.get::<Vec<u8>>("credential_sealed")?)?;
        Ok((id, serde_json::from_slice(&plain)?))
    }
}
