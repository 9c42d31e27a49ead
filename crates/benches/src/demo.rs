//! The program under measure.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::{Wishes, http::Http, report::Report};

/// How long a start on finished data may take before it counts as failed.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long the making of a large demo may take.
const LONG_PATIENCE: Duration = Duration::from_hours(1);

/// An account of the demo.
#[derive(Clone, Debug, Deserialize)]
pub struct Account {
    /// What is typed to sign in.
    pub user_name: String,
    /// The password.
    pub password: String,
    /// The secret of one-time codes, base32.
    pub totp_secret: String,
    /// The token of a program.
    pub api_token: String,
}

/// A demo that serves.
pub struct Demo {
    child: Child,
    accounts: Vec<Account>,
    /// Where it listens.
    pub port: u16,
    /// How long it took until it answered.
    pub started_in: Duration,
}

/// Where the demo's data lies; one folder for each size.
pub fn folder(wishes: &Wishes) -> PathBuf {
    wishes.data.join(format!("demo-{}", wishes.clients))
}

/// Measures a first start with the default data.
pub fn start_with_default_data(wishes: &Wishes, report: &mut Report) -> Result<()> {
    let folder = wishes.data.join("demo-default");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let demo = Demo::start(&wishes.polku, &folder, 60)?;
    report.fact(
        "a new demo with its default data answers after (≤ 3 s)",
        format!("{} ms", demo.started_in.as_millis()),
    );
    demo.stop()
}

/// Makes the large demo, unless an earlier run has.
pub fn make(wishes: &Wishes, report: &mut Report) -> Result<()> {
    let (folder, done) = (folder(wishes), folder(wishes).join("made"));
    if done.exists() {
        return Ok(());
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let demo = Demo::start_within(&wishes.polku, &folder, wishes.clients, LONG_PATIENCE)?;
    report.fact(
        &format!(
            "making {} clients with all that is written about them",
            wishes.clients
        ),
        format!("{:.0} s", demo.started_in.as_secs_f64()),
    );
    report.fact(
        "memory of the making process at its highest",
        format!("{} MiB", demo.highest_memory()? / 1024),
    );
    demo.stop()?;
    Ok(std::fs::write(done, "")?)
}

impl Demo {
    /// Starts on a folder and waits until it answers.
    ///
    /// # Errors
    /// When it does not answer in time.
    pub fn start(polku: &Path, folder: &Path, clients: u32) -> Result<Self> {
        Self::start_within(polku, folder, clients, PATIENCE)
    }

    /// The same with a virus scanner at an address; at none when that is empty.
    ///
    /// # Errors
    /// When it does not answer in time.
    pub fn start_scanned(polku: &Path, folder: &Path, clients: u32, scanner: &str) -> Result<Self> {
        Self::start_with(polku, folder, clients, PATIENCE, &["--virus-scanner", scanner])
    }

    fn start_within(polku: &Path, folder: &Path, clients: u32, patience: Duration) -> Result<Self> {
        Self::start_with(polku, folder, clients, patience, &[])
    }

    fn start_with(
        polku: &Path,
        folder: &Path,
        clients: u32,
        patience: Duration,
        more: &[&str],
    ) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let port = free_port()?;
        let accounts = folder.join("accounts.json");
        if accounts.exists() {
            std::fs::remove_file(&accounts)?;
        }
        let begun = Instant::now();
        let child = Command::new(polku)
            .args([
                "demo",
                "--port",
                &port.to_string(),
                "--clients",
                &clients.to_string(),
            ])
            .arg("--data")
            .arg(folder)
            .arg("--accounts")
            .arg(&accounts)
            .args(more)
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("{} can't be started", polku.display()))?;
        let mut demo = Self {
            child,
            accounts: Vec::new(),
            port,
            started_in: Duration::ZERO,
        };
        demo.wait(begun + patience)?;
        demo.started_in = begun.elapsed();
        demo.accounts = serde_json::from_slice(&std::fs::read(&accounts)?)?;
        Ok(demo)
    }

    fn wait(&mut self, until: Instant) -> Result<()> {
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait()? {
                bail!("the demo ended: {status}");
            }
            if let Ok(answer) = Http::to(self.port).and_then(|mut http| http.get("/healthz", &[]))
                && answer.status == 200
            {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        bail!("the demo does not answer in time")
    }

    /// A worker's account.
    ///
    /// # Errors
    /// When the demo has none of that name.
    pub fn account(&self, user_name: &str) -> Result<&Account> {
        let account = self
            .accounts
            .iter()
            .find(|account| account.user_name == user_name);
        account.with_context(|| format!("the demo has no {user_name}"))
    }

    /// The most memory that the process ever held, in KiB.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn highest_memory(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        Ok(number.context("no VmHWM")?.parse()?)
    }

    /// Asks it to stop, and waits until it has.
    ///
    /// # Errors
    /// When it ends with a failure.
    pub fn stop(mut self) -> Result<()> {
        let told = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()?;
        ensure!(told.success(), "the demo can't be stopped");
        let status = self.child.wait()?;
        ensure!(status.success(), "the demo ended: {status}");
        Ok(())
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) && self.child.kill().is_ok() {
            drop(self.child.wait());
        }
    }
}

fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
