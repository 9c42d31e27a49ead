//! Bringing what SQLite wrote ahead back into the database file, aside from those who wait.
//!
//! SQLite would do it inside the commit that makes the log long enough: that one answer then waits for a second write and
//! a second fsync of everything since. A connection of its own does it beside the writer, who goes on. A commit is as
//! durable as before: it is in the log, on the disk.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{ConnectOptions as _, SqliteConnection, sqlite::SqliteConnectOptions};
use tokio::task::JoinHandle;

use crate::Result;

/// The log may grow to so many bytes before it is brought back: what SQLite takes by itself.
pub(super) const LONG: u64 = 1_000 * 4_096;
/// How often its length is looked at.
const EVERY: Duration = Duration::from_millis(250);

/// Brings back in the background until it is stopped or dropped.
#[derive(Debug)]
pub(super) struct Aside(JoinHandle<()>);

impl Aside {
    /// Starts.
    ///
    /// # Errors
    /// When the database can't be opened.
    pub(super) async fn start(path: &Path, options: &SqliteConnectOptions) -> Result<Self> {
        let connection = options.clone().connect().await?;
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        Ok(Self(tokio::spawn(go_on(connection, log.into()))))
    }

    /// Ends, so that whoever closes the database last leaves no log behind.
    pub(super) fn stop(&self) {
        self.0.abort();
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn go_on(mut connection: SqliteConnection, log: PathBuf) {
    loop {
        tokio::time::sleep(EVERY).await;
        if tokio::fs::metadata(&log).await.is_ok_and(|log| log.len() > LONG)
            && let Err(error) = bring_back(&mut connection).await
        {
            tracing::warn!(%error, "the database's log was not brought back; it is tried again");
        }
    }
}

/// As much as nobody still reads from the log.
async fn bring_back(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
        .execute(connection)
        .await
        .map(drop)
}
