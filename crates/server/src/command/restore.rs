//! `polku restore`.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use polku_desk::{
    OperatingSystem,
    backup::{Attempt, BackupError, Identities, Restored, Source, confirm, finish, former, restore},
};
use polku_server::configuration::Configuration;

use super::{FOUND_WANTING, backup::telling, bar, say, serve::files_of};

/// Bring a back-up back: it is built and checked beside the live data before that is touched. Exits with 3 when the
/// back-up is damaged, cut off, of another version or of another installation, or no identity opens it
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Restore {
    /// The configuration file
    #[arg(long, value_name = "FILE", required = true)]
    config: Option<PathBuf>,
    /// The back-up
    #[arg(long, value_name = "FILE", required = true)]
    from: Option<PathBuf>,
    /// A holder's age identity file (AGE-SECRET-KEY-…); with --keys also the one that opens that copy
    #[arg(long, value_name = "FILE", required = true)]
    identity: Vec<PathBuf>,
    /// A copy of the key ring, when the ring itself was lost
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// Only try it, all but the last step; the server may run
    #[arg(long)]
    rehearse: bool,
    #[command(subcommand)]
    action: Option<RestoreAction>,
}

#[derive(Debug, Subcommand)]
enum RestoreAction {
    /// Remove what was live before, once the restored data was found right
    Confirm(OfInstallation),
    /// Finish a restore that was cut off while data changed places
    Resume(OfInstallation),
}

#[derive(Debug, Args)]
struct OfInstallation {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
}

impl Restore {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        match (&self.action, &self.config, &self.from) {
            (Some(RestoreAction::Confirm(installation)), ..) => confirmed(installation).await,
            (Some(RestoreAction::Resume(installation)), ..) => resumed(installation).await,
            (None, Some(config), Some(from)) => self.bring(config, from).await,
            (None, ..) => anyhow::bail!("name a configuration, a back-up and an identity"),
        }
    }

    async fn bring(&self, config: &std::path::Path, from: &std::path::Path) -> anyhow::Result<ExitCode> {
        let options = files_of(&Configuration::read(config)?).options();
        let identities = Identities::read(&self.identity)?;
        let source = Source {
            file: from,
            identities: &identities,
            keys: self.keys.as_deref(),
        };
        let attempt = if self.rehearse {
            Attempt::Rehearse
        } else {
            Attempt::Restore
        };
        let system = (Arc::new(OperatingSystem), Arc::new(OperatingSystem));
        let bar = bar();
        let done = restore(&options, source, attempt, (system.0, system.1), &telling(&bar)).await;
        bar.finish_and_clear();
        match done {
            Ok(restored) => {
                tell(&restored, attempt);
                for one in former(&options).await? {
                    say(&format!("Kept from before: {one}"));
                }
                Ok(ExitCode::SUCCESS)
            }
            Err(error) if error.found_wanting() => Ok(refused(&error)),
            Err(error) => Err(error).context("nothing was restored"),
        }
    }
}

fn tell(restored: &Restored, attempt: Attempt) {
    let manifest = &restored.manifest;
    say(&format!(
        "The back-up of {} is whole: {} rows, {} documents, {} entries of the log.",
        manifest.made_at,
        manifest.all_rows(),
        manifest.documents(),
        restored.entries
    ));
    if restored.destroyed_anew > 0 {
        say(&format!(
            "People who were destroyed since, and were destroyed anew: {}.",
            restored.destroyed_anew
        ));
    }
    if attempt == Attempt::Rehearse {
        say("It was only tried: nothing was changed.");
        return;
    }
    say(
        "It is live now, and everyone has to sign in again. What was decided since is as it was then: rights that ended,",
    );
    say("tokens that were revoked, consents that were withdrawn. See to them before you serve.");
    say("`polku restore confirm` removes what was live before.");
}

#[expect(
    clippy::print_stderr,
    reason = "a command tells its user what it found wanting"
)]
fn refused(error: &BackupError) -> ExitCode {
    eprintln!("polku: {error}");
    ExitCode::from(FOUND_WANTING)
}

async fn confirmed(installation: &OfInstallation) -> anyhow::Result<ExitCode> {
    let options = files_of(&Configuration::read(&installation.config)?).options();
    let gone = confirm(&options).await?;
    for one in &gone {
        say(&format!("Removed: {one}"));
    }
    if gone.is_empty() {
        say("Nothing is kept from before a restore.");
    }
    Ok(ExitCode::SUCCESS)
}

async fn resumed(installation: &OfInstallation) -> anyhow::Result<ExitCode> {
    let options = files_of(&Configuration::read(&installation.config)?).options();
    say(if finish(&options).await? {
        "The restore is finished."
    } else {
        "No restore was cut off."
    });
    Ok(ExitCode::SUCCESS)
}
