//! `polku demo`.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use anyhow::Context as _;
use clap::Args;
use jiff::civil::Date;
use polku_desk::{Clock, OperatingSystem, ShiftedClock};
use polku_server::{Node, NodeFiles, demo, identification::IdentificationSettings};
use polku_web::Identification;
use tokio::net::TcpListener;

use super::say;

/// Start a ready system with made-up people, on this machine only
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Port on loopback
    #[arg(long, default_value_t = 8470)]
    port: u16,
    /// Folder for the data; kept between runs. Without it a fresh temporary folder is used and removed
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Database URL, sqlite:PATH or postgres://…; embedded in the data folder by default
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Which of the shipped registers
    #[arg(long, default_value = "walmu", value_parser = clap::builder::PossibleValuesParser::new(polku_profile::Profile::shipped_names().collect::<Vec<_>>()))]
    profile: String,
    /// How many made-up clients
    #[arg(long, default_value_t = 60)]
    clients: u32,
    /// The same seed makes the same people
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day that the demo takes today for, such as 2026-11-23: it looks the same whatever the weekday. Its hours and
    /// one-time codes stay real
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Where ClamAV's daemon listens: the path of its socket, or host:port
    #[arg(long, value_name = "ADDRESS")]
    virus_scanner: Option<String>,
    /// A file with the settings of a provider that identifies clients for the portal, as TOML: `issuer`, `client_id`,
    /// `secret_file`, `claim`, `acr`, `scopes`
    #[arg(long, value_name = "FILE")]
    identification: Option<PathBuf>,
    /// Write the demo's accounts to this file, as JSON
    #[arg(long, value_name = "FILE")]
    accounts: Option<PathBuf>,
}

impl Demo {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let address = SocketAddr::from(([127, 0, 0, 1], self.port));
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("port {} is taken", self.port))?;
        let port = listener.local_addr()?.port();
        let temporary = Temporary::new(self.data.as_ref())?;
        let mut files = NodeFiles::in_folder(&temporary.folder, self.database.as_deref())?;
        if self.virus_scanner.is_some() {
            files.documents.scanner.clone_from(&self.virus_scanner);
        }
        let origin = format!("http://localhost:{port}");
        let node = Node::open_with(&files, &origin, self.clock()?)
            .await?
            .identified_by(self.identified_by()?);
        let wishes = demo::Wishes {
            profile: self.profile,
            clients: self.clients,
            seed: self.seed,
        };
        let accounts = demo::prepare(&node.desk, &wishes)
            .await
            .context("the demo's data could not be made")?;
        if let Some(file) = &self.accounts {
            demo::write_accounts(file, &accounts).context("the accounts file could not be written")?;
        }
        say(&format!("\n  {origin}\n"));
        say("  role                     user name  password                one-time code secret");
        for account in &accounts {
            say(&format!(
                "  {:<24} {:<10} {:<23} {}",
                account.role, account.user_name, account.password, account.totp_secret
            ));
        }
        say("\n  Everyone here is made up. Ctrl-C stops.");
        node.serve(listener).await
    }
}

impl Demo {
    fn identified_by(&self) -> anyhow::Result<Option<Identification>> {
        let Some(file) = &self.identification else {
            return Ok(None);
        };
        let text =
            std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let settings: IdentificationSettings =
            toml::from_str(&text).with_context(|| format!("{} holds no such settings", file.display()))?;
        settings.read().map(Some)
    }

    fn clock(&self) -> anyhow::Result<Arc<dyn Clock>> {
        Ok(match self.today {
            Some(day) => Arc::new(ShiftedClock::on(day).context("no demo can be on that day")?),
            None => Arc::new(OperatingSystem),
        })
    }
}

/// The data folder; a temporary one goes when the demo ends.
struct Temporary {
    folder: PathBuf,
    removed: bool,
}

impl Temporary {
    fn new(wished: Option<&PathBuf>) -> anyhow::Result<Self> {
        let (folder, removed) = match wished {
            Some(folder) => (folder.clone(), false),
            None => (
                std::env::temp_dir().join(format!("polku-demo-{}", std::process::id())),
                true,
            ),
        };
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { folder, removed })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if self.removed
            && let Err(error) = std::fs::remove_dir_all(&self.folder)
        {
            tracing::warn!(%error, "the temporary folder stays");
        }
    }
}
