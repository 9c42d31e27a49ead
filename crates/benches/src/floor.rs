//! The bare database: the same rows and one durable commit, through the same driver and with the same settings, and
//! nothing else. No rules, no sealing, no pages, no HTTP.

use std::{path::Path, time::Duration};

use anyhow::Result;
use rand::RngExt as _;
use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use tokio::{runtime::Runtime, sync::Mutex};
use uuid::Uuid;

/// Tables that a floor writes: made like the program's own.
const WRITTEN: [&str; 6] = [
    "audit_entry",
    "audit_pseudonym",
    "diary_entry",
    "diary_version",
    "attendance",
    "attendance_change",
];
/// The demo has one register.
const REGISTER: i64 = 1;
/// What the page of a client reads, by the person. The plus keeps SQLite from looking for the person among all open tasks
/// of the register.
const FILE: [&str; 20] = [
    "SELECT * FROM subject WHERE register = $1 AND id = $2",
    "SELECT * FROM identity WHERE register = $1 AND subject = $2",
    "SELECT * FROM client WHERE register = $1 AND subject = $2",
    "SELECT * FROM client_special WHERE register = $1 AND subject = $2",
    "SELECT * FROM client_address WHERE register = $1 AND subject = $2",
    "SELECT * FROM care WHERE register = $1 AND subject = $2",
    "SELECT * FROM client_relationship WHERE register = $1 AND subject = $2",
    "SELECT * FROM service_period WHERE register = $1 AND subject = $2",
    "SELECT * FROM period_schedule WHERE register = $1 AND subject = $2",
    "SELECT * FROM attendance WHERE register = $1 AND subject = $2 ORDER BY date DESC LIMIT 40",
    "SELECT e.*, v.sealed FROM diary_entry e JOIN diary_version v ON v.register = e.register AND \
     v.subject = e.subject AND v.entry = e.id AND v.version = e.version WHERE e.register = $1 AND e.subject = $2 \
     ORDER BY e.dated DESC, e.id DESC LIMIT 4",
    "SELECT * FROM draft WHERE register = $1 AND subject = $2",
    "SELECT * FROM goal WHERE register = $1 AND subject = $2",
    "SELECT * FROM contact WHERE register = $1 AND subject = $2 ORDER BY held_on DESC LIMIT 3",
    "SELECT * FROM task WHERE register = $1 AND subject = $2 AND +state = 'open'",
    "SELECT * FROM assessment WHERE register = $1 AND subject = $2",
    "SELECT * FROM self_assessment WHERE register = $1 AND subject = $2",
    "SELECT * FROM consent WHERE register = $1 AND subject = $2",
    "SELECT * FROM document WHERE register = $1 AND subject = $2",
    "SELECT * FROM document_file WHERE register = $1 AND subject = $2",
];
/// As many bytes as a sealed record of its kind takes.
const SEALED: usize = 320;

/// A bare database beside the program's.
pub struct Floor {
    runtime: Runtime,
    reader: Mutex<SqliteConnection>,
    writer: Mutex<SqliteConnection>,
}

