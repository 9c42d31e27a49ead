//! `polku import`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::Context as _;
use clap::Args;
use indicatif::ProgressBar;
use polku_casework::import::{Asked, Outcome, Purpose, Summary, Told, import_file};
use polku_desk::{Desk, DeskError, RegisterId, Visitor};
use polku_pages::{Locale, Texts};
use polku_server::{Node, NodeFiles, configuration::Configuration};
use polku_web::Failure;

use super::{FOUND_WANTING, bar, say, serve::files_of};

/// Import clients, attendance and diaries from a CSV or XLSX file: all of it or nothing. Exits with 3 when rows were kept
/// out or something has to be decided first
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file
    file: PathBuf,
    /// The configuration file
    #[arg(long, value_name = "FILE", required_unless_present = "data")]
    config: Option<PathBuf>,
    /// A demo's data folder, instead of a configuration
    #[arg(long, value_name = "DIR", conflicts_with = "config")]
    data: Option<PathBuf>,
    /// The register's short name; needed when there are several
    #[arg(long)]
    register: Option<String>,
    /// The user name of the main user in whose name the file is imported; the log tells that it was done from here
    #[arg(long)]
    user: String,
    /// What the old system is called: its clients are known again by this and their numbers
    #[arg(long)]
    system: String,
    /// Why the file's special-category fields are necessary, for all of them
    #[arg(long, value_name = "REASON")]
    necessity: Option<String>,
    /// Only tell what would come in
    #[arg(long)]
    dry_run: bool,
    /// Write everything that is to be said of the rows to this file, as CSV
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// The language of the report: fi, sv or en
    #[arg(long, default_value = "fi", value_parser = ["fi", "sv", "en"])]
    language: String,
}

impl Import {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let bytes =
            std::fs::read(&self.file).with_context(|| format!("cannot read {}", self.file.display()))?;
        let node = self.open().await?;
        let visitor = self.visitor(&node.desk).await?;
        let texts = Texts::new(Locale::parse(&self.language).unwrap_or_default());
        let asked = Asked {
            system: self.system.clone(),
            necessity: self.necessity.clone(),
            purpose: if self.dry_run {
                Purpose::Rehearse
            } else {
                Purpose::Bring
            },
        };
        let bar = bar();
        let answered = import_file(&node.desk, visitor, &asked, bytes, texts, telling(&bar)).await;
        bar.finish_and_clear();
        node.desk.sequence_audit().await?;
        match answered.map_err(|failure| in_words(failure, texts))? {
            Outcome::Undecided(sentences) => {
                say("Nothing was imported. Decide first, on the page or with --necessity:");
                for sentence in sentences {
                    say(&format!("  {sentence}"));
                }
                Ok(ExitCode::from(FOUND_WANTING))
            }
            Outcome::Told(summary) => self.tell(&summary),
        }
    }

    async fn open(&self) -> anyhow::Result<Node> {
        if let Some(folder) = &self.data {
            anyhow::ensure!(
                folder.join("keys").exists(),
                "there is no demo in {}",
                folder.display()
            );
            return Node::open(&NodeFiles::in_folder(folder, None)?, "http://localhost").await;
        }
        let file = self.config.as_deref().unwrap_or(Path::new("polku.toml"));
        let configuration = Configuration::read(file)?;
        anyhow::ensure!(
            configuration.root_key.exists(),
            "there is no root key: run `polku init` first"
        );
        Node::open(&files_of(&configuration), &configuration.origin).await
    }

    async fn visitor(&self, desk: &Desk) -> anyhow::Result<Visitor> {
        let register = self.register(desk)?;
        let visitor = desk
            .main_user_at_console(register, &self.user, "polku import")
            .await?;
        visitor.with_context(|| format!("{} is not a main user of the register today", self.user))
    }

    fn register(&self, desk: &Desk) -> anyhow::Result<RegisterId> {
        let registers = desk.registers().all();
        match (&self.register, registers.as_slice()) {
            (None, [only]) => Ok(only.id),
            (None, _) => anyhow::bail!("say with --register which register"),
            (Some(key), all) => all
                .iter()
                .find(|register| register.key == *key)
                .map(|register| register.id)
                .with_context(|| format!("there is no register {key}")),
        }
    }

    fn tell(&self, summary: &Summary) -> anyhow::Result<ExitCode> {
        let done = if self.dry_run {
            "would be imported"
        } else {
            "imported"
        };
        for sheet in &summary.sheets {
            say(&format!(
                "{}: {} rows: {} {done}, {} in the register already, {} kept out",
                sheet.name, sheet.rows, sheet.imported, sheet.known, sheet.refused
            ));
        }
        match &self.report {
            Some(file) => {
                std::fs::write(file, &summary.report)
                    .with_context(|| format!("cannot write {}", file.display()))?;
            }
            None => say("Each row's reason is in the report: --report FILE"),
        }
        let kept_out = summary.sheets.iter().any(|sheet| sheet.refused > 0);
        Ok(if kept_out {
            ExitCode::from(FOUND_WANTING)
        } else {
            ExitCode::SUCCESS
        })
    }
}

fn telling(bar: &ProgressBar) -> Told {
    let bar = bar.clone();
    Arc::new(move |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    })
}

/// What went wrong, in the words of the page where it has some.
fn in_words(failure: Failure, texts: Texts) -> anyhow::Error {
    match &failure {
        Failure::Invalid(fields) => {
            let said: Vec<String> = fields.iter().map(|field| texts.t(field.key)).collect();
            anyhow::anyhow!("nothing was imported. {}", said.join(" "))
        }
        Failure::Desk(DeskError::Refused(key)) => anyhow::anyhow!("nothing was imported. {}", texts.t(key)),
        _ => anyhow::Error::from(failure).context("nothing was imported"),
    }
}
