//! `polku keys`.

use std::{
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use polku_desk::{
    Clock as _, OperatingSystem,
    sealing::{KeyRing, RootKey},
};
use polku_server::configuration::Configuration;

use super::say;

/// See to the root key's recovery copies
#[derive(Debug, Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    action: KeysAction,
}

#[derive(Debug, Subcommand)]
enum KeysAction {
    /// Write a copy of the root key for each escrow holder, encrypted so that only that holder can open it
    Escrow(Escrow),
    /// Open a copy as its holder would, so that it is known to work. `polku serve` starts when each was opened
    TryEscrow(TryEscrow),
}

#[derive(Debug, Args)]
struct Escrow {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// A holder's age recipient (age1…); two at least
    #[arg(long = "holder", value_name = "RECIPIENT", required = true)]
    holders: Vec<String>,
    /// The folder to write the copies to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct TryEscrow {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// The copy
    #[arg(long, value_name = "FILE")]
    copy: PathBuf,
    /// The holder's age identity file (AGE-SECRET-KEY-…)
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
}

impl Keys {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        match self.action {
            KeysAction::Escrow(escrow) => escrow.run().await,
            KeysAction::TryEscrow(tried) => tried.run().await,
        }
    }
}

impl Escrow {
    async fn run(self) -> anyhow::Result<()> {
        let ring = ring(&self.config).await?;
        std::fs::create_dir_all(&self.out).context("cannot make the folder of the copies")?;
        let system = OperatingSystem;
        let copies = ring.write_escrow(&self.holders, system.now(), &system).await?;
        for (number, copy) in (1..).zip(&copies) {
            let file = self.out.join(format!("root-key-{number}.age"));
            write_new(&file, copy).with_context(|| format!("cannot write {}", file.display()))?;
            say(&format!("{}", file.display()));
        }
        say(
            "Give each holder their copy, away from this machine, and let each try it: `polku keys try-escrow`.",
        );
        Ok(())
    }
}

impl TryEscrow {
    async fn run(self) -> anyhow::Result<()> {
        let ring = ring(&self.config).await?;
        let copy =
            std::fs::read(&self.copy).with_context(|| format!("cannot read {}", self.copy.display()))?;
        let identity = std::fs::read_to_string(&self.identity)
            .with_context(|| format!("cannot read {}", self.identity.display()))?;
        let system = OperatingSystem;
        ring.open_escrow(&copy, &identity, system.now(), &system).await?;
        let copies = ring.escrow_copies()?;
        let opened = copies.iter().filter(|copy| copy.opened_at.is_some()).count();
        say(&format!(
            "The copy opens and holds the root key. {opened} of {} were opened.",
            copies.len()
        ));
        Ok(())
    }
}

/// The ring that a configuration names; the database is not needed.
async fn ring(config: &Path) -> anyhow::Result<KeyRing> {
    let configuration = Configuration::read(config)?;
    anyhow::ensure!(
        configuration.root_key.exists(),
        "there is no root key: run `polku init` first"
    );
    let root = RootKey::read(&configuration.root_key)?;
    Ok(KeyRing::open(&configuration.key_ring, root).await?)
}

/// A copy is not laid over another one.
fn write_new(file: &Path, copy: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    file.write_all(copy)?;
    file.sync_all()
}