impl Floor {
    /// Makes an empty one on the same disk as a demo's database, which it reads too.
    ///
    /// # Errors
    /// When a file can't be opened.
    pub fn open(demo: &Path) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (reader, writer) = runtime.block_on(connections(demo))?;
        Ok(Self {
            runtime,
            reader: Mutex::new(reader),
            writer: Mutex::new(writer),
        })
    }

    /// So many clients, drawn from the whole register.
    ///
    /// # Errors
    /// When the database fails.
    pub fn clients(&self, number: usize) -> Result<Vec<Uuid>> {
        self.runtime.block_on(async {
            let mut reader = self.reader.lock().await;
            let sql = "SELECT id FROM subject WHERE register = $1 ORDER BY id";
            let rows = sqlx::query(sql).bind(REGISTER).fetch_all(&mut *reader).await?;
            let mut dice = rand::rng();
            let drawn = (0..number).map(|_| {
                let row = &rows[dice.random_range(0..rows.len())];
                Ok(Uuid::from_slice(&row.get::<Vec<u8>, _>("id"))?)
            });
            drawn.collect()
        })
    }

    /// An entry of the log about so many people, committed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn entry(&self, people: usize) -> Result<()> {
        self.runtime.block_on(async {
            let mut writer = self.writer.lock().await;
            let mut commit = writer.begin_with("BEGIN IMMEDIATE").await?;
            write_entry(&mut commit, people).await?;
            Ok(commit.commit().await?)
        })
    }

    /// The rows of a client's page, and the entry of the look.
    ///
    /// # Errors
    /// When the database fails.
    pub fn file(&self, client: Uuid) -> Result<()> {
        self.runtime.block_on(async {
            let mut reader = self.reader.lock().await;
            let mut snapshot = reader.begin().await?;
            for sql in FILE {
                let query = sqlx::query(sql).bind(REGISTER).bind(client.as_bytes().to_vec());
                query.fetch_all(&mut *snapshot).await?;
            }
            Ok::<_, anyhow::Error>(snapshot.commit().await?)
        })?;
        self.entry(1)
    }

    /// As many rows as a page of the list has, from the end of an index, and the entry of the look.
    ///
    /// # Errors
    /// When the database fails.
    pub fn last_page(&self, rows: i64) -> Result<()> {
        self.runtime.block_on(async {
            let mut reader = self.reader.lock().await;
            let sql = "SELECT i.* FROM identity i WHERE i.register = $1 ORDER BY i.subject DESC LIMIT $2";
            let query = sqlx::query(sql).bind(REGISTER).bind(rows);
            Ok::<_, anyhow::Error>(query.fetch_all(&mut *reader).await.map(drop)?)
        })?;
        self.entry(usize::try_from(rows)?)
    }

    /// The rows of a note, and its entry.
    ///
    /// # Errors
    /// When the database fails.
    pub fn note(&self, client: Uuid) -> Result<()> {
        self.runtime.block_on(async {
            let mut writer = self.writer.lock().await;
            let mut commit = writer.begin_with("BEGIN IMMEDIATE").await?;
            let (subject, entry) = (client.as_bytes().to_vec(), id());
            sqlx::query("INSERT INTO diary_entry VALUES ($1, $2, $3, 1, '2026-11-20', 'note', $4, 0)")
                .bind(REGISTER)
                .bind(&subject)
                .bind(&entry)
                .bind(id())
                .execute(&mut *commit)
                .await?;
            let sql =
                "INSERT INTO diary_version VALUES ($1, $2, $3, 1, $4, '2026-11-20', 'note', NULL, $5, 0, $6)";
            sqlx::query(sql)
                .bind(REGISTER)
                .bind(&subject)
                .bind(id())
                .bind(&entry)
                .bind(id())
                .bind(vec![0_u8; SEALED])
                .execute(&mut *commit)
                .await?;
            write_entry(&mut commit, 1).await?;
            Ok(commit.commit().await?)
        })
    }

    /// The rows of a day's marks, with their history, and the entry.
    ///
    /// # Errors
    /// When the database fails.
    pub fn marks(&self, clients: &[Uuid]) -> Result<()> {
        self.runtime.block_on(async {
            let mut writer = self.writer.lock().await;
            let mut commit = writer.begin_with("BEGIN IMMEDIATE").await?;
            for client in clients {
                let subject = client.as_bytes().to_vec();
                let sql = "INSERT INTO attendance VALUES ($1, $2, $3, '2026-11-20', 'x', 240, $4, 0, 1) \
                           ON CONFLICT (register, subject, date) DO UPDATE SET version = version + 1";
                sqlx::query(sql)
                    .bind(REGISTER)
                    .bind(&subject)
                    .bind(id())
                    .bind(id())
                    .execute(&mut *commit)
                    .await?;
                let sql = "INSERT INTO attendance_change VALUES ($1, $2, $3, '2026-11-20', 'x', 240, 'x', 300, $4, \
                           0, NULL, $5, NULL)";
                sqlx::query(sql)
                    .bind(REGISTER)
                    .bind(&subject)
                    .bind(id())
                    .bind(id())
                    .bind(id())
                    .execute(&mut *commit)
                    .await?;
            }
            write_entry(&mut commit, clients.len()).await?;
            Ok(commit.commit().await?)
        })
    }
}

async fn connections(demo: &Path) -> Result<(SqliteConnection, SqliteConnection)> {
    let file = demo.join("floor.db");
    for ending in ["", "-wal", "-shm"] {
        let file = demo.join(format!("floor.db{ending}"));
        if file.exists() {
            std::fs::remove_file(file)?;
        }
    }
    let options = |file: &Path| {
        SqliteConnectOptions::new()
            .filename(file)
            .busy_timeout(Duration::from_secs(10))
            .pragma("cache_size", "-16000")
    };
    let mut reader = options(&demo.join("database").join("polku.db"))
        .read_only(true)
        .connect()
        .await?;
    let mut writer = options(&file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(false)
        .pragma("secure_delete", "on")
        .connect()
        .await?;
    for table in WRITTEN {
        let sql = "SELECT sql FROM sqlite_master WHERE tbl_name = $1 AND sql IS NOT NULL ORDER BY type DESC";
        for row in sqlx::query(sql).bind(table).fetch_all(&mut reader).await? {
            let made: String = row.get("sql");
            sqlx::raw_sql(AssertSqlSafe(made)).execute(&mut writer).await?;
        }
    }
    Ok((reader, writer))
}

async fn write_entry(commit: &mut sqlx::Transaction<'_, sqlx::Sqlite>, people: usize) -> Result<()> {
    let entry = id();
    let sql = "INSERT INTO audit_entry (register, id, at, actor, action, purpose, basis, outcome, commitment, details_sealed) \
               VALUES ($1, $2, 0, $3, 'read', 'coaching', 'care-relationship', 'allowed', $4, $5)";
    sqlx::query(sql)
        .bind(REGISTER)
        .bind(&entry)
        .bind(format!("account:{}", Uuid::now_v7()))
        .bind(vec![0_u8; 32])
        .bind(vec![0_u8; SEALED])
        .execute(&mut **commit)
        .await?;
    for _ in 0..people {
        sqlx::query("INSERT INTO audit_pseudonym (register, entry, pseudonym) VALUES ($1, $2, $3)")
            .bind(REGISTER)
            .bind(&entry)
            .bind(Uuid::new_v4().as_bytes().to_vec())
            .execute(&mut **commit)
            .await?;
    }
    Ok(())
}

fn id() -> Vec<u8> {
    Uuid::now_v7().as_bytes().to_vec()
}
