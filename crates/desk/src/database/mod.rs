//! One SQL text, two databases.
//!
//! SQLite lives inside the program and has one writer; PostgreSQL serves several nodes. A [`Database`] gives
//! transactions: for reading a [`Database::snapshot`], for writing a [`Database::writer`].

mod checkpoint;
pub(crate) mod in_use;
pub(crate) mod migrate;
mod named;
mod row;
mod statement;
mod transaction;
mod value;
pub(crate) mod whole;

use std::{
    path::Path,
    str::FromStr,
    sync::{Arc, Mutex},
    time::Duration,
};

use sqlx::{
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use self::checkpoint::{Aside, LONG};
pub use migrate::{MIGRATIONS, Migration};
pub use row::Row;
pub use statement::{ListStatement, OwnedStatement, Reach, SharedStatement, StatementRecord, all_statements};
pub use transaction::Transaction;
pub use value::{FromValue, Params, Typed, Value};

use in_use::{Company, InUse};

use crate::{DeskError, Result};

/// How many pages are read at the same time on SQLite.
const READERS: u32 = 8;
/// So many bytes of the database file are read where the system has them in memory anyway, the most that SQLite maps. After
/// each commit of anybody's a reader's own pages are worth nothing, and reading them anew would copy them.
const MAPPED: u64 = 0x7fff_0000;
/// How many connections a node opens to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 16;

/// So often, and so far apart, it is tried to cut the log off while others read.
const CUTTING_TRIES: usize = 300;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// An open database.
#[derive(Clone, Debug)]
pub struct Database(Inner, Arc<Mutex<Option<InUse>>>);

#[derive(Clone, Debug)]
enum Inner {
    Sqlite {
        writer: sqlx::SqlitePool,
        readers: sqlx::SqlitePool,
        aside: Arc<Aside>,
    },
    Postgres(sqlx::PgPool),
}

/// Which of the two it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// The embedded one.
    Sqlite,
    /// The one for several nodes.
    Postgres,
}

impl Database {
    /// Opens the database of a URL (`sqlite:path`, `postgres://…`) and brings its tables up to date.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] for another kind of URL, else what the driver says.
    pub async fn open(url: &str) -> Result<Self> {
        let database = Self::connect(url).await?;
        migrate::up_to_date(&database).await?;
        Ok(database)
    }

