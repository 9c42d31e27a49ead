//! A ClamAV daemon of the tests' own: on a private socket, with two signatures of ours.
//!
//! Real signatures come over a network that a test must not need. What a daemon does with a signature is the same: the
//! one for EICAR, which is a virus by agreement only, is written here by its bytes, wherever in a file they stand.

use crate::command::{command, find, temporary_folder};
use crate::progress;
use anyhow::{Context, Result, bail};
use std::fmt::Write as _;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// How long the daemon may take until it listens.
const PATIENCE: Duration = Duration::from_mins(1);

/// What is known as EICAR, in two halves: a scanner that looks through this file finds nothing.
const EICAR: [&str; 2] = [
    r"X5O!P%@AP[4\PZX54(P^)7CC)7}",
    "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
];
/// Something that is found and harmless by any name.
const HARMLESS: &str = "POLKU-TEST-SIGNATURE-OF-NOTHING-BAD";

/// Runs the daemon for as long as its own standard input stays open, then stops it and removes its folder: so neither
/// Ctrl-C nor a kill leaves either behind. `$1` folder, `$2` the daemon.
const KEEPER: &str = r#"
folder=$1 clamd=$2
trap 'rm -rf "$folder"' EXIT
"$clamd" --config-file="$folder/clamd.conf" >"$folder/log" 2>&1 </dev/null &
daemon=$!
cat >/dev/null
kill -TERM $daemon 2>/dev/null
wait $daemon
"#;

/// A running daemon; it stops, and its folder goes, when this is dropped.
pub struct Clamav {
    keeper: Child,
    socket: PathBuf,
}

impl Clamav {
    /// Starts a daemon and waits until it listens.
    ///
    /// # Errors
    /// When it can't be started, or doesn't listen in time; with what it said.
    pub fn start() -> Result<Self> {
        let doing = progress::begin("start ClamAV");
        let started = Self::start_quietly();
        doing.done(started.is_ok());
        started
    }

    fn start_quietly() -> Result<Self> {
        let clamd = program().context("ClamAV's daemon isn't installed")?;
        let folder = temporary_folder("clamav")?;
        furnish(&folder)?;
        let mut keeper = command("sh", &["-c", KEEPER, "keeper"]);
        keeper.args([&folder, &clamd]);
        keeper.stdin(Stdio::piped()).process_group(0);
        let keeper = keeper.spawn().context("ClamAV's keeper can't be started")?;
        let mut clamav = Self {
            keeper,
            socket: folder.join("clamd.sock"),
        };
        clamav.wait_until_ready(&folder)?;
        Ok(clamav)
    }

    /// The path of its socket.
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    fn wait_until_ready(&mut self, folder: &Path) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if UnixStream::connect(&self.socket).is_ok() {
                return Ok(());
            }
            if let Some(status) = self.keeper.try_wait()? {
                bail!("ClamAV couldn't be started: {status}");
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(folder.join("log")).unwrap_or_else(|error| error.to_string());
        bail!("ClamAV didn't listen within {} s:\n{log}", PATIENCE.as_secs())
    }
}

impl Drop for Clamav {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("ClamAV may still be running: {error}");
        }
    }
}

/// The daemon, which Debian keeps where only the administrator's path leads.
pub fn program() -> Option<PathBuf> {
    find("clamd").or_else(|| Some(PathBuf::from("/usr/sbin/clamd")).filter(|path| path.is_file()))
}

/// The signatures and the settings.
fn furnish(folder: &Path) -> Result<()> {
    let signatures = folder.join("signatures");
    std::fs::create_dir(&signatures)?;
    let line = |name: &str, bytes: &str| {
        let mut hex = String::new();
        for byte in bytes.bytes() {
            // Writing to a text cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        // Any kind of file, anywhere in it.
        format!("{name}:0:*:{hex}\n")
    };
    let known = line("Polku.Test.Eicar", &EICAR.concat()) + &line("Polku.Test.Harmless", HARMLESS);
    std::fs::write(signatures.join("polku.ndb"), known)?;
    let settings = format!(
        "LocalSocket {0}/clamd.sock\nDatabaseDirectory {0}/signatures\nForeground yes\nStreamMaxLength 100M\n\
         MaxThreads 4\nOfficialDatabaseOnly no\n",
        folder.display()
    );
    Ok(std::fs::write(folder.join("clamd.conf"), settings)?)
}
