//! A strong identification under way: what was asked of the provider, kept until its answer comes, and works once.

use serde::{Serialize, de::DeserializeOwned};

use crate::{Desk, Result};

/// The kind of these challenges.
const KIND: &str = "portal-identification";

impl Desk {
    /// Keeps what was asked; answers the token that the browser carries in a cookie.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep_identification<T: Serialize + Sync>(&self, asked: &T) -> Result<String> {
        let state = serde_json::to_vec(asked)?;
        let mut transaction = self.database.writer().await?;
        let token = self.keep_challenge(&mut transaction, None, KIND, &state).await?;
        transaction.commit().await?;
        Ok(token)
    }

    /// What was asked with this token, once; none when it is too old, used, or never was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_identification<T: DeserializeOwned>(&self, token: &str) -> Result<Option<T>> {
        let mut transaction = self.database.writer().await?;
        let kept = self.take_challenge(&mut transaction, KIND, token).await?;
        transaction.commit().await?;
        Ok(kept.map(|kept| serde_json::from_slice(&kept.state)).transpose()?)
    }
}
