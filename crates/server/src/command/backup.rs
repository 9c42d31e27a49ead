//! `polku backup`.

use std::{path::PathBuf, sync::Arc};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use indicatif::ProgressBar;
use polku_desk::{
    Clock as _, OperatingSystem,
    backup::{Telling, back_up, copy_keys, forget_expired_copies},
};
use polku_server::configuration::{BackupSettings, Configuration};

use super::{bar, say, serve::files_of};

/// Copy the data, encrypted for its holders, while the server runs
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Backup {
    /// The configuration file
    #[arg(long, value_name = "FILE", required = true)]
    config: Option<PathBuf>,
    /// The folder to write the back-up to
    #[arg(long, value_name = "FOLDER", required = true)]
    to: Option<PathBuf>,
    #[command(subcommand)]
    action: Option<BackupAction>,
}

#[derive(Debug, Subcommand)]
enum BackupAction {
    /// Copy the key ring, encrypted for other holders, and remove copies that have ended
    Keys(Keys),
}

#[derive(Debug, Args)]
struct Keys {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// Another folder than the configuration's `key_folder`; nobody removes what ends there but this command
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

impl Backup {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        match (self.action, self.config, self.to) {
            (Some(BackupAction::Keys(keys)), ..) => keys.run().await,
            (None, Some(config), Some(to)) => data(&config, &to).await,
            (None, ..) => anyhow::bail!("name a configuration and a folder"),
        }
    }
}

async fn data(config: &std::path::Path, to: &std::path::Path) -> anyhow::Result<()> {
    let configuration = Configuration::read(config)?;
    let settings = settings_of(&configuration)?;
    let options = files_of(&configuration).options();
    let system = OperatingSystem;
    let bar = bar();
    let made = back_up(
        &options,
        (&system, &system),
        &settings.holders()?,
        to,
        &telling(&bar),
    )
    .await;
    bar.finish_and_clear();
    let made = made.context("there is no back-up")?;
    say(&format!("{}", made.file.display()));
    say(&format!(
        "It holds {} rows and {} documents of {}.",
        made.manifest.all_rows(),
        made.manifest.documents(),
        made.manifest.made_at
    ));
    let ended = forget_expired_copies(&settings.key_folder, system.today(), settings.key_days)?;
    tell_ended(ended.len());
    Ok(())
}

impl Keys {
    async fn run(self) -> anyhow::Result<()> {
        let configuration = Configuration::read(&self.config)?;
        let settings = settings_of(&configuration)?;
        let options = files_of(&configuration).options();
        let to = self.to.as_deref().unwrap_or(&settings.key_folder);
        let system = OperatingSystem;
        let copied = copy_keys(
            &options,
            (&system, &system),
            &settings.key_holders()?,
            to,
            settings.key_days,
        )
        .await
        .context("there is no copy of the key ring")?;
        say(&format!("{}", copied.copy.file.display()));
        say(&format!("It counts until {}.", copied.copy.until));
        let elsewhere = forget_expired_copies(&settings.key_folder, system.today(), settings.key_days)?;
        tell_ended(copied.ended + elsewhere.len());
        Ok(())
    }
}

fn settings_of(configuration: &Configuration) -> anyhow::Result<&BackupSettings> {
    configuration
        .backup
        .as_ref()
        .context("the configuration has no [backup]: name there for whom back-ups are made")
}

fn tell_ended(number: usize) {
    if number > 0 {
        say(&format!(
            "Copies of the key ring that had ended and were removed: {number}."
        ));
    }
}

/// Moves a bar.
pub(super) fn telling(bar: &ProgressBar) -> Telling {
    let bar = bar.clone();
    Arc::new(move |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    })
}
