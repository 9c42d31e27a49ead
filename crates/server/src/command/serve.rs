//! `polku serve`.

use std::{path::PathBuf, sync::Arc};

use anyhow::Context as _;
use clap::Args;
use polku_server::{Node, NodeFiles, configuration::Configuration, identification::IdentificationSettings};
use polku_statements::reminders::mail::Relay;
use tokio::net::TcpListener;

use super::say;

/// Serve by a configuration file
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
}

impl Serve {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let configuration = Configuration::read(&self.config)?;
        anyhow::ensure!(
            configuration.root_key.exists(),
            "there is no root key: run `polku init` first"
        );
        let files = files_of(&configuration);
        let identification = configuration.identification.as_ref();
        let identification = identification.map(IdentificationSettings::read).transpose()?;
        let node = Node::open(&files, &configuration.origin)
            .await?
            .identified_by(identification);
        node.desk.require_escrow()?;
        if let Some(mail) = &configuration.mail {
            let relay = Relay::new(mail, &configuration.origin)?;
            node.desk.open_outbox(Arc::new(relay));
        }
        let listener = TcpListener::bind(configuration.listen)
            .await
            .context("cannot listen")?;
        say(&format!(
            "polku serves {} on {}",
            configuration.origin, configuration.listen
        ));
        let ending = configuration
            .backup
            .as_ref()
            .map(|settings| polku_server::end_key_copies(&node.desk, settings));
        let served = node.serve(listener).await;
        drop(ending);
        served
    }
}

/// The files that a configuration names.
pub(super) fn files_of(configuration: &Configuration) -> NodeFiles {
    NodeFiles {
        database: configuration.database.clone(),
        key_ring: configuration.key_ring.clone(),
        root_key: configuration.root_key.clone(),
        documents: configuration.documents(),
    }
}
