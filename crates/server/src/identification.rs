//! The settings of strong electronic identification, as a configuration file has them.

use std::path::PathBuf;

use anyhow::Context as _;
use polku_web::Identification;
use serde::Deserialize;

/// The table `[identification]`: a provider of OpenID Connect. The secret is in a file of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentificationSettings {
    /// The provider's address, such as `https://tunnistus.example.fi`.
    pub issuer: String,
    /// As whom the provider knows this installation.
    pub client_id: String,
    /// The file that holds the client's secret.
    pub secret_file: PathBuf,
    /// The claim that holds the personal identity code.
    #[serde(default = "default_claim")]
    pub claim: String,
    /// The strengths of identification that are asked for and accepted; any when left out.
    #[serde(default)]
    pub acr: Vec<String>,
    /// What is asked for beside `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
}

/// The identity code's attribute as Finnish providers name it.
fn default_claim() -> String {
    "urn:oid:1.2.246.21".to_owned()
}

impl IdentificationSettings {
    /// The settings with the secret.
    ///
    /// # Errors
    /// When the secret cannot be read, or the provider would be asked without TLS.
    pub fn read(&self) -> anyhow::Result<Identification> {
        let on_this_machine =
            self.issuer.starts_with("http://localhost:") || self.issuer.starts_with("http://127.0.0.1:");
        anyhow::ensure!(
            self.issuer.starts_with("https://") || on_this_machine,
            "identification.issuer must begin with https://"
        );
        let secret = std::fs::read_to_string(&self.secret_file)
            .with_context(|| format!("cannot read {}", self.secret_file.display()))?;
        Ok(Identification {
            issuer: self.issuer.clone(),
            client_id: self.client_id.clone(),
            client_secret: secret.trim().to_owned(),
            claim: self.claim.clone(),
            acr: self.acr.clone(),
            scopes: self.scopes.clone(),
        })
    }
}