    /// Opens the database of a URL with the tables that it has.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub(crate) async fn connect(url: &str) -> Result<Self> {
        let is_postgres = url.starts_with("postgres:") || url.starts_with("postgresql:");
        if !is_postgres && !url.starts_with("sqlite:") {
            return Err(DeskError::Configuration(
                "the database URL starts with sqlite: or postgres:".into(),
            ));
        }
        let in_use = InUse::take(url, Company::Others).await?;
        let inner = match url.strip_prefix("sqlite:") {
            Some(path) => Self::open_sqlite(Path::new(path.trim_start_matches("//"))).await?,
            None => Inner::Postgres(
                PgPoolOptions::new()
                    .max_connections(POSTGRES_CONNECTIONS)
                    .connect(url)
                    .await?,
            ),
        };
        Ok(Self(inner, Arc::new(Mutex::new(Some(in_use)))))
    }

    async fn open_sqlite(path: &Path) -> Result<Inner> {
        let options = SqliteConnectOptions::from_str("sqlite:")?
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // An acknowledged note is on the disk, not in a cache.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(checkpoint::PATIENCE)
            .statement_cache_capacity(512)
            .pragma("secure_delete", "on")
            .pragma("cache_size", "-16000")
            .pragma("temp_store", "memory");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .min_connections(1)
            // What runs in this process does not go away: asking before each use would only take time.
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(30))
            .connect_with(
                options
                    .clone()
                    .pragma("wal_autocheckpoint", "0")
                    .pragma("journal_size_limit", LONG.to_string()),
            )
            .await?;
        let aside = Aside::start(path, &options).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(30))
            .connect_with(
                options
                    .pragma("query_only", "on")
                    .pragma("mmap_size", MAPPED.to_string()),
            )
            .await?;
        Ok(Inner::Sqlite {
            writer,
            readers,
            aside: Arc::new(aside),
        })
    }

    /// Which database this is.
    #[must_use]
    pub fn backend(&self) -> Backend {
        match self.0 {
            Inner::Sqlite { .. } => Backend::Sqlite,
            Inner::Postgres(_) => Backend::Postgres,
        }
    }

    /// A view of the data as it is at one moment, which holds no one up.
    pub(crate) async fn snapshot(&self) -> Result<Transaction> {
        Ok(Transaction::new(match &self.0 {
            Inner::Sqlite { readers, .. } => transaction::Inner::Sqlite(readers.begin().await?),
            Inner::Postgres(pool) => transaction::Inner::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        }))
    }

    /// Runs one statement that reads. One statement is one moment's view by itself, so nothing is begun around it.
    pub(crate) async fn read(&self, sql: &str, params: &[(&'static str, Value)]) -> Result<Vec<Row>> {
        match &self.0 {
            Inner::Sqlite { readers, .. } => {
                transaction::read_sqlite(&mut *readers.acquire().await?, sql, params).await
            }
            Inner::Postgres(pool) => {
                transaction::read_postgres(&mut *pool.acquire().await?, sql, params).await
            }
        }
    }

    /// A unit of writing. On SQLite only one at a time exists, so it must be short: 50 ms at most.
    pub(crate) async fn writer(&self) -> Result<Transaction> {
        Ok(Transaction::new(match &self.0 {
            Inner::Sqlite { writer, .. } => {
                transaction::Inner::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?)
            }
            Inner::Postgres(pool) => transaction::Inner::Postgres(pool.begin().await?),
        }))
    }

    /// Prepares a text without running it: proves that it is understood.
    ///
    /// # Errors
    /// What the database has against the text.
    pub async fn prepare(&self, sql: &str) -> Result<()> {
        use sqlx::{AssertSqlSafe, Executor as _, SqlSafeStr as _};
        let text = AssertSqlSafe(Arc::clone(&named::number(sql).sql)).into_sql_str();
        match &self.0 {
            Inner::Sqlite { readers, .. } => drop(readers.acquire().await?.prepare(text).await?),
            Inner::Postgres(pool) => drop(pool.acquire().await?.prepare(text).await?),
        }
        Ok(())
    }

    /// How SQLite would go about a statement, a line a step; nothing on PostgreSQL, which decides by what the tables hold.
    ///
    /// # Errors
    /// What the database has against the text.
    pub async fn plan(&self, sql: &str) -> Result<Vec<String>> {
        use sqlx::{AssertSqlSafe, Row as _};
        let Inner::Sqlite { readers, .. } = &self.0 else {
            return Ok(Vec::new());
        };
        let text = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", named::number(sql).sql));
        let rows = sqlx::query(text)
            .fetch_all(&mut *readers.acquire().await?)
            .await?;
        Ok(rows.iter().map(|row| row.get("detail")).collect())
    }

    /// Every table's columns as `table.column kind`, for comparing the two databases.
    ///
    /// # Errors
    /// When the catalogue cannot be read.
    pub async fn columns(&self) -> Result<Vec<String>> {
        migrate::columns(self).await
    }

    /// Answers as soon as the database does.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Result<()> {
        self.snapshot()
            .await?
            .fetch("SELECT 1 AS one", &[])
            .await
            .map(drop)
    }

    /// Cuts SQLite's log off, so that what was deleted is not in it any more; PostgreSQL keeps its own house.
    ///
    /// It never waits for readers while it holds the writer: one of them may be waiting for the writer.
    ///
    /// # Errors
    /// When the file fails. Somebody who reads all the while leaves the log for the next time.
    pub(crate) async fn cut_log(&self) -> Result<()> {
        if let Inner::Sqlite { writer, .. } = &self.0 {
            for _ in 0..CUTTING_TRIES {
                if checkpoint::cut(&mut *writer.acquire().await?).await? {
                    return Ok(());
                }
                tokio::time::sleep(BETWEEN_TRIES).await;
            }
            tracing::warn!("the database's log is read all the while: it is cut off another time");
        }
        Ok(())
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match &self.0 {
            Inner::Sqlite {
                writer,
                readers,
                aside,
            } => {
                aside.stop().await;
                readers.close().await;
                writer.close().await;
            }
            Inner::Postgres(pool) => pool.close().await,
        }
        drop(self.1.lock().expect("who uses it").take());
    }
}
