//! A PostgreSQL of the tests' own: in a temporary folder, on a free port of the loopback interface, forgetful.

use crate::command::{answer, command, find, free_port, is_root, temporary_folder};
use crate::progress;
use anyhow::{Context, Result, bail};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// The server's only user, who may do everything.
const USER: &str = "polku";

/// How long the server may take until it answers.
const PATIENCE: Duration = Duration::from_mins(1);

/// Makes a server in a folder and runs it for as long as its own standard input stays open, then stops it and
/// removes the folder. The input closes when we end, however that comes about: so neither Ctrl-C nor a kill
/// leaves a server or a folder behind.
///
/// `$1` folder, `$2` PostgreSQL's programs, `$3` port, `$4` user; then what starts a program with fewer rights.
/// Nothing the server holds is worth a disk's patience. SIGINT asks for a fast shutdown; SIGTERM
/// before it ends a server too young to listen, since a shell starts such children deaf to SIGINT.
const KEEPER: &str = r#"
folder=$1 programs=$2 port=$3 user=$4
shift 4
trap 'rm -rf "$folder"' EXIT
"$@" "$programs/initdb" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    --username "$user" -D "$folder/data" >"$folder/log" 2>&1 </dev/null || { cat "$folder/log" >&2; exit 1; }
"$@" "$programs/postgres" -D "$folder/data" -h 127.0.0.1 -p "$port" -c unix_socket_directories= \
    -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 \
    >"$folder/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -TERM $server 2>/dev/null
kill -INT $server 2>/dev/null
wait $server
"#;

/// A running server; it stops, and its data goes, when this is dropped.
pub struct Postgres {
    keeper: Child,
    port: u16,
}

impl Postgres {
    /// Makes an empty server and waits until it answers.
    ///
    /// # Errors
    /// When it can't be made, or doesn't answer in time; with the end of its log.
    pub fn start() -> Result<Self> {
        let doing = progress::begin("start PostgreSQL");
        let started = Self::start_quietly();
        doing.done(started.is_ok());
        started
    }

    fn start_quietly() -> Result<Self> {
        let programs = programs().context("PostgreSQL isn't installed")?;
        let account = Account::choose()?;
        let folder = account.own_folder()?;
        let port = free_port()?;
        let keeper = keep(&folder, &programs, port, &account)?;
        let mut postgres = Self { keeper, port };
        postgres.wait_until_ready(&programs, &folder)?;
        Ok(postgres)
    }

    /// Where it is, and as whom: `postgres://polku@127.0.0.1:54321/postgres`.
    pub fn url(&self) -> String {
        format!("postgres://{USER}@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path, folder: &Path) -> Result<()> {
        let port = self.port.to_string();
        let ask = ["--quiet", "-h", "127.0.0.1", "-p", &port, "-U", USER];
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if command(programs.join("pg_isready"), &ask).status()?.success() {
                return Ok(());
            }
            if let Some(status) = self.keeper.try_wait()? {
                bail!("PostgreSQL couldn't be made: {status}");
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(folder.join("log")).unwrap_or_else(|error| error.to_string());
        bail!("PostgreSQL didn't answer within {} s:\n{log}", PATIENCE.as_secs())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("PostgreSQL may still be running: {error}");
        }
    }
}

/// The folder of PostgreSQL's programs: from the `PATH`, or the newest that Debian has installed.
pub fn programs() -> Option<PathBuf> {
    // A link in the PATH leads to the folder where all of them are.
    if let Some(initdb) = find("initdb").and_then(|link| link.canonicalize().ok()) {
        return initdb.parent().map(Path::to_owned);
    }
    let version = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let installed = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()));
    let newest = installed
        .filter(|folder| folder.join("bin/initdb").is_file())
        .max_by_key(version)?;
    Some(newest.join("bin"))
}

/// Starts the keeper of a server, in a process group of its own: a Ctrl-C meant for us doesn't reach it.
fn keep(folder: &Path, programs: &Path, port: u16, account: &Account) -> Result<Child> {
    let mut keeper = command("sh", &["-c", KEEPER, "keeper"]);
    keeper
        .args([folder, programs])
        .args([&port.to_string(), USER])
        .args(account.prefix());
    keeper.current_dir(folder).stdin(Stdio::piped()).process_group(0);
    keeper.spawn().context("PostgreSQL's keeper can't be started")
}

/// As whom the server runs.
enum Account {
    /// As ourselves.
    Own,
    /// As another user, since PostgreSQL refuses to run as root.
    Lesser { user: String, group: String },
}

impl Account {
    fn choose() -> Result<Self> {
        if !is_root()? {
            return Ok(Self::Own);
        }
        let id_of = |user| Some((answer(&mut command("id", &["-u", user])).ok()?, user));
        let lesser = ["postgres", "nobody"].into_iter().find_map(id_of);
        let (user, name) = lesser.context("PostgreSQL doesn't run as root, and there is no user “nobody”")?;
        Ok(Self::Lesser {
            user,
            group: answer(&mut command("id", &["-g", name]))?,
        })
    }

    /// What to put before a program so that it runs as this account.
    fn prefix(&self) -> Vec<&str> {
        match self {
            Self::Own => Vec::new(),
            Self::Lesser { user, group } => {
                vec![
                    "setpriv",
                    "--reuid",
                    user,
                    "--regid",
                    group,
                    "--clear-groups",
                    "--",
                ]
            }
        }
    }

    /// A new temporary folder that, apart from root, only this account may enter.
    fn own_folder(&self) -> Result<PathBuf> {
        let folder = temporary_folder("postgres")?;
        if let Self::Lesser { user, .. } = self {
            answer(command("chown", &[user]).arg(&folder))?;
        }
        Ok(folder)
    }
}
