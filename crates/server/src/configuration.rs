//! The configuration file of `polku serve`.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use polku_desk::{
    backup::Holders,
    documents::{BucketOptions, DocumentOptions},
};
use polku_statements::reminders::mail::MailSettings;
use serde::Deserialize;

use crate::{identification::IdentificationSettings, node::DEBIANS_SCANNER};

/// What a production node needs to know. Keys are in files of their own, never here.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Configuration {
    /// Where browsers find the service, such as `https://polku.example.fi`.
    pub origin: String,
    /// Where the node listens; TLS ends before it.
    #[serde(default = "default_listen")]
    pub listen: SocketAddr,
    /// `sqlite:/var/lib/polku/polku.db` or `postgres://…`.
    pub database: String,
    /// The key ring's file, apart from the database.
    pub key_ring: PathBuf,
    /// The root key's file, or a systemd credential.
    pub root_key: PathBuf,
    /// The mail relay for reminders; without it no mail is sent.
    #[serde(default)]
    pub mail: Option<MailSettings>,
    /// Who identifies clients strongly for the portal; without it they come in with codes only.
    #[serde(default)]
    pub identification: Option<IdentificationSettings>,
    /// The folder of documents' sealed content; beside an embedded database when it is left out.
    pub documents: Option<PathBuf>,
    /// A bucket of an S3-compatible store for that content; the folder then holds only what is coming in.
    #[serde(default)]
    pub document_bucket: Option<BucketOptions>,
    /// Where ClamAV's daemon listens: the path of its socket, or `host:port`.
    #[serde(default = "default_scanner")]
    pub virus_scanner: String,
    /// A folder in which scanners and mail leave files; none when it is left out.
    pub drop_folder: Option<PathBuf>,
    /// The most megabytes of a document.
    #[serde(default = "default_megabytes")]
    pub largest_document_megabytes: u64,
    /// Who holds back-ups and copies of the key ring; without it none are made.
    #[serde(default)]
    pub backup: Option<BackupSettings>,
}

/// For whom back-ups are made. The holders' own keys are not on this machine.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupSettings {
    /// Who opens back-ups of the data, by their age recipients (`age1…`).
    pub holders: Vec<String>,
    /// Who opens copies of the key ring: others.
    pub key_holders: Vec<String>,
    /// Where copies of the key ring go, and from where they are removed when they end.
    pub key_folder: PathBuf,
    /// For how many days a copy of the key ring counts: as long, what was erased stays readable in old back-ups.
    #[serde(default = "default_key_days")]
    pub key_days: u16,
}

impl BackupSettings {
    /// The most days for which copies of the key ring may count.
    pub const MOST_KEY_DAYS: u16 = 365;

    /// Who opens back-ups of the data.
    ///
    /// # Errors
    /// When somebody is no recipient.
    pub fn holders(&self) -> anyhow::Result<Holders> {
        Ok(Holders::parse(&self.holders)?)
    }

    /// Who opens copies of the key ring.
    ///
    /// # Errors
    /// When somebody is no recipient.
    pub fn key_holders(&self) -> anyhow::Result<Holders> {
        Ok(Holders::parse(&self.key_holders)?)
    }

    fn check(&self) -> anyhow::Result<()> {
        let (holders, key_holders) = (self.holders()?, self.key_holders()?);
        anyhow::ensure!(
            !holders.overlap(&key_holders),
            "backup: a holder of back-ups must not hold copies of the key ring too: whoever has both can read everything"
        );
        anyhow::ensure!(
            (1..=Self::MOST_KEY_DAYS).contains(&self.key_days),
            "backup: key_days is from 1 to {}",
            Self::MOST_KEY_DAYS
        );
        Ok(())
    }
}

fn default_key_days() -> u16 {
    30
}

fn default_scanner() -> String {
    DEBIANS_SCANNER.to_owned()
}

fn default_megabytes() -> u64 {
    50
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8470))
}

impl Configuration {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read or has a key that is unknown or missing: says which.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let configuration: Self =
            toml::from_str(&text).with_context(|| format!("{} is not a configuration", path.display()))?;
        anyhow::ensure!(
            configuration.origin.starts_with("https://")
                || configuration.origin.starts_with("http://localhost"),
            "origin must begin with https:// (cookies are for secure transport only)"
        );
        anyhow::ensure!(
            configuration.documents.is_some() || configuration.database.starts_with("sqlite:"),
            "documents must name a folder where the database is not embedded"
        );
        if let Some(bucket) = &configuration.document_bucket {
            bucket.check()?;
        }
        anyhow::ensure!(
            !configuration
                .key_ring
                .starts_with(configuration.database_folder()),
            "key_ring must not lie in the database's folder: a copy of that folder would hold the keys too"
        );
        if let Some(backup) = &configuration.backup {
            backup.check()?;
        }
        Ok(configuration)
    }

    fn database_folder(&self) -> PathBuf {
        let path = self.database.strip_prefix("sqlite:").unwrap_or("/nowhere/else");
        Path::new(path)
            .parent()
            .unwrap_or(Path::new("/nowhere/else"))
            .to_owned()
    }

    /// Where documents lie, and how they are looked at.
    #[must_use]
    pub fn documents(&self) -> DocumentOptions {
        let beside = || self.database_folder().join("documents");
        DocumentOptions {
            folder: self.documents.clone().unwrap_or_else(beside),
            bucket: self.document_bucket.clone(),
            scanner: Some(self.virus_scanner.clone()).filter(|address| !address.is_empty()),
            drop_folder: self.drop_folder.clone(),
            largest: self.largest_document_megabytes * 1024 * 1024,
        }
    }

    /// The host of the origin: what passkeys are bound to.
    #[must_use]
    pub fn host(&self) -> String {
        let rest = self
            .origin
            .split_once("://")
            .map_or(self.origin.as_str(), |(_, rest)| rest);
        rest.split([':', '/']).next().unwrap_or(rest).to_owned()
    }
}
