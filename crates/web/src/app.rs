//! What all handlers share.

use std::sync::{Arc, OnceLock};

use polku_desk::Desk;

use crate::RouteEntry;

/// Settings of the serving side.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where browsers find this server, such as `http://localhost:8470`.
    pub origin: String,
    /// The name of this server for passkeys: the host of the origin.
    pub host: String,
    /// Who identifies clients strongly for the portal; without it they come in with codes only.
    pub identification: Option<Identification>,
}

/// A provider of strong electronic identification that the portal trusts (OpenID Connect).
#[derive(Clone)]
pub struct Identification {
    /// The provider's address, at which its configuration is found.
    pub issuer: String,
    /// As whom the provider knows this installation.
    pub client_id: String,
    /// What proves it.
    pub client_secret: String,
    /// The claim that holds the personal identity code.
    pub claim: String,
    /// Which strengths of identification are asked for and accepted; any when none is named.
    pub acr: Vec<String>,
    /// What is asked for beside `openid`.
    pub scopes: Vec<String>,
}

impl std::fmt::Debug for Identification {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Identification")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

/// The state of the application. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    /// The desk.
    pub desk: Desk,
    /// The settings.
    pub settings: Arc<Settings>,
    /// The route table, known once it is complete.
    pub(crate) table: Arc<OnceLock<Vec<RouteEntry>>>,
}

impl App {
    /// An application at a desk.
    #[must_use]
    pub fn new(desk: Desk, settings: Settings) -> Self {
        Self {
            desk,
            settings: Arc::new(settings),
            table: Arc::default(),
        }
    }

    /// The route table: for the OpenAPI document and the main user's page.
    #[must_use]
    pub fn table(&self) -> &[RouteEntry] {
        self.table.get().map_or(&[], Vec::as_slice)
    }
}
