//! One running node: a desk, its own work, and a listener.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context as _;
use polku_desk::{Clock, Desk, DeskOptions, OperatingSystem, documents::DocumentOptions, sealing::RootKey};
use polku_web::{Identification, Settings};
use tokio::net::TcpListener;

/// Where Debian's ClamAV daemon listens.
pub const DEBIANS_SCANNER: &str = "/run/clamav/clamd.ctl";

/// Where a node's things lie when everything is in one folder, as in a demo.
#[derive(Debug, Clone)]
pub struct NodeFiles {
    /// The database's URL.
    pub database: String,
    /// The key ring's file.
    pub key_ring: PathBuf,
    /// The root key's file.
    pub root_key: PathBuf,
    /// Where documents lie, and how they are looked at.
    pub documents: DocumentOptions,
}

impl NodeFiles {
    /// All in one folder, for demos and tests: the keys still in a folder of their own.
    ///
    /// # Errors
    /// When the folders cannot be made.
    pub fn in_folder(folder: &Path, database: Option<&str>) -> anyhow::Result<Self> {
        let keys = folder.join("keys");
        std::fs::create_dir_all(folder.join("database")).context("cannot make the data folder")?;
        std::fs::create_dir_all(&keys).context("cannot make the key folder")?;
        let embedded = || format!("sqlite:{}", folder.join("database").join("polku.db").display());
        Ok(Self {
            database: database.map_or_else(embedded, str::to_owned),
            key_ring: keys.join("ring.db"),
            root_key: keys.join("root.key"),
            documents: DocumentOptions {
                scanner: Some(DEBIANS_SCANNER.to_owned()),
                drop_folder: Some(folder.join("drop")),
                ..DocumentOptions::in_folder(folder.join("documents"))
            },
        })
    }
}

impl NodeFiles {
    /// Where a desk finds them.
    #[must_use]
    pub fn options(&self) -> DeskOptions {
        DeskOptions {
            database: self.database.clone(),
            key_ring: self.key_ring.clone(),
            root_key: self.root_key.clone(),
            documents: self.documents.clone(),
        }
    }
}

/// A node.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its desk.
    pub desk: Desk,
    settings: Settings,
}

impl Node {
    /// Opens a node's desk; makes the root key when there is none and `files` are new.
    ///
    /// # Errors
    /// When any of its files cannot be opened.
    pub async fn open(files: &NodeFiles, origin: &str) -> anyhow::Result<Self> {
        Self::open_with(files, origin, Arc::new(OperatingSystem)).await
    }

    /// The same with a clock of its own: for demos.
    ///
    /// # Errors
    /// When any of its files cannot be opened.
    pub async fn open_with(files: &NodeFiles, origin: &str, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        let system = OperatingSystem;
        if !files.root_key.exists() {
            anyhow::ensure!(
                !files.key_ring.exists(),
                "the key ring is there, but its root key is not"
            );
            RootKey::create(&files.root_key, &system).context("cannot make the root key")?;
        }
        let desk = Desk::open(&files.options(), clock, Arc::new(system))
            .await
            .context("cannot open the desk")?;
        let rest = origin.split_once("://").map_or(origin, |(_, rest)| rest);
        let host = rest.split([':', '/']).next().unwrap_or(rest).to_owned();
        Ok(Self {
            desk,
            settings: Settings {
                origin: origin.to_owned(),
                host,
                identification: None,
            },
        })
    }

    /// Lets a provider identify clients for the portal.
    #[must_use]
    pub fn identified_by(mut self, provider: Option<Identification>) -> Self {
        self.settings.identification = provider;
        self
    }

    /// Serves until the process is told to stop; requests under way are answered first.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn serve(self, listener: TcpListener) -> anyhow::Result<()> {
        // Before anybody is answered: who is told that it serves may stop it.
        let stop = told_to_stop();
        let keeping = self.desk.keep();
        let work = polku_casework::work(&self.desk);
        let mornings = polku_statements::reminders::keep(&self.desk);
        let watching = polku_documents::watch(&self.desk);
        let clock = polku_retention::keep(&self.desk);
        let service = crate::application(self.desk.clone(), self.settings.clone());
        let service = service.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service)
            .with_graceful_shutdown(stop)
            .await
            .context("serving failed")?;
        drop((keeping, work, mornings, watching, clock));
        // What was read in the last moments gets its place in the tree now, not at the next start.
        self.desk
            .sequence_audit()
            .await
            .context("the last audit entries wait for the next start")?;
        self.desk.database().close().await;
        Ok(())
    }
}

/// Hears from now on whether the process is told to stop, and ends when it is.
fn told_to_stop() -> impl Future<Output = ()> + Send + 'static {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = signal(SignalKind::terminate());
    async move {
        match terminate {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = tokio::signal::ctrl_c() => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(error) => {
                tracing::warn!(%error, "only Ctrl-C stops this process");
                if tokio::signal::ctrl_c().await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}
