//! Bringing what SQLite wrote ahead back into the database file, aside from those who wait.
//!
//! SQLite would do it inside the commit that makes the log long enough: that one answer then waits for a second write and
//! a second fsync of everything since. A connection of its own does it beside the writer, who goes on. A commit is as
//! durable as before: it is in the log, on the disk.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _, SqliteConnection,
    sqlite::SqliteConnectOptions,
};
use tokio::{
    sync::{Mutex, Notify},
    task::JoinHandle,
};

use crate::Result;

/// The log may grow to so many bytes before it is brought back. SQLite does it after four million; then one of fifty looks
/// shares the disk with it, and that is what the slow end of all looks is made of. A page is written back once, however
/// often the log holds it, so a longer log is less to write; all of it is read once when the power came back.
pub(super) const LONG: u64 = 64 * 1024 * 1024;
/// How long a statement waits for a lock.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How often its length is looked at.
const EVERY: Duration = Duration::from_millis(250);

/// Brings back in the background until it is stopped or dropped.
#[derive(Debug)]
pub(super) struct Aside {
    enough: Arc<Notify>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Aside {
    /// Starts.
    ///
    /// # Errors
    /// When the database can't be opened.
    pub(super) async fn start(path: &Path, options: &SqliteConnectOptions) -> Result<Self> {
        let connection = options.clone().connect().await?;
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let enough = Arc::new(Notify::new());
        let task = tokio::spawn(go_on(connection, log.into(), Arc::clone(&enough)));
        Ok(Self {
            enough,
            task: Mutex::new(Some(task)),
        })
    }

    /// Ends. Its connection is closed when this returns, so that whoever closes the database last leaves no log behind.
    pub(super) async fn stop(&self) {
        let task = self.task.lock().await.take();
        self.enough.notify_one();
        if let Some(task) = task
            && let Err(error) = task.await
        {
            tracing::warn!(%error, "bringing the database's log back ended badly");
        }
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if let Some(task) = self.task.get_mut().take() {
            task.abort();
        }
    }
}

async fn go_on(mut connection: SqliteConnection, log: PathBuf, enough: Arc<Notify>) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            () = enough.notified() => break,
        }
        if tokio::fs::metadata(&log).await.is_ok_and(|log| log.len() > LONG)
            && let Err(error) = bring_back(&mut connection).await
        {
            tracing::warn!(%error, "the database's log was not brought back; it is tried again");
        }
    }
    if let Err(error) = connection.close().await {
        tracing::warn!(%error, "a connection to the database was not closed well");
    }
}

/// As much as nobody still reads from the log.
async fn bring_back(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
        .execute(connection)
        .await
        .map(drop)
}

/// All of the log, which is empty then; answers whether it is. Somebody who reads from it is not waited for.
pub(super) async fn cut(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    wait_at_most(connection, Duration::ZERO).await?;
    let cut = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
        .fetch_one(&mut *connection)
        .await;
    wait_at_most(connection, PATIENCE).await?;
    Ok(cut?.get::<i64, _>(0) == 0)
}

async fn wait_at_most(connection: &mut SqliteConnection, time: Duration) -> sqlx::Result<()> {
    let sql = format!("PRAGMA busy_timeout = {}", time.as_millis());
    sqlx::query(AssertSqlSafe(sql))
        .execute(connection)
        .await
        .map(drop)
}
