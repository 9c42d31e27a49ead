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
