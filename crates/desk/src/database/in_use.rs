//! Who uses a database: many at a time, or a restore alone.
//!
//! Everyone who opens a database says so until they are gone, however they go: on SQLite by a lock on a file beside it, on
//! PostgreSQL by a session of its own. A restore asks to be alone, and whoever comes meanwhile is turned away.

use std::{
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::Mutex,
    time::Duration,
};

use sha2::{Digest as _, Sha256};
use sqlx::{Connection as _, PgConnection, Row as _};

use crate::{DeskError, Result};

/// The family of PostgreSQL's advisory locks that say who uses a schema.
const FAMILY: i32 = 7067;

/// Whoever has just gone may still hold the lock for a moment, so it is asked for again. PostgreSQL lets go of an ended
/// session's lock when it notices; a file's lock lasts until a program that was being started meanwhile, such as the one that
/// reads papers, has let go of the files that it was born with.
const TRIES: usize = 10;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// With whom a database is shared while it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    /// With everyone else who uses it.
    Others,
    /// With nobody.
    Alone,
}

/// Says that a database is in use until it is dropped.
#[derive(Debug)]
pub(crate) struct InUse {
    // Held, never read: the lock goes with the file or the session.
    _file: Option<File>,
    _session: Option<Mutex<PgConnection>>,
}

impl InUse {
    /// Takes the lock of a database by its URL.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when somebody else is there who does not share, or with whom is not shared.
    pub(crate) async fn take(url: &str, company: Company) -> Result<Self> {
        Ok(match url.strip_prefix("sqlite:") {
            Some(path) => Self {
                _file: Some(lock_file(Path::new(path.trim_start_matches("//")), company).await?),
                _session: None,
            },
            None => Self {
                _file: None,
                _session: Some(Mutex::new(lock_schema(url, company).await?)),
            },
        })
    }
}

/// The file whose lock says that a SQLite database is in use.
pub(crate) fn file_of(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".in-use");
    PathBuf::from(name)
}

async fn lock_file(database: &Path, company: Company) -> Result<File> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(file_of(database))?;
    let taken = asked_again(async || {
        let taken = match company {
            Company::Others => file.try_lock_shared(),
            Company::Alone => file.try_lock(),
        };
        match taken {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    });
    if taken.await? {
        Ok(file)
    } else {
        Err(turned_away(company))
    }
}

async fn lock_schema(url: &str, company: Company) -> Result<PgConnection> {
    let mut session = PgConnection::connect(url).await?;
    let row = sqlx::query("SELECT CAST(current_schema() AS TEXT)")
        .fetch_one(&mut session)
        .await?;
    let schema: String = row.get(0);
    let hash = Sha256::digest(schema.as_bytes());
    let number = i32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    let sql = match company {
        Company::Others => "SELECT pg_try_advisory_lock_shared($1, $2)",
        Company::Alone => "SELECT pg_try_advisory_lock($1, $2)",
    };
    let taken = asked_again(async || {
        let row = sqlx::query(sql)
            .bind(FAMILY)
            .bind(number)
            .fetch_one(&mut session)
            .await?;
        Ok(row.get::<bool, _>(0))
    });
    if taken.await? {
        Ok(session)
    } else {
        Err(turned_away(company))
    }
}

/// Asks for a lock until it is there; answers whether it was in the end.
async fn asked_again(mut ask: impl AsyncFnMut() -> Result<bool>) -> Result<bool> {
    for _ in 0..TRIES {
        if ask().await? {
            return Ok(true);
        }
        tokio::time::sleep(BETWEEN_TRIES).await;
    }
    Ok(false)
}

fn turned_away(company: Company) -> DeskError {
    let why = match company {
        Company::Others => "a back-up is being restored to this database: wait until that is done",
        Company::Alone => "the database is in use: stop the server, and every other polku command, first",
    };
    DeskError::Configuration(why.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_is_alone_is_alone_and_the_others_share() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("polku.db").display());
        let take = async |company| InUse::take(&url, company).await;
        let (first, second) = (take(Company::Others).await, take(Company::Others).await);
        assert!(first.is_ok() && second.is_ok());
        assert!(take(Company::Alone).await.is_err(), "a server runs");
        drop((first, second));
        let alone = take(Company::Alone).await.expect("nobody is there");
        assert!(take(Company::Others).await.is_err(), "a restore runs");
        drop(alone);
        assert!(take(Company::Others).await.is_ok());
    }

    /// A program that is being started holds a copy of every open file until it runs.
    #[tokio::test]
    async fn what_a_starting_program_still_holds_is_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = folder.path().join("polku.db");
        let url = format!("sqlite:{}", database.display());
        let server = lock_file(&database, Company::Others).await.expect("the lock");
        let born_with = server.try_clone().expect("a copy");
        drop(server);
        let (restore, ()) = tokio::join!(InUse::take(&url, Company::Alone), async {
            tokio::time::sleep(BETWEEN_TRIES / 2).await;
            drop(born_with);
        });
        assert!(restore.is_ok(), "{restore:?}");
    }
}
