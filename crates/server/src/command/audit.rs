//! `polku audit verify`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use polku_server::{Node, configuration::Configuration};

use super::{FOUND_WANTING, bar, say, serve::files_of};

/// Check the audit log
#[derive(Debug, Args)]
pub(super) struct Audit {
    #[command(subcommand)]
    action: AuditAction,
}

#[derive(Debug, Subcommand)]
enum AuditAction {
    /// Walk every register's log and its signed checkpoints, without a running server. Exits with 3 when something is wrong
    Verify(Verify),
}

#[derive(Debug, Args)]
struct Verify {
    /// The configuration file
    #[arg(long, value_name = "FILE", required_unless_present = "data")]
    config: Option<PathBuf>,
    /// A demo's data folder, instead of a configuration
    #[arg(long, value_name = "DIR", conflicts_with = "config")]
    data: Option<PathBuf>,
    /// A folder with checkpoints that a witness kept, a file each, named in their order
    #[arg(long, value_name = "DIR")]
    witnessed: Option<PathBuf>,
}

impl Audit {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let AuditAction::Verify(verify) = self.action;
        verify.run().await
    }
}

impl Verify {
    async fn run(self) -> anyhow::Result<ExitCode> {
        let files = match (&self.config, &self.data) {
            (Some(config), _) => files_of(&Configuration::read(config)?),
            (None, Some(data)) => polku_server::NodeFiles::in_folder(data, None)?,
            (None, None) => anyhow::bail!("name a configuration or a data folder"),
        };
        anyhow::ensure!(files.root_key.exists(), "there is no installation here");
        let witnessed = self.witnessed.as_deref().map(read_checkpoints).transpose()?;
        let node = Node::open(&files, "http://localhost").await?;
        let mut sound = true;
        for register in node.desk.registers().all() {
            let bar = bar();
            let telling = |done: i64, total: i64| {
                bar.set_length(total.unsigned_abs());
                bar.set_position(done.unsigned_abs());
            };
            let verified = node
                .desk
                .verify_audit_telling(register.id, witnessed.clone(), telling);
            let report = verified.await?;
            bar.finish_and_clear();
            sound &= report.is_sound();
            say(&format!(
                "{}: {} entries, {} checkpoints agree, {} entries after the last checkpoint, {} waiting",
                report.register,
                report.ledger.entries,
                report.ledger.checkpoints,
                report.ledger.entries_after_last_checkpoint(),
                report.waiting,
            ));
            if let Some(problem) = &report.ledger.problem {
                say(&format!("  WRONG: {problem}"));
            }
            for entry in &report.altered_details {
                say(&format!(
                    "  WRONG: the details of entry {entry} are not those that were recorded"
                ));
            }
        }
        say(if sound {
            "The log is whole."
        } else {
            "The log was changed."
        });
        Ok(if sound {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(FOUND_WANTING)
        })
    }
}

fn read_checkpoints(folder: &std::path::Path) -> anyhow::Result<Vec<String>> {
    let mut files = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display())))
        .collect()
}
